package provider

import (
	"context"
	"maps"
	"slices"

	"github.com/hashicorp/terraform-plugin-sdk/v2/diag"
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
)

// The attributes of a resource differ by version. What a version does not have reads as its zero value.

func text(data *schema.ResourceData, name string) string {
	value, _ := data.Get(name).(string)
	return value
}

func number(data *schema.ResourceData, name string) int {
	value, _ := data.Get(name).(int)
	return value
}

func flag(data *schema.ResourceData, name string) bool {
	value, _ := data.Get(name).(bool)
	return value
}

func texts(data *schema.ResourceData, name string) []string {
	var list []any
	switch value := data.Get(name).(type) {
	case []any:
		list = value
	case *schema.Set:
		list = value.List()
	}
	result := make([]string, 0, len(list))
	for _, element := range list {
		written, _ := element.(string)
		result = append(result, written)
	}
	return result
}

// store puts what the service answered into the state, as far as this version has the attributes.
func (s *session) store(data *schema.ResourceData, kind string, values map[string]any) diag.Diagnostics {
	for _, name := range slices.Sorted(maps.Keys(values)) {
		if !s.facts.has(kind, name) {
			continue
		}
		if err := data.Set(name, values[name]); err != nil {
			return diag.FromErr(err)
		}
	}
	return nil
}

// unreadable is how a failed read ends. Before 1.5.24 the resource counted as deleted.
func (s *session) unreadable(data *schema.ResourceData) diag.Diagnostics {
	if !s.facts.holds("read/errorKeepsState") {
		data.SetId("")
		return nil
	}
	return diag.FromErr(errRead)
}

// importOfProject takes `project_id:resource_id`.
func importOfProject(_ context.Context, data *schema.ResourceData, _ any) ([]*schema.ResourceData, error) {
	project, resource, err := importID(data.Id())
	if err != nil {
		return nil, err
	}
	if err := data.Set("project_id", project); err != nil {
		return nil, err
	}
	data.SetId(resource)
	return []*schema.ResourceData{data}, nil
}
