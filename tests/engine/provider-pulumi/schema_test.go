package main

import (
	"context"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	pschema "github.com/pulumi/pulumi/pkg/v3/codegen/schema"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

func schemaOf(t *testing.T, served pulumiPackage) pschema.PackageSpec {
	t.Helper()
	found, err := plug(t, served).GetSchema(context.Background(), &pulumirpc.GetSchemaRequest{})
	if err != nil {
		t.Fatal(err)
	}
	var spec pschema.PackageSpec
	if err := json.Unmarshal([]byte(found.GetSchema()), &spec); err != nil {
		t.Fatal(err)
	}
	return spec
}

// sdk is the published npm package, which is made from the published schema; stub stands in for that of kurrentcloud.
const (
	sdk  = "../../../node_modules/@eventstore/pulumi-eventstorecloud"
	stub = "../stub-sdk"
)

// declarations are the fields of an interface of an SDK, each as `name?: type` without the wrappers of Pulumi.
func declarations(t *testing.T, folder, file, name string) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(folder, file))
	if err != nil {
		t.Fatalf("%v; the published SDK comes with `npm ci`", err)
	}
	_, body, found := strings.Cut(comments.ReplaceAllString(string(text), ""), "interface "+name+" {")
	if !found {
		return nil
	}
	body = wrappers.ReplaceAllString(strings.Join(strings.Fields(body), ""), "")
	// The key of a map would look like one more field. Maps without a type for their elements were maps of anything, and
	// are maps of strings to the bridge of today.
	body = strings.NewReplacer(
		"{[key:string]:any;}", "string{}", "{[key:string]:string;}", "string{}",
		"AnyMap", "string{}", "Record<string,string", "string{}",
	).Replace(body)
	body, _, _ = strings.Cut(body, ";}")
	fields := strings.Split(body, ";")
	slices.Sort(fields)
	return fields
}

var (
	comments = regexp.MustCompile(`(?s)/\*.*?\*/`)
	wrappers = regexp.MustCompile(`pulumi\.Input<|readonly|>`)
)

func declared(properties map[string]pschema.PropertySpec, required []string) []string {
	var fields []string
	for _, name := range slices.Sorted(maps.Keys(properties)) {
		optional := "?"
		if slices.Contains(required, name) {
			optional = ""
		}
		fields = append(fields, name+optional+":"+inTypeScript(properties[name].TypeSpec))
	}
	slices.Sort(fields)
	return fields
}

func inTypeScript(spec pschema.TypeSpec) string {
	switch spec.Type {
	case "array":
		return inTypeScript(*spec.Items) + "[]"
	case "object":
		return inTypeScript(*spec.AdditionalProperties) + "{}"
	case "integer":
		return "number"
	case "":
		return strings.ToLower(strings.TrimPrefix(spec.Ref, "pulumi.json#/"))
	}
	return spec.Type
}

// fileOf is the SDK's file of a class or a function: only the first letters of its name are lower case.
func fileOf(t *testing.T, member string) string {
	t.Helper()
	files, err := os.ReadDir(sdk)
	if err != nil {
		t.Fatalf("%v; the SDK comes with `npm ci`", err)
	}
	for _, file := range files {
		if strings.EqualFold(file.Name(), member+".d.ts") {
			return file.Name()
		}
	}
	t.Fatalf("the SDK has no %s", member)
	return ""
}

func TestSchemaIsThatOfThePublishedSDK(t *testing.T) {
	spec := schemaOf(t, eventStore)
	compare := func(what string, published, ours []string) {
		t.Helper()
		if !slices.Equal(published, ours) {
			t.Errorf("%s: the SDK has %q, the schema %q", what, published, ours)
		}
	}
	index, err := os.ReadFile(filepath.Join(sdk, "index.d.ts"))
	if err != nil {
		t.Fatal(err)
	}
	var members, tokens []string
	for _, found := range regexp.MustCompile(`export declare const (\w+):`).FindAllStringSubmatch(string(index), -1) {
		if found[1] != "Provider" && !strings.HasSuffix(found[1], "Output") {
			members = append(members, eventStore.token(found[1]))
		}
	}
	tokens = append(slices.Collect(maps.Keys(spec.Resources)), slices.Collect(maps.Keys(spec.Functions))...)
	compare("all", sorted(members), sorted(tokens))
	for token, resource := range spec.Resources {
		class := token[strings.LastIndex(token, ":")+1:]
		file := fileOf(t, class)
		compare(class, declarations(t, sdk, file, class+"Args"), declared(resource.InputProperties, resource.RequiredInputs))
		compare(class, declarations(t, sdk, file, class+"State"), declared(resource.StateInputs.Properties, nil))
	}
	for token, function := range spec.Functions {
		name := token[strings.LastIndex(token, ":")+1:]
		args := strings.ToUpper(name[:1]) + name[1:]
		compare(name, declarations(t, sdk, fileOf(t, name), args+"Args"), declared(function.Inputs.Properties, function.Inputs.Required))
		compare(name, declarations(t, sdk, fileOf(t, name), args+"Result"),
			declared(function.ReturnType.ObjectTypeSpec.Properties, function.ReturnType.ObjectTypeSpec.Required))
	}
	// The published schema requires all settings, though each has a default.
	compare("Provider", declarations(t, sdk, "provider.d.ts", "ProviderArgs"),
		declared(spec.Provider.InputProperties, slices.Collect(maps.Keys(spec.Provider.InputProperties))))
	if token := spec.Provider.InputProperties["token"]; !token.Secret {
		t.Error("the token of the provider is no secret")
	}
}

func TestSchemaOfKurrentcloud(t *testing.T) {
	old, spec := schemaOf(t, eventStore), schemaOf(t, kurrent)
	for token, resource := range spec.Resources {
		class := token[strings.LastIndex(token, ":")+1:]
		aliases := []pschema.AliasSpec{{Type: eventStore.token(class)}}
		if _, existed := old.Resources[eventStore.token(class)]; !existed {
			aliases = nil
		}
		if !slices.Equal(resource.Aliases, aliases) {
			t.Errorf("%s: aliases %v", token, resource.Aliases)
		}
	}
	for _, setting := range []string{"clientSecret", "token"} {
		if !spec.Provider.InputProperties[setting].Secret {
			t.Errorf("the setting %s is no secret", setting)
		}
	}
}

// TestStubSDK: the stand-in for the SDK of kurrentcloud declares what its plugin takes and gives.
func TestStubSDK(t *testing.T) {
	spec := schemaOf(t, kurrent)
	for token, resource := range spec.Resources {
		class := token[strings.LastIndex(token, ":")+1:]
		inputs := declarations(t, stub, "index.d.ts", class+"Inputs")
		if ours := declared(resource.InputProperties, resource.RequiredInputs); !slices.Equal(inputs, ours) {
			t.Errorf("%s: the SDK takes %q, the schema %q", class, inputs, ours)
		}
		given := maps.Clone(resource.Properties)
		maps.DeleteFunc(given, func(name string, _ pschema.PropertySpec) bool {
			_, written := resource.InputProperties[name]
			return written
		})
		outputs := declarations(t, stub, "index.d.ts", class+"Outputs")
		if ours := declared(given, resource.Required); !slices.Equal(outputs, ours) {
			t.Errorf("%s: the SDK gives %q, the schema %q", class, outputs, ours)
		}
	}
	settings := declarations(t, stub, "index.d.ts", "ProviderInputs")
	required := []string{"clientId", "identityProviderUrl", "organizationId", "token", "tokenStore", "url"}
	if ours := declared(spec.Provider.InputProperties, required); !slices.Equal(settings, ours) {
		t.Errorf("the provider: the SDK takes %q, the schema %q", settings, ours)
	}
}
