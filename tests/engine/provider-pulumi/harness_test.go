package main

import (
	"context"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"eventstorecloud-planner/tests/engine/provider/recording"

	"github.com/pulumi/pulumi/sdk/v3/go/common/resource"
	"github.com/pulumi/pulumi/sdk/v3/go/common/resource/plugin"
	"github.com/pulumi/pulumi/sdk/v3/go/common/util/rpcutil/rpcerror"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"google.golang.org/protobuf/types/known/structpb"
)

// object is the properties of one resource, as JSON with marks for what JSON has not.
type object map[string]any

func valueOf(value any) resource.PropertyValue {
	switch value := value.(type) {
	case map[string]any:
		if recording.Marked(value, "$unknown") {
			return resource.MakeComputed(resource.NewProperty(""))
		}
		fields := resource.PropertyMap{}
		for name, field := range value {
			fields[resource.PropertyKey(name)] = valueOf(field)
		}
		return resource.NewProperty(fields)
	case []any:
		elements := []resource.PropertyValue{}
		for _, element := range value {
			elements = append(elements, valueOf(element))
		}
		return resource.NewProperty(elements)
	}
	return resource.NewPropertyValue(value)
}

func (o object) wire() *structpb.Struct {
	packed, err := plugin.MarshalProperties(valueOf(map[string]any(o)).ObjectValue(), plugin.MarshalOptions{KeepUnknowns: true})
	if err != nil {
		panic(err)
	}
	return packed
}

// readable is what came over the wire, with unknown values marked and secrets uncovered.
func readable(packed *structpb.Struct) object {
	properties, err := plugin.UnmarshalProperties(packed, plugin.MarshalOptions{KeepUnknowns: true})
	if err != nil {
		panic(err)
	}
	return properties.MapRepl(nil, func(value resource.PropertyValue) (any, bool) {
		if value.IsComputed() {
			return map[string]any{"$unknown": true}, true
		}
		return nil, false
	})
}

// with is a copy with the changes made; `$absent` takes a property out.
func (o object) with(changes object) object {
	result := maps.Clone(o)
	for name, value := range changes {
		if recording.Marked(value, "$absent") {
			delete(result, name)
		} else {
			result[name] = value
		}
	}
	return result
}

// plugged is one package as an engine talks to it, but in process.
type plugged struct {
	pulumirpc.ResourceProviderServer
	served pulumiPackage
}

func plug(t *testing.T, served pulumiPackage) plugged {
	t.Helper()
	if program := os.Getenv(pluginVariable); program != "" && served.name == eventStore.name {
		return plugged{startProcess(t, program), served}
	}
	return inProcess(t, served)
}

func inProcess(t *testing.T, served pulumiPackage) plugged {
	t.Helper()
	made, err := served.server(nil)
	if err != nil {
		t.Fatal(err)
	}
	return plugged{made, served}
}

func (p plugged) urn(class string) string {
	return "urn:pulumi:test::engine::" + p.served.token(class) + "::r"
}

var seed = []byte("0123456789abcdef0123456789abcdef")

// check gives the inputs as the plugin completes them, and its refusals.
func (p plugged) check(class string, olds, news *structpb.Struct) (*structpb.Struct, []string) {
	response, err := p.Check(context.Background(), &pulumirpc.CheckRequest{
		Urn: p.urn(class), Olds: olds, News: news, RandomSeed: seed,
	})
	if err != nil {
		return nil, []string{answer("check", "-", err.Error())}
	}
	var refusals []string
	for _, failure := range response.GetFailures() {
		refusals = append(refusals, answer("check", pathOf(failure.GetReason()), failure.GetReason()))
	}
	slices.Sort(refusals)
	return response.GetInputs(), slices.Compact(refusals)
}

// preview is what a resource that is new would have, or the refusals.
func (p plugged) preview(class string, inputs *structpb.Struct) (*structpb.Struct, []string) {
	response, err := p.Create(context.Background(), &pulumirpc.CreateRequest{
		Urn: p.urn(class), Properties: inputs, Preview: true,
	})
	if err != nil {
		return nil, []string{answer("create-preview", "-", err.Error())}
	}
	return response.GetProperties(), nil
}

// configure makes the plugin ready for calls of the service.
func (p plugged) configure(t *testing.T, settings object) {
	t.Helper()
	_, err := p.Configure(context.Background(), &pulumirpc.ConfigureRequest{
		Args: settings.wire(), AcceptSecrets: true, AcceptResources: true,
	})
	if err != nil {
		t.Fatal(err)
	}
}

// standing is a resource as the engine keeps it: what was asked for, and what the plugin answered.
type standing struct {
	class   string
	id      string
	inputs  object
	outputs object
}

func (p plugged) create(t *testing.T, class string, program object) standing {
	t.Helper()
	inputs, refusals := p.check(class, nil, program.wire())
	if refusals != nil {
		t.Fatalf("%s %v: %q", class, program, refusals)
	}
	it := standing{class: class, inputs: readable(inputs)}
	made, err := p.Create(context.Background(), &pulumirpc.CreateRequest{Urn: p.urn(class), Properties: inputs})
	if err != nil {
		t.Fatalf("%s %v: %v", class, program, err)
	}
	it.id, it.outputs = made.GetId(), readable(made.GetProperties())
	return it
}

// refresh is the same resource as the service has it.
func (p plugged) refresh(t *testing.T, it standing) standing {
	t.Helper()
	found, err := p.Read(context.Background(), &pulumirpc.ReadRequest{
		Urn: p.urn(it.class), Id: it.id, Inputs: it.inputs.wire(), Properties: it.outputs.wire(),
	})
	if err != nil {
		t.Fatalf("%s: %v", it.class, err)
	}
	return standing{it.class, found.GetId(), readable(found.GetInputs()), readable(found.GetProperties())}
}

// update gives the state that the engine keeps, also of an update that failed, and what it was told.
func (p plugged) update(t *testing.T, it standing, program object) (standing, string) {
	t.Helper()
	inputs, refusals := p.check(it.class, it.inputs.wire(), program.wire())
	if refusals != nil {
		t.Fatalf("%s %v: %q", it.class, program, refusals)
	}
	it.inputs = readable(inputs)
	changed, err := p.Update(context.Background(), &pulumirpc.UpdateRequest{
		Urn: p.urn(it.class), Id: it.id, OldInputs: it.inputs.wire(), Olds: it.outputs.wire(), News: inputs,
	})
	if err != nil {
		kept := keptState(t, err)
		it.outputs = readable(kept.GetProperties())
		return it, strings.Join(kept.GetReasons(), "\n")
	}
	it.outputs = readable(changed.GetProperties())
	return it, ""
}

// keptState is what the engine keeps of a resource whose operation failed half-way.
func keptState(t *testing.T, err error) *pulumirpc.ErrorResourceInitFailed {
	t.Helper()
	if described, has := rpcerror.FromError(err); has {
		for _, detail := range described.Details() {
			if kept, is := detail.(*pulumirpc.ErrorResourceInitFailed); is {
				return kept
			}
		}
	}
	t.Fatalf("no state is kept: %v", err)
	return nil
}

// step is what the engine would do if the program now said this.
func (p plugged) step(it standing, program object) string {
	found := p.change(it, program)
	switch {
	case len(found.Errors) > 0:
		return strings.Join(found.Errors, ", ")
	case found.Changes == pulumirpc.DiffResponse_DIFF_NONE.String():
		return "none"
	case len(found.Replaces) > 0:
		return "replace"
	}
	return "update"
}

// verdict is every answer to one configuration of something new. The preview is asked for what passes the check.
func (p plugged) verdict(class string, config object) (refusals []string) {
	defer func() {
		if recover() != nil {
			refusals = []string{"panic@-: plugin-crash"}
		}
	}()
	inputs, refusals := p.check(class, nil, config.wire())
	if len(refusals) > 0 {
		return refusals
	}
	_, refusals = p.preview(class, inputs)
	return refusals
}

// answer is one refusal by its text.
func answer(stage, attribute, text string) string {
	return recording.Answer(stage, attribute, recording.What(text, reasons...))
}

// reasons are what only this side's refusals are about.
var reasons = []recording.Reason{
	{"mapped non-uniquely", "name-clash"},
	{"timeout", "timeouts"},
	{"unconvertible type", "wrong-type"},
	{"invalid syntax", "wrong-type"},
	{"must be a single value", "wrong-type"},
}

// kept is how much of a message the recording kept. What a longer one is about is at its end, and so is not known.
const kept = 200

var quoted = regexp.MustCompile(`Examine values at '[^'.]*\.([^'.[]+)(\[\d+\])?([^']*)'`)

// pathOf is the Terraform name of what a failure is about, which only its text tells. Of several wrong keys of one map
// the SDK names any, so the key does not count.
func pathOf(reason string) string {
	if runes := []rune(reason); len(runes) > kept {
		reason = string(runes[:kept])
	}
	found := quoted.FindStringSubmatch(reason)
	if found == nil {
		return "-"
	}
	path := snake(found[1]) + found[2]
	if found[3] != "" {
		path += "[key]"
	}
	return path
}

var keyOfMap = regexp.MustCompile(`\["[^"]*"\]`)

// withoutKeys drops from recorded answers what pathOf drops from those of today.
func withoutKeys(answers []string) []string {
	var result []string
	for _, recorded := range answers {
		result = append(result, keyOfMap.ReplaceAllString(recorded, "[key]"))
	}
	slices.Sort(result)
	return slices.Compact(result)
}

var upper = regexp.MustCompile(`[A-Z]`)

func snake(name string) string {
	return upper.ReplaceAllStringFunc(name, func(letter string) string { return "_" + strings.ToLower(letter) })
}

var afterUnderscore = regexp.MustCompile(`_[a-z]`)

func camel(name string) string {
	return afterUnderscore.ReplaceAllStringFunc(name, func(pair string) string { return strings.ToUpper(pair[1:]) })
}

// inPulumi is a configuration of Terraform with the names that Pulumi gives to its properties.
func (o object) inPulumi() object {
	result := object{}
	for name, value := range o {
		result[camel(name)] = value
	}
	return result
}
