package provider

import (
	"encoding/json"
	"slices"
	"testing"

	"eventstorecloud-planner/tests/engine/provider/recording"

	"github.com/hashicorp/go-cty/cty"
	ctyjson "github.com/hashicorp/go-cty/cty/json"
)

type applyRow struct {
	Versions     []string          `json:"versions"`
	Kind         string            `json:"kind"`
	Old          object            `json:"old"`
	New          object            `json:"new"`
	Errors       []string          `json:"errors"`
	Requests     []string          `json:"requests"`
	StateDiffers map[string][2]any `json:"stateDiffers"`
}

// applied is what came of one creation or update.
type applied struct {
	Errors       []string
	Requests     []string
	StateDiffers string
}

func (s *server) configured(t *testing.T, service *accepting) *server {
	t.Helper()
	t.Setenv(pollVariable, "1ms")
	t.Setenv(identityVariable, service.url)
	problems := s.configure(object{
		"url": service.url, "token": "t", "organization_id": "o", "token_store": t.TempDir(),
		"identity_provider_url": service.url, "client_id": "c",
	})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return s
}

// step brings a resource from its last state to a configuration.
func (s *server) step(kind string, prior cty.Value, next object) (cty.Value, []string) {
	config, problems := converted(next, s.typeOf(kind))
	problems = append(problems, s.validate(kind, config)...)
	if len(problems) > 0 {
		return prior, problems
	}
	plan := s.plan(kind, prior, config)
	if len(plan.answers) > 0 {
		return prior, plan.answers
	}
	if !plan.prior.IsNull() && len(plan.changed()) == 0 {
		return prior, nil
	}
	return s.apply(kind, plan)
}

// must is a step that no test is about.
func (s *server) must(t *testing.T, kind string, prior cty.Value, next object) cty.Value {
	t.Helper()
	state, problems := s.step(kind, prior, next)
	if len(problems) > 0 {
		t.Fatal(kind, problems)
	}
	return state
}

func TestApplied(t *testing.T) {
	var file struct {
		Rows []applyRow `json:"rows"`
	}
	recording.Read(t, "apply.json", true, &file)
	for _, version := range []string{"1.6.0", "1.7.2"} {
		count := tally{t: t, file: "apply " + version}
		for i, row := range file.Rows {
			if slices.Contains(row.Versions, version) {
				s := newServer(t, version)
				recorded := applied{row.Errors, row.Requests, jsonText(row.StateDiffers)}
				count.row(i, row, recorded, s.applied(t, row), "")
			}
		}
		count.end()
	}
}

func (s *server) applied(t *testing.T, row applyRow) applied {
	t.Helper()
	service := startAccepting(t)
	s.configured(t, service)
	prior := cty.NilVal
	if row.Old != nil {
		prior = s.must(t, row.Kind, prior, row.Old)
	}
	service.writes = nil
	state, problems := s.step(row.Kind, prior, row.New)
	result := applied{Errors: problems, Requests: service.writes, StateDiffers: "{}"}
	if len(problems) == 0 {
		result.StateDiffers = jsonText(differing(row.New, state))
	}
	return result
}

// differing is what the state holds in place of what was written.
func differing(config object, state cty.Value) map[string][2]any {
	result := map[string][2]any{}
	for name, written := range config {
		stored := state.GetAttr(name)
		text, err := ctyjson.Marshal(stored, stored.Type())
		if err != nil {
			panic(err)
		}
		if jsonText(written) != string(text) {
			result[name] = [2]any{written, json.RawMessage(text)}
		}
	}
	return result
}

func jsonText(value any) string {
	text, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	return string(text)
}
