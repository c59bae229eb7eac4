package provider

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-sdk/v2/diag"
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
)

type projectAnswer struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

func createProject(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	id, err := s.create(ctx, "creating project", s.projects(), body{"OrganizationID": s.organization, "name": text(data, "name")})
	if err != nil {
		return diag.FromErr(err)
	}
	data.SetId(id)
	return readProject(ctx, data, meta)
}

func readProject(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	var answer struct {
		Project projectAnswer `json:"project"`
	}
	if err := s.get(ctx, "getting project", s.projects(data.Id()), &answer); err != nil {
		return s.unreadable(data)
	}
	return s.store(data, "project", map[string]any{"name": answer.Project.Name})
}

func updateProject(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	content := body{"OrganizationID": s.organization, "ProjectID": data.Id(), "name": text(data, "name")}
	if err := s.put(ctx, "updating project", s.projects(data.Id()), content); err != nil {
		return diag.FromErr(err)
	}
	return readProject(ctx, data, meta)
}

func deleteProject(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	return diag.FromErr(s.remove(ctx, "deleting project", s.projects(data.Id())))
}

// lookUpProject takes the first project of that name; further ones go unnoticed.
func lookUpProject(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	var answer struct {
		Projects []projectAnswer `json:"projects"`
	}
	if err := s.get(ctx, "listing projects", s.projects(), &answer); err != nil {
		return diag.FromErr(err)
	}
	name := text(data, "name")
	for _, project := range answer.Projects {
		if project.Name == name {
			data.SetId(project.ID)
			return nil
		}
	}
	return diag.FromErr(fmt.Errorf("no project is named %q", name))
}
