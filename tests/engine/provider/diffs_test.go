package provider

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"eventstorecloud-planner/tests/engine/provider/recording"

	"github.com/hashicorp/go-cty/cty"
)

type diffRow struct {
	Kind    string   `json:"kind"`
	Old     object   `json:"old"`
	Change  object   `json:"change"`
	Action  string   `json:"action"`
	Changed []string `json:"changed"`
	Replace []string `json:"replace"`
	Errors  []string `json:"errors"`
}

// outcome is what an engine makes of one change.
type outcome struct {
	Action  string
	Changed []string
	Replace []string
	Errors  []string
}

func (r diffRow) next() object {
	result := maps.Clone(r.Old)
	for name, value := range r.Change {
		if recording.Marked(value, "$absent") {
			delete(result, name)
		} else {
			result[name] = value
		}
	}
	return result
}

// cause is why the row is answered otherwise.
func (r diffRow) cause(version string) string {
	if version == "1.5.0" && r.Action == "replace" && (r.Kind == "managed_cluster" || r.Kind == "peering") {
		return "before 1.5.5 the SDK counts what a replacement will compute as changed; later the engine asks once more for that"
	}
	return ""
}

// stateOf is the state of what stands: as it was written, and what the service and the defaults add.
func (s *server) stateOf(kind string, written, computed object) cty.Value {
	state := object{"id": "a-resource"}
	for name, attribute := range s.resource(kind).Schema {
		switch value, given := written[name]; {
		case given:
			state[name] = value
		case attribute.Computed && (kind == "managed_cluster" || kind == "peering"):
			state[name] = computed[name]
		case attribute.Default != nil:
			state[name] = attribute.Default
		case strings.HasPrefix(name, "disk_"):
			// The service's answer has no such number, which reads as 0.
			state[name] = json.Number("0")
		}
	}
	value, _ := converted(state, s.typeOf(kind))
	return value
}

func (s *server) change(kind string, prior cty.Value, next object) outcome {
	config, errors := converted(next, s.typeOf(kind))
	errors = append(errors, s.validate(kind, config)...)
	if len(errors) > 0 {
		slices.Sort(errors)
		return outcome{Action: "error", Errors: errors}
	}
	plan := s.plan(kind, prior, config)
	if len(plan.answers) > 0 {
		return outcome{Action: "error", Errors: plan.answers}
	}
	result := outcome{Changed: plan.changed()}
	for _, name := range plan.replace {
		if slices.Contains(result.Changed, name) {
			result.Replace = append(result.Replace, name)
		}
	}
	switch {
	case len(result.Changed) == 0:
		result.Action = "none"
	case len(result.Replace) > 0:
		result.Action = "replace"
	default:
		result.Action = "update"
	}
	return result
}

func TestDiffs(t *testing.T) {
	for _, version := range []string{"1.5.0", "1.5.7", "1.5.8", "1.5.15", "1.5.16", "1.5.27", "1.5.28", "1.6.0", "1.7.2"} {
		var file struct {
			Computed object    `json:"computed"`
			Rows     []diffRow `json:"rows"`
		}
		recording.Read(t, "diffs-"+version+".json", true, &file)
		s := newServer(t, version)
		count := tally{t: t, file: "diffs " + version}
		for i, row := range file.Rows {
			prior := s.stateOf(row.Kind, row.Old, file.Computed)
			recorded := outcome{row.Action, row.Changed, row.Replace, row.Errors}
			count.row(i, row, recorded, s.change(row.Kind, prior, row.next()), row.cause(version))
		}
		count.end()
	}
}
