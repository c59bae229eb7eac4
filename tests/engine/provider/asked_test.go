package provider

import (
	"testing"

	"eventstorecloud-planner/tests/engine/provider/recording"
)

// TestAskedDiffs answers changes that a generator makes up (`changes-generated.test.mjs`).
func TestAskedDiffs(t *testing.T) {
	type question struct {
		diffRow
		Version  string `json:"version"`
		Computed object `json:"computed"`
	}
	servers := map[string]*server{}
	recording.Answered(t, func(asked question) any {
		s, made := servers[asked.Version]
		if !made {
			s = newServer(t, asked.Version)
			servers[asked.Version] = s
		}
		return s.change(asked.Kind, s.stateOf(asked.Kind, asked.Old, asked.Computed), asked.next())
	})
}

// TestAskedVerdicts judges configurations that a generator makes up (`verdicts-generated.test.mjs`).
func TestAskedVerdicts(t *testing.T) {
	type question struct {
		Version string `json:"version"`
		Kind    string `json:"kind"`
		Config  object `json:"config"`
	}
	servers := map[string]*server{}
	recording.Answered(t, func(asked question) any {
		s, made := servers[asked.Version]
		if !made {
			s = newServer(t, asked.Version)
			servers[asked.Version] = s
		}
		return s.verdict(asked.Kind, asked.Config)
	})
}
