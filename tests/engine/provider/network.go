package provider

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-sdk/v2/diag"
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
)

type networkAnswer struct {
	ID           string `json:"id"`
	ProjectID    string `json:"projectId"`
	Provider     string `json:"provider"`
	Region       string `json:"region"`
	CIDRBlock    string `json:"cidrBlock"`
	Description  string `json:"description"`
	Status       string `json:"status"`
	PublicAccess bool   `json:"publicAccess"`
}

func (s *session) network(ctx context.Context, project, id string) (networkAnswer, error) {
	var answer struct {
		Network networkAnswer `json:"network"`
	}
	err := s.get(ctx, "getting network", s.inProject(infra, project, "networks", id), &answer)
	return answer.Network, err
}

func (s *session) networkStatus(ctx context.Context, data *schema.ResourceData) func() (string, error) {
	return func() (string, error) {
		network, err := s.network(ctx, text(data, "project_id"), data.Id())
		return network.Status, err
	}
}

func createNetwork(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	project, block, public := text(data, "project_id"), text(data, "cidr_block"), flag(data, "public_access")
	if public && block != "" {
		return diag.FromErr(fmt.Errorf("cidr_block must not be set for a network with public access"))
	}
	if !public && block == "" {
		return diag.FromErr(fmt.Errorf("cidr_block must be set for a network without public access"))
	}
	content := body{
		"OrganizationID": s.organization,
		"ProjectID":      project,
		"provider":       text(data, "resource_provider"),
		"region":         text(data, "region"),
		"description":    text(data, "name"),
	}
	if block != "" {
		content["cidrBlock"] = block
	}
	if public {
		content["publicAccess"] = true
	}
	id, err := s.create(ctx, "creating network", s.inProject(infra, project, "networks"), content)
	if err != nil {
		return diag.FromErr(err)
	}
	data.SetId(id)
	if err := s.waitFor(ctx, "Network", available, s.networkStatus(ctx, data)); err != nil {
		return diag.FromErr(err)
	}
	return readNetwork(ctx, data, meta)
}

func readNetwork(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	network, err := s.network(ctx, text(data, "project_id"), data.Id())
	if err != nil {
		return s.unreadable(data)
	}
	if network.Status == deleted {
		data.SetId("")
		return nil
	}
	block := network.CIDRBlock
	if network.PublicAccess {
		// The service may name a block of its own here, which nobody has written.
		block = ""
	}
	return s.store(data, "network", map[string]any{
		"project_id":        network.ProjectID,
		"resource_provider": network.Provider,
		"region":            network.Region,
		"cidr_block":        block,
		"public_access":     network.PublicAccess,
		"name":              network.Description,
	})
}

// updateNetwork fails, as in every published version: the request has no body, and what is read afterwards is the
// project whose id is that of the network.
func updateNetwork(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	target := s.inProject(infra, text(data, "project_id"), "networks", data.Id())
	if err := s.put(ctx, "updating network", target, nil); err != nil {
		return diag.FromErr(err)
	}
	return readProject(ctx, data, meta)
}

func deleteNetwork(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	target := s.inProject(infra, text(data, "project_id"), "networks", data.Id())
	if err := s.remove(ctx, "deleting network", target); err != nil {
		return diag.FromErr(err)
	}
	return diag.FromErr(s.waitFor(ctx, "Network", deleted, s.networkStatus(ctx, data)))
}

// lookUpNetwork counts available networks only, since deleted ones stay listed for a while.
func lookUpNetwork(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	var answer struct {
		Networks []networkAnswer `json:"networks"`
	}
	if err := s.get(ctx, "listing networks", s.inProject(infra, text(data, "project_id"), "networks"), &answer); err != nil {
		return diag.FromErr(err)
	}
	name := text(data, "name")
	var found []networkAnswer
	for _, network := range answer.Networks {
		if network.Description == name && network.Status == available {
			found = append(found, network)
		}
	}
	if len(found) != 1 {
		return diag.FromErr(fmt.Errorf("%d available networks are named %q; expected one", len(found), name))
	}
	data.SetId(found[0].ID)
	return s.store(data, "data.network", map[string]any{
		"region":            found[0].Region,
		"resource_provider": found[0].Provider,
		"cidr_block":        found[0].CIDRBlock,
	})
}
