package provider

import (
	"context"

	"github.com/hashicorp/terraform-plugin-sdk/v2/diag"
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
)

type addressRange struct {
	Address string `json:"address"`
	Comment string `json:"comment"`
}

// ranges are the entries of an access list. Other keys than these two are dropped; one that is missing is sent as "".
func ranges(data *schema.ResourceData) []addressRange {
	result := []addressRange{}
	for _, entry := range data.Get("cidr_blocks").([]any) {
		written, _ := entry.(map[string]any)
		address, _ := written["address"].(string)
		comment, _ := written["comment"].(string)
		result = append(result, addressRange{address, comment})
	}
	return result
}

func createACL(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	project := text(data, "project_id")
	id, err := s.create(ctx, "creating acl", s.inProject(infra, project, "acls"), body{
		"OrganizationID": s.organization,
		"ProjectID":      project,
		"description":    text(data, "name"),
		"cidrBlocks":     ranges(data),
	})
	if err != nil {
		return diag.FromErr(err)
	}
	data.SetId(id)
	return readACL(ctx, data, meta)
}

func readACL(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	var answer struct {
		ACL struct {
			ProjectID   string         `json:"projectId"`
			CIDRBlocks  []addressRange `json:"cidrBlocks"`
			Description string         `json:"description"`
			Status      string         `json:"status"`
		} `json:"acl"`
	}
	target := s.inProject(infra, text(data, "project_id"), "acls", data.Id())
	if err := s.get(ctx, "getting managed ACL", target, &answer); err != nil {
		return s.unreadable(data)
	}
	if answer.ACL.Status == deleted {
		data.SetId("")
		return nil
	}
	blocks := []any{}
	for _, block := range answer.ACL.CIDRBlocks {
		blocks = append(blocks, map[string]any{"address": block.Address, "comment": block.Comment})
	}
	return s.store(data, "acl", map[string]any{
		"project_id":  answer.ACL.ProjectID,
		"name":        answer.ACL.Description,
		"cidr_blocks": blocks,
	})
}

// updateACL sends the whole list, but no list at all where it is empty: so a list cannot be emptied.
func updateACL(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	project := text(data, "project_id")
	content := body{"OrganizationID": s.organization, "ProjectID": project, "AclID": data.Id()}
	if name := text(data, "name"); name != "" {
		content["description"] = name
	}
	if blocks := ranges(data); len(blocks) > 0 {
		content["cidrBlocks"] = blocks
	}
	if err := s.put(ctx, "updating acl", s.inProject(infra, project, "acls", data.Id()), content); err != nil {
		return diag.FromErr(err)
	}
	return readACL(ctx, data, meta)
}

func deleteACL(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	return diag.FromErr(s.remove(ctx, "deleting acl", s.inProject(infra, text(data, "project_id"), "acls", data.Id())))
}
