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
	of := servers(t)
	recording.Answered(t, func(asked question) any {
		s := of(asked.Version)
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
	of := servers(t)
	recording.Answered(t, func(asked question) any {
		return of(asked.Version).verdict(asked.Kind, asked.Config)
	})
}

// servers has the provider of each version that is asked for, which is started once.
func servers(t *testing.T) func(version string) *server {
	started := map[string]*server{}
	return func(version string) *server {
		if started[version] == nil {
			started[version] = newServer(t, version)
		}
		return started[version]
	}
}
