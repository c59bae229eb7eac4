package main

import (
	"context"
	"maps"
	"strconv"
	"strings"

	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
	"github.com/hashicorp/terraform-plugin-sdk/v2/terraform"
	shim "github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfshim"
	shimv2 "github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfshim/sdk-v2"
	diffreader "github.com/pulumi/terraform-diff-reader/sdk-v2"
)

const schemaVersion = "schema_version"

// classicState is a state of flat attributes, and with a diff the state that is planned.
type classicState struct {
	shim.InstanceState
	terraform *terraform.InstanceState
	resource  *schema.Resource
	planned   *terraform.InstanceDiff
}

// stateOf keeps nil nil, since the bridge compares with it.
func stateOf(state *terraform.InstanceState, resource *schema.Resource, planned *terraform.InstanceDiff) shim.InstanceState {
	if state == nil {
		return nil
	}
	return classicState{shimv2.NewInstanceState(state), state, resource, planned}
}

// Object has no value that is only known after the plan is applied.
func (s classicState) Object(shim.SchemaMap) (map[string]any, error) {
	attributes := s.resource.SchemaMap()
	var reader schema.FieldReader = &schema.MapFieldReader{
		Schema: attributes,
		Map:    schema.BasicMapReader(s.terraform.Attributes),
	}
	paths := maps.Clone(s.terraform.Attributes)
	if s.planned != nil {
		reader = &diffreader.DiffFieldReader{Schema: attributes, Source: reader, Diff: s.planned}
		for path := range s.planned.Attributes {
			if paths == nil {
				paths = map[string]string{}
			}
			paths[path] = ""
		}
	}
	object := map[string]any{}
	for path := range paths {
		name, _, _ := strings.Cut(path, ".")
		if _, read := object[name]; read {
			continue
		}
		found, err := reader.ReadField([]string{name})
		if err != nil {
			return nil, err
		}
		if found.Value != nil && !found.Computed {
			object[name] = found.Value
		}
	}
	// Before an update it is the one that the resource keeps, before a creation it is empty.
	if _, written := object["id"]; !written {
		object["id"] = s.terraform.ID
	}
	return object, nil
}

// classicDiff is what has to change, by flat attributes.
type classicDiff struct {
	shim.InstanceDiff
	terraform *terraform.InstanceDiff
	resource  *schema.Resource
}

// Attribute shows the length of a list or a map as unchanged: the published plugin has no entry of its own for it among
// the differences.
func (d classicDiff) Attribute(name string) *shim.ResourceAttrDiff {
	found := d.terraform.Attributes[name]
	if found == nil {
		return nil
	}
	after := found.New
	if !found.NewComputed && (strings.HasSuffix(name, ".#") || strings.HasSuffix(name, ".%")) {
		after = found.Old
	}
	return &shim.ResourceAttrDiff{
		Old:         found.Old,
		New:         after,
		NewComputed: found.NewComputed,
		NewRemoved:  found.NewRemoved,
		NewExtra:    found.NewExtra,
		RequiresNew: found.RequiresNew,
		Sensitive:   found.Sensitive,
	}
}

// DiffEqualDecisionOverride leaves it to the bridge whether anything changes.
func (d classicDiff) DiffEqualDecisionOverride() shim.DiffOverride { return shim.DiffNoOverride }

// HasNoChanges is asked for differences of which the bridge finds none in what the program wrote. The published plugin
// passes over them.
func (d classicDiff) HasNoChanges() bool { return true }

func (d classicDiff) Destroy() bool { return d.terraform.Destroy }

func (d classicDiff) RequiresNew() bool { return d.terraform.RequiresNew() }

func (d classicDiff) ProposedState(_ shim.Resource, prior shim.InstanceState) (shim.InstanceState, error) {
	state := &terraform.InstanceState{Attributes: map[string]string{}, Meta: map[string]any{}}
	if prior != nil {
		state = prior.(classicState).terraform
	}
	return stateOf(state, d.resource, d.terraform), nil
}

// upgrade brings a state, which may be that of an older version, into the form that the SDK writes today.
func (p *classicProvider) upgrade(
	ctx context.Context, resource *schema.Resource, state shim.InstanceState,
) (*terraform.InstanceState, error) {
	if state == nil {
		return nil, nil
	}
	before := state.(classicState).terraform
	attributes := maps.Clone(before.Attributes)
	attributes["id"] = before.ID
	written, known := before.Meta[schemaVersion].(string)
	version, err := 0, error(nil)
	if known {
		if version, err = strconv.Atoi(written); err != nil {
			return nil, err
		}
	}
	fields, version, err := schema.UpgradeFlatmapState(ctx, version, attributes, resource, p.terraform.Meta())
	if err != nil {
		return nil, err
	}
	if fields, err = schema.UpgradeJSONState(ctx, version, fields, resource, p.terraform.Meta()); err != nil {
		return nil, err
	}
	block := resource.CoreConfigSchema()
	value, err := schema.JSONMapToStateValue(fields, block)
	if err != nil {
		return nil, err
	}
	after, err := resource.ShimInstanceStateFromValue(schema.NormalizeObjectFromLegacySDK(value, block))
	if err != nil {
		return nil, err
	}
	after.ID = before.ID
	after.Meta = maps.Clone(before.Meta)
	if resource.SchemaVersion > 0 {
		if after.Meta == nil {
			after.Meta = map[string]any{}
		}
		after.Meta[schemaVersion] = strconv.Itoa(resource.SchemaVersion)
	}
	return after, nil
}
