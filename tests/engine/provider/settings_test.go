package provider

import (
	"context"
	"maps"
	"slices"
	"strings"
	"testing"

	"eventstorecloud-planner/tests/engine/provider/recording"

	"github.com/hashicorp/go-cty/cty"
	"github.com/hashicorp/terraform-plugin-go/tfprotov5"
)

func (s *server) configure(config object) []string {
	block, err := s.grpc.GetProviderSchema(context.Background(), &tfprotov5.GetProviderSchemaRequest{})
	if err != nil {
		panic(err)
	}
	attributes := map[string]cty.Type{}
	for _, attribute := range block.Provider.Block.Attributes {
		attributes[attribute.Name] = cty.String
	}
	as := cty.Object(attributes)
	known := object{}
	for name, value := range config {
		// Settings that a version does not have yet are left out where the test gives them to all.
		if as.HasAttribute(name) || !slices.Contains([]string{"identity_provider_url", "client_id"}, name) {
			known[name] = value
		}
	}
	value, problems := converted(known, as)
	if len(problems) > 0 {
		return problems
	}
	prepared, err := s.grpc.PrepareProviderConfig(context.Background(), &tfprotov5.PrepareProviderConfigRequest{Config: packed(value, as)})
	if err != nil {
		panic(err)
	}
	if problems := answers("validate", prepared.Diagnostics); len(problems) > 0 {
		return problems
	}
	response, err := s.grpc.ConfigureProvider(context.Background(), &tfprotov5.ConfigureProviderRequest{Config: prepared.PreparedConfig})
	if err != nil {
		panic(err)
	}
	return answers("configure", response.Diagnostics)
}

type settingRow struct {
	Setting string `json:"setting"`
	Value   any    `json:"value"`
	// Since the version, up to the next one that is named.
	Errors map[string][]string `json:"errors"`
}

func TestSettings(t *testing.T) {
	var file struct {
		Versions []string     `json:"versions"`
		Base     object       `json:"base"`
		Rows     []settingRow `json:"rows"`
	}
	recording.Read(t, "provider.json", true, &file)
	for _, version := range file.Versions {
		count := tally{t: t, file: "provider " + version}
		for i, row := range file.Rows {
			var recorded []string
			counts := false
			for _, since := range file.Versions {
				if errors, given := row.Errors[since]; given {
					recorded, counts = errors, true
				}
				if since == version {
					break
				}
			}
			if !counts {
				continue
			}
			t.Run(version+" "+row.Setting, func(t *testing.T) {
				count.row(i, row, recorded, settingAnswer(t, version, file.Base, row), "")
			})
		}
		count.end()
	}
}

func settingAnswer(t *testing.T, version string, base object, row settingRow) []string {
	directory := t.TempDir()
	t.Chdir(directory)
	t.Setenv("HOME", directory+"/home")
	for _, variable := range []string{"ESC_URL", "ESC_TOKEN", "ESC_ORG_ID", "ESC_TOKEN_STORE", "ESC_CLIENT_ID", "ESC_IDENTITY_PROVIDER_URL"} {
		t.Setenv(variable, "")
	}
	config := maps.Clone(base)
	config["token_store"] = directory + "/tokens"
	switch row.Setting {
	case "@empty":
		config = object{}
	case "@full":
	case "@env":
		given := row.Value.([]any)
		for name, value := range given[0].(map[string]any) {
			t.Setenv(name, value.(string))
		}
		config = given[1].(map[string]any)
	default:
		switch value := row.Value.(type) {
		case string:
			config[row.Setting] = strings.ReplaceAll(value, "x*3000", strings.Repeat("x", 3000))
			if value == "__m__" {
				delete(config, row.Setting)
			}
		default:
			config[row.Setting] = value
		}
	}
	return newServer(t, version).configure(config)
}
