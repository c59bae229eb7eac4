package provider

import (
	"context"
	"errors"
	"fmt"

	"github.com/hashicorp/go-cty/cty"
	"github.com/hashicorp/terraform-plugin-sdk/v2/diag"
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
)

type peeringAnswer struct {
	ProjectID         string            `json:"projectId"`
	NetworkID         string            `json:"networkId"`
	Provider          string            `json:"provider"`
	Description       string            `json:"description"`
	PeerAccountID     string            `json:"peerAccountId"`
	PeerNetworkID     string            `json:"peerNetworkId"`
	PeerNetworkRegion string            `json:"peerNetworkRegion"`
	Routes            []string          `json:"routes"`
	Status            string            `json:"status"`
	Metadata          map[string]string `json:"providerPeeringMetadata"`
}

func (s *session) peering(ctx context.Context, data *schema.ResourceData) (peeringAnswer, error) {
	var answer struct {
		Peering peeringAnswer `json:"peering"`
	}
	target := s.inProject(infra, text(data, "project_id"), "peerings", data.Id())
	err := s.get(ctx, "getting peering", target, &answer)
	return answer.Peering, err
}

// initiated says whether the customer's side can be told what to accept. A peering that is `active` already is not
// `initiated`: whoever accepts it between two polls makes the creation wait until its deadline.
func (p peeringAnswer) initiated() bool {
	if p.Status != "initiated" {
		return false
	}
	switch p.Provider {
	case "aws":
		return p.Metadata["peeringLinkId"] != ""
	case "gcp":
		return p.Metadata["projectId"] != "" && p.Metadata["networkId"] != ""
	}
	return true
}

func (p peeringAnswer) metadata() (map[string]string, error) {
	switch p.Provider {
	case "aws":
		return map[string]string{"aws_peering_link_id": p.Metadata["peeringLinkId"]}, nil
	case "gcp":
		project, network := p.Metadata["projectId"], p.Metadata["networkId"]
		return map[string]string{
			"gcp_project_id":   project,
			"gcp_network_name": network,
			"gcp_network_id":   fmt.Sprintf("projects/%s/global/networks/%s", project, network),
		}, nil
	case "azure":
		return map[string]string{}, nil
	}
	return nil, fmt.Errorf("Unknown provider %q", p.Provider) //nolint:staticcheck // the published text
}

func createPeering(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	project := text(data, "project_id")
	// The peer's cloud is not sent: it is that of the network.
	id, err := s.create(ctx, "creating peering", s.inProject(infra, project, "peerings"), body{
		"OrganizationID":    s.organization,
		"ProjectID":         project,
		"networkId":         text(data, "network_id"),
		"description":       text(data, "name"),
		"peerAccountId":     text(data, "peer_account_id"),
		"peerNetworkId":     text(data, "peer_network_id"),
		"peerNetworkRegion": text(data, "peer_network_region"),
		"routes":            texts(data, "routes"),
	})
	if err != nil {
		return diag.FromErr(err)
	}
	data.SetId(id)
	var last peeringAnswer
	poll := func() (status string, err error) {
		last, err = s.peering(ctx, data)
		return last.Status, err
	}
	if err := s.waitUntil(ctx, "Peering", poll, func(string) bool { return last.initiated() }); err != nil {
		return diag.FromErr(err)
	}
	peering, err := s.peering(ctx, data)
	if err == nil && peering.Status == defunct {
		return diag.FromErr(errors.New("Peering entered a defunct state!"))
	}
	return s.storePeering(data, peering, err)
}

func readPeering(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	peering, err := s.peering(ctx, data)
	return s.storePeering(data, peering, err)
}

func (s *session) storePeering(data *schema.ResourceData, peering peeringAnswer, err error) diag.Diagnostics {
	if err != nil {
		return s.unreadable(data)
	}
	if peering.Status == deleted {
		data.SetId("")
		return nil
	}
	metadata, err := peering.metadata()
	if err != nil {
		return diag.FromErr(err)
	}
	return s.store(data, "peering", map[string]any{
		"project_id":             peering.ProjectID,
		"network_id":             peering.NetworkID,
		"peer_resource_provider": peering.Provider,
		"peer_network_region":    peering.PeerNetworkRegion,
		"peer_account_id":        peering.PeerAccountID,
		"peer_network_id":        peering.PeerNetworkID,
		"routes":                 peering.Routes,
		"name":                   peering.Description,
		"provider_metadata":      s.facts.metadataOf(metadata),
		"provider_peering_id":    peering.Metadata["peeringLinkId"],
	})
}

// metadataOf gives the metadata the type that it has in this version: a map, or the one element of a list or a set.
func (f *facts) metadataOf(metadata map[string]string) any {
	var fields []string
	if !f.read("peering.provider_metadata/elem", &fields) {
		return metadata
	}
	element := map[string]any{}
	for _, name := range fields {
		element[name] = metadata[name]
	}
	return []any{element}
}

func updatePeering(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	project := text(data, "project_id")
	content := body{"OrganizationID": s.organization, "ProjectID": project, "PeeringID": data.Id(), "description": text(data, "name")}
	if err := s.put(ctx, "updating peering", s.inProject(infra, project, "peerings", data.Id()), content); err != nil {
		return diag.FromErr(err)
	}
	return readPeering(ctx, data, meta)
}

func deletePeering(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	target := s.inProject(infra, text(data, "project_id"), "peerings", data.Id())
	if err := s.remove(ctx, "deleting peering", target); err != nil {
		return diag.FromErr(err)
	}
	poll := func() (string, error) {
		peering, err := s.peering(ctx, data)
		if err != nil {
			// The published provider looks into the answer it did not get, and the plugin ends.
			panic(fmt.Sprintf("peering %s cannot be read while it is deleted: %v", data.Id(), err))
		}
		return peering.Status, nil
	}
	return diag.FromErr(s.waitFor(ctx, "Peering", deleted, poll))
}

// peeringMetadataFromSet reads states that versions 1.5.5 and 1.5.6 wrote, where the metadata was a set of blocks.
var peeringMetadataFromSet = schema.StateUpgrader{
	Version: 0,
	// Asked for only where a state is older than JSON.
	Type: cty.Object(map[string]cty.Type{"id": cty.String}),
	Upgrade: func(_ context.Context, state map[string]any, _ any) (map[string]any, error) {
		blocks, isSet := state["provider_metadata"].([]any)
		if !isSet {
			return state, nil
		}
		metadata := map[string]any{}
		for _, block := range blocks {
			for name, value := range block.(map[string]any) {
				if value != "" && value != nil {
					metadata[name] = value
				}
			}
		}
		state["provider_metadata"] = metadata
		return state, nil
	},
}
