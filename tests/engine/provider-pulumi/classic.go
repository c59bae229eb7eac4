package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/hashicorp/go-multierror"
	"github.com/hashicorp/terraform-plugin-sdk/v2/diag"
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
	"github.com/hashicorp/terraform-plugin-sdk/v2/terraform"
	shim "github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfshim"
	"github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfshim/diagnostics"
	shimv2 "github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfshim/sdk-v2"
)

// classicProvider plans and applies as the bridge 3.57.0 of the published plugin does: by the SDK's own functions, not
// by the protocol that Terraform speaks. What differs between the two is what the protocol checks and fills in on its
// own: types and null values are not checked before the plan, and a value that the provider does not know yet is just
// absent from it.
type classicProvider struct {
	shim.Provider
	terraform *schema.Provider
}

func (p *classicProvider) resource(name string) (*schema.Resource, error) {
	resource, known := p.terraform.ResourcesMap[name]
	if !known {
		return nil, fmt.Errorf("unknown resource %s", name)
	}
	return resource, nil
}

// standing is the resource of this name, and its state in the form of this version.
func (p *classicProvider) standing(
	ctx context.Context, name string, state shim.InstanceState,
) (*schema.Resource, *terraform.InstanceState, error) {
	resource, err := p.resource(name)
	if err != nil {
		return nil, nil, err
	}
	prior, err := p.upgrade(ctx, resource, state)
	return resource, prior, err
}

func (p *classicProvider) ResourcesMap() shim.ResourceMap {
	return classicResources{p.Provider.ResourcesMap(), p}
}

// classicConfig is the configuration of a resource as the bridge puts it together.
type classicConfig struct {
	terraform *terraform.ResourceConfig
}

func (c classicConfig) IsSet(key string) bool {
	_, isThere := c.terraform.Get(key)
	return isThere || c.terraform.IsComputed(key)
}

func (p *classicProvider) NewResourceConfig(_ context.Context, object map[string]any) shim.ResourceConfig {
	return classicConfig{&terraform.ResourceConfig{Raw: object, Config: object}}
}

func (p *classicProvider) ValidateResource(_ context.Context, name string, config shim.ResourceConfig) ([]string, []error) {
	return warningsAndErrors(p.terraform.ValidateResource(name, config.(classicConfig).terraform))
}

func (p *classicProvider) ValidateDataSource(_ context.Context, name string, config shim.ResourceConfig) ([]string, []error) {
	return warningsAndErrors(p.terraform.ValidateDataSource(name, config.(classicConfig).terraform))
}

func (p *classicProvider) ReadDataDiff(ctx context.Context, name string, config shim.ResourceConfig) (shim.InstanceDiff, error) {
	source := p.terraform.DataSourcesMap[name]
	diff, err := source.Diff(ctx, nil, config.(classicConfig).terraform, p.terraform.Meta())
	return classicDiff{terraform: diff, resource: source}, err
}

func (p *classicProvider) ReadDataApply(ctx context.Context, name string, diff shim.InstanceDiff) (shim.InstanceState, error) {
	source := p.terraform.DataSourcesMap[name]
	state, problems := source.ReadDataApply(ctx, diff.(classicDiff).terraform, p.terraform.Meta())
	return stateOf(state, source, nil), errorOf(problems)
}

func (p *classicProvider) Diff(
	ctx context.Context, name string, state shim.InstanceState, config shim.ResourceConfig, options shim.DiffOptions,
) (shim.InstanceDiff, error) {
	resource, prior, err := p.standing(ctx, name, state)
	if err != nil {
		return nil, err
	}
	if prior == nil {
		prior = &terraform.InstanceState{}
	}
	diff, err := resource.SimpleDiff(ctx, prior, config.(classicConfig).terraform, p.terraform.Meta())
	if err != nil {
		return nil, err
	}
	if options.IgnoreChanges != nil {
		ignore(diff, options.IgnoreChanges())
	}
	return classicDiff{terraform: diff, resource: resource}, setTimeouts(diff, options.TimeoutOptions)
}

// ignore takes the attributes, with all that is below them, out of the diff.
func ignore(diff *terraform.InstanceDiff, ignored map[string]struct{}) {
	for name := range diff.Attributes {
		for path := range ignored {
			if name == path || strings.HasPrefix(name, path+".") {
				delete(diff.Attributes, name)
			}
		}
	}
}

func (p *classicProvider) Apply(
	ctx context.Context, name string, state shim.InstanceState, diff shim.InstanceDiff,
) (shim.InstanceState, error) {
	resource, prior, err := p.standing(ctx, name, state)
	if err != nil {
		return nil, err
	}
	after, problems := resource.Apply(ctx, prior, diff.(classicDiff).terraform, p.terraform.Meta())
	return stateOf(after, resource, nil), errorOf(problems)
}

func (p *classicProvider) Refresh(
	ctx context.Context, name string, state shim.InstanceState, _ shim.ResourceConfig,
) (shim.InstanceState, error) {
	resource, prior, err := p.standing(ctx, name, state)
	if err != nil {
		return nil, err
	}
	after, problems := resource.RefreshWithoutUpgrade(ctx, prior, p.terraform.Meta())
	return stateOf(after, resource, nil), errorOf(problems)
}

func (p *classicProvider) NewDestroyDiff(_ context.Context, name string, options shim.TimeoutOptions) shim.InstanceDiff {
	diff := &terraform.InstanceDiff{Destroy: true}
	// A duration is always encoded without an error.
	_ = setTimeouts(diff, options)
	return classicDiff{terraform: diff, resource: p.terraform.ResourcesMap[name]}
}

func setTimeouts(diff *terraform.InstanceDiff, options shim.TimeoutOptions) error {
	var timeouts schema.ResourceTimeout
	if declared := options.ResourceTimeout; declared != nil {
		timeouts = schema.ResourceTimeout(*declared)
	}
	for key, wanted := range options.TimeoutOverrides {
		switch key {
		case shim.TimeoutCreate:
			timeouts.Create = &wanted
		case shim.TimeoutUpdate:
			timeouts.Update = &wanted
		case shim.TimeoutDelete:
			timeouts.Delete = &wanted
		}
	}
	return timeouts.DiffEncode(diff)
}

func warningsAndErrors(all diag.Diagnostics) (warnings []string, problems []error) {
	for _, found := range all {
		if found.Severity == diag.Error {
			problems = append(problems, problemOf(found))
		} else {
			warnings = append(warnings, found.Summary)
		}
	}
	return warnings, problems
}

func errorOf(problems diag.Diagnostics) error {
	var all *multierror.Error
	for _, found := range problems {
		if found.Severity == diag.Error {
			all = multierror.Append(all, problemOf(found))
		}
	}
	return all.ErrorOrNil()
}

func problemOf(found diag.Diagnostic) error {
	return &diagnostics.ValidationError{
		AttributePath: found.AttributePath,
		Summary:       found.Summary,
		Detail:        found.Detail,
	}
}

// classicResources are the resources of the bridge's shim, each as a classicResource.
type classicResources struct {
	shim.ResourceMap
	provider *classicProvider
}

func (m classicResources) GetOk(name string) (shim.Resource, bool) {
	resource, known := m.provider.terraform.ResourcesMap[name]
	if !known {
		return nil, false
	}
	return classicResource{shimv2.NewResource(resource), name, resource, m.provider}, true
}

func (m classicResources) Get(name string) shim.Resource {
	resource, _ := m.GetOk(name)
	return resource
}

func (m classicResources) Range(each func(name string, resource shim.Resource) bool) {
	for name := range m.provider.terraform.ResourcesMap {
		if !each(name, m.Get(name)) {
			return
		}
	}
}

type classicResource struct {
	shim.Resource
	name      string
	terraform *schema.Resource
	provider  *classicProvider
}

func (r classicResource) Schema() shim.SchemaMap {
	return writtenNumbers{r.Resource.Schema()}
}

func (r classicResource) InstanceState(id string, object, meta map[string]any) (shim.InstanceState, error) {
	state, err := r.Resource.InstanceState(id, object, meta)
	if err != nil {
		return nil, err
	}
	built, _ := shimv2.IsInstanceState(state)
	return stateOf(built, r.terraform, nil), nil
}

func (r classicResource) DecodeTimeouts(config shim.ResourceConfig) (*shim.ResourceTimeout, error) {
	var timeouts schema.ResourceTimeout
	if err := timeouts.ConfigDecode(r.terraform, config.(classicConfig).terraform); err != nil {
		return nil, err
	}
	declared := shim.ResourceTimeout(timeouts)
	return &declared, nil
}

func (r classicResource) Importer() shim.ImportFunc {
	if r.terraform.Importer == nil {
		return nil
	}
	return func(name, id string, _ any) ([]shim.InstanceState, error) {
		found, err := r.provider.terraform.ImportState(context.Background(), &terraform.InstanceInfo{Type: name}, id)
		if err != nil {
			return nil, err
		}
		states := make([]shim.InstanceState, len(found))
		for at, state := range found {
			states[at] = stateOf(state, r.terraform, nil)
		}
		return states, nil
	}
}
