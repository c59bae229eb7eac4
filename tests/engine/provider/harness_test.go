package provider

import (
	"context"
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
	"testing"

	"eventstorecloud-planner/tests/engine/provider/recording"

	"github.com/hashicorp/go-cty/cty"
	"github.com/hashicorp/go-cty/cty/convert"
	"github.com/hashicorp/go-cty/cty/msgpack"
	"github.com/hashicorp/terraform-plugin-go/tfprotov5"
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
)

// object is a configuration or a state as JSON.
type object map[string]any

// valueOf is the value that a program's text has before it meets a schema.
func valueOf(value any) cty.Value {
	switch value := value.(type) {
	case nil:
		return cty.NullVal(cty.DynamicPseudoType)
	case bool:
		return cty.BoolVal(value)
	case string:
		return cty.StringVal(value)
	case json.Number:
		number, _, err := big.ParseFloat(string(value), 10, 512, big.ToNearestEven)
		if err != nil {
			panic(err)
		}
		return cty.NumberVal(number)
	case []any:
		elements := make([]cty.Value, len(value))
		for i, element := range value {
			elements[i] = valueOf(element)
		}
		return cty.TupleVal(elements)
	case map[string]any:
		if recording.Marked(value, "$unknown") {
			return cty.DynamicVal
		}
		fields := map[string]cty.Value{}
		for name, field := range value {
			fields[name] = valueOf(field)
		}
		return cty.ObjectVal(fields)
	}
	panic(fmt.Sprintf("no value of type %T", value))
}

// server is a provider as an engine talks to it, but in process.
type server struct {
	provider *schema.Provider
	grpc     *schema.GRPCProviderServer
	prefix   string
	types    map[string]cty.Type
}

func serverOf(t *testing.T, made *schema.Provider, err error, prefix string) *server {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	return &server{made, schema.NewGRPCProviderServer(made), prefix, map[string]cty.Type{}}
}

func newServer(t *testing.T, version string) *server {
	t.Helper()
	made, err := New(version)
	return serverOf(t, made, err, eventStore+"_")
}

func (s *server) resource(kind string) *schema.Resource {
	return s.provider.ResourcesMap[s.prefix+kind]
}

func (s *server) typeOf(kind string) cty.Type {
	if known, given := s.types[kind]; given {
		return known
	}
	s.types[kind] = s.resource(kind).CoreConfigSchema().ImpliedType()
	return s.types[kind]
}

// converted gives a configuration the types of the schema, as the engine does before it asks the provider. What cannot
// be converted becomes unknown, so that the provider's answers to the rest are heard too.
func converted(config object, attributes cty.Type) (cty.Value, []string) {
	var answers []string
	values := map[string]cty.Value{}
	for name, attribute := range attributes.AttributeTypes() {
		written, given := config[name]
		if !given {
			values[name] = cty.NullVal(attribute)
			continue
		}
		value, err := convert.Convert(valueOf(written), attribute)
		if err != nil {
			answers = append(answers, recording.Answer("core", name, "wrong-type"))
			value = cty.UnknownVal(attribute)
		}
		values[name] = value
	}
	for name := range config {
		if !attributes.HasAttribute(name) {
			answers = append(answers, recording.Answer("core", name, "unsupported"))
		}
	}
	return cty.ObjectVal(values), answers
}

func packed(value cty.Value, as cty.Type) *tfprotov5.DynamicValue {
	packed, err := msgpack.Marshal(value, as)
	if err != nil {
		panic(err)
	}
	return &tfprotov5.DynamicValue{MsgPack: packed}
}

func unpacked(value *tfprotov5.DynamicValue, as cty.Type) cty.Value {
	unpacked, err := msgpack.Unmarshal(value.MsgPack, as)
	if err != nil {
		panic(err)
	}
	return unpacked
}

func (s *server) validate(kind string, config cty.Value) []string {
	response, err := s.grpc.ValidateResourceTypeConfig(context.Background(), &tfprotov5.ValidateResourceTypeConfigRequest{
		TypeName: s.prefix + kind,
		Config:   packed(config, s.typeOf(kind)),
	})
	if err != nil {
		panic(err)
	}
	return answers("validate", response.Diagnostics)
}

// proposed is the configuration with what the provider computes: from the last state, or unknown.
func (s *server) proposed(kind string, prior, config cty.Value) cty.Value {
	values := config.AsValueMap()
	for name, attribute := range s.resource(kind).CoreConfigSchema().Attributes {
		if !attribute.Computed || !values[name].IsNull() {
			continue
		}
		if prior.IsNull() {
			values[name] = cty.UnknownVal(attribute.Type)
		} else {
			values[name] = prior.GetAttr(name)
		}
	}
	return cty.ObjectVal(values)
}

type planned struct {
	prior, config, state cty.Value
	private              []byte
	// replace are the attributes that ask for a replacement.
	replace []string
	answers []string
}

func (s *server) plan(kind string, prior, config cty.Value) planned {
	as := s.typeOf(kind)
	if prior == cty.NilVal {
		prior = cty.NullVal(as)
	}
	result := planned{prior: prior, config: config}
	response, err := s.grpc.PlanResourceChange(context.Background(), &tfprotov5.PlanResourceChangeRequest{
		TypeName:         s.prefix + kind,
		PriorState:       packed(prior, as),
		ProposedNewState: packed(s.proposed(kind, prior, config), as),
		Config:           packed(config, as),
	})
	if err != nil {
		panic(err)
	}
	if result.answers = answers("plan", response.Diagnostics); len(result.answers) > 0 {
		return result
	}
	result.state = unpacked(response.PlannedState, as)
	result.private = response.PlannedPrivate
	for _, path := range response.RequiresReplace {
		result.replace = append(result.replace, firstStep(path))
	}
	slices.Sort(result.replace)
	result.replace = slices.Compact(result.replace)
	return result
}

// changed are the attributes whose planned value differs from the last state.
func (p planned) changed() []string {
	names := []string{}
	for name, value := range p.state.AsValueMap() {
		if p.prior.IsNull() || !value.RawEquals(p.prior.GetAttr(name)) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

func (s *server) apply(kind string, plan planned) (cty.Value, []string) {
	as := s.typeOf(kind)
	response, err := s.grpc.ApplyResourceChange(context.Background(), &tfprotov5.ApplyResourceChangeRequest{
		TypeName:       s.prefix + kind,
		PriorState:     packed(plan.prior, as),
		PlannedState:   packed(plan.state, as),
		Config:         packed(plan.config, as),
		PlannedPrivate: plan.private,
	})
	if err != nil {
		panic(err)
	}
	return unpacked(response.NewState, as), answers("apply", response.Diagnostics)
}

// verdict is every answer to one configuration of something new. The plan is asked for what passes the rest.
func (s *server) verdict(kind string, config object) []string {
	value, result := converted(config, s.typeOf(kind))
	result = append(result, s.validate(kind, value)...)
	if len(result) == 0 {
		result = s.plan(kind, cty.NilVal, value).answers
	}
	slices.Sort(result)
	return slices.Compact(result)
}
