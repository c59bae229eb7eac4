package main

import (
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
	"github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfbridge"
	shim "github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfshim"
)

// The bridge turns text that is written for an integer into a number, and gives up at the first that is none. The
// published plugin hands the text on to the provider, which reads more of them ("0x10", "+8", "") and lists the rest
// with its other findings. So the schema hides from the bridge which properties are integers; in what goes back to the
// engine the mapping makes numbers of them.

func keepWrittenNumbers(info *tfbridge.ResourceInfo, resource *schema.Resource) {
	for name, attribute := range resource.Schema {
		if attribute.Type != schema.TypeInt {
			continue
		}
		if info.Fields == nil {
			info.Fields = map[string]*tfbridge.SchemaInfo{}
		}
		info.Fields[name] = &tfbridge.SchemaInfo{Type: "integer"}
	}
}

type writtenNumbers struct{ shim.SchemaMap }

func (m writtenNumbers) Get(name string) shim.Schema {
	found, _ := m.GetOk(name)
	return found
}

func (m writtenNumbers) GetOk(name string) (shim.Schema, bool) {
	found, known := m.SchemaMap.GetOk(name)
	if known && found.Type() == shim.TypeInt {
		return writtenNumber{found}, true
	}
	return found, known
}

func (m writtenNumbers) Range(each func(name string, found shim.Schema) bool) {
	m.SchemaMap.Range(func(name string, _ shim.Schema) bool { return each(name, m.Get(name)) })
}

type writtenNumber struct{ shim.Schema }

func (writtenNumber) Type() shim.ValueType { return shim.TypeInvalid }
