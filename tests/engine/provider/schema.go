package provider

import (
	"os"
	"strings"

	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
)

// schemaOf is the schema of one kind: a resource, the provider's settings, or a data source ("data.network").
func (f *facts) schemaOf(kind string) map[string]*schema.Schema {
	attributes := map[string]*schema.Schema{}
	for _, name := range f.attributes(kind) {
		attributes[name] = f.attribute(kind, name)
	}
	return attributes
}

func (f *facts) attribute(kind, name string) *schema.Schema {
	key := kind + "." + name
	// What it is, who gives it, and what a change of it means.
	var fact [3]string
	f.read(key, &fact)

	result := &schema.Schema{
		Required:  fact[1] == "required",
		Optional:  strings.HasPrefix(fact[1], "optional"),
		Computed:  strings.HasSuffix(fact[1], "computed"),
		ForceNew:  fact[2] == "forceNew",
		Sensitive: f.holds(key + "/sensitive"),
	}
	check := f.check(key)
	switch fact[0] {
	case "string":
		result.Type = schema.TypeString
		result.ValidateFunc = check
	case "int":
		result.Type = schema.TypeInt
		result.ValidateFunc = check
	case "bool":
		result.Type = schema.TypeBool
	case "map":
		result.Type = schema.TypeMap
		result.Elem = &schema.Schema{Type: schema.TypeString}
	case "list":
		result.Type = schema.TypeList
		result.Elem = f.element(key, check)
	case "set":
		result.Type = schema.TypeSet
		result.Elem = f.element(key, check)
	}
	var value any
	if f.read(key+"/default", &value) && kind != "provider" {
		result.Default = value
	}
	if f.holds(key + "/lowerCased") {
		result.StateFunc = func(value any) string { return strings.ToLower(value.(string)) }
	}
	return result
}

// element is what a list or a set holds: strings, maps of strings, or blocks whose fields the provider computes.
func (f *facts) element(key string, check schema.SchemaValidateFunc) any {
	var kind string
	var fields []string
	switch value := string(f.values[key+"/elem"]); {
	case value == "":
		return &schema.Schema{Type: schema.TypeString, ValidateFunc: check}
	case value[0] == '[':
		f.read(key+"/elem", &fields)
	default:
		f.read(key+"/elem", &kind)
	}
	if kind == "map" {
		return &schema.Schema{Type: schema.TypeMap}
	}
	block := map[string]*schema.Schema{}
	for _, name := range fields {
		block[name] = &schema.Schema{Type: schema.TypeString, Computed: true}
	}
	return &schema.Resource{Schema: block}
}

// settings are the provider's own: each is required, and each has a default, so none has to be written.
func (f *facts) settings() map[string]*schema.Schema {
	attributes := f.schemaOf("provider")
	for name, attribute := range attributes {
		var variable, value string
		f.read("provider."+name+"/env", &variable)
		f.read("provider."+name+"/default", &value)
		attribute.DefaultFunc = schema.EnvDefaultFunc(variable, os.ExpandEnv(value))
	}
	return attributes
}
