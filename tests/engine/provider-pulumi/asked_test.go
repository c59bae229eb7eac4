package main

import (
	"encoding/json"
	"testing"

	"eventstorecloud-planner/tests/engine/provider/recording"
)

// TestAskedDiffs answers changes that a generator makes up (`changes-generated.test.mjs`).
func TestAskedDiffs(t *testing.T) {
	type question struct {
		Kind   string `json:"kind"`
		Old    object `json:"old"`
		Change object `json:"change"`
	}
	plugin := plug(t, eventStore)
	recording.Answered(t, func(asked question) any {
		before, change := object(plain(asked.Old)), object(plain(asked.Change))
		if _, refusals := plugin.check(asked.Kind, nil, before.wire()); refusals != nil {
			return outcome{Errors: refusals}
		}
		return plugin.change(plugin.stand(t, asked.Kind, before), before.with(change))
	})
}

// TestAskedVerdicts judges configurations that a generator makes up (`verdicts-generated.test.mjs`).
func TestAskedVerdicts(t *testing.T) {
	type question struct {
		Kind   string `json:"kind"`
		Config object `json:"config"`
	}
	plugin := plug(t, eventStore)
	recording.Answered(t, func(asked question) any {
		return plugin.verdict(classes[asked.Kind], object(plain(asked.Config)).inPulumi())
	})
}

// plain has the numbers as the plugin's interface has them.
func plain(fields map[string]any) map[string]any {
	result := map[string]any{}
	for name, value := range fields {
		result[name] = plainValue(value)
	}
	return result
}

func plainValue(value any) any {
	switch value := value.(type) {
	case json.Number:
		number, _ := value.Float64()
		return number
	case map[string]any:
		return plain(value)
	case []any:
		result := make([]any, len(value))
		for at, item := range value {
			result[at] = plainValue(item)
		}
		return result
	default:
		return value
	}
}
