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

// plain has the numbers as the plugin's interface has them.
func plain(fields map[string]any) map[string]any {
	result := map[string]any{}
	for name, value := range fields {
		switch value := value.(type) {
		case json.Number:
			result[name], _ = value.Float64()
		default:
			result[name] = value
		}
	}
	return result
}
