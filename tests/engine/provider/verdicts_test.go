package provider

import (
	"slices"
	"strings"
	"testing"

	"eventstorecloud-planner/tests/engine/provider/recording"

	"github.com/hashicorp/go-cty/cty"
)

type configRow struct {
	Name   string `json:"name"`
	Kind   string `json:"kind"`
	Config object `json:"config"`
	// By version. One that is left out answers as 1.7.2; null: it has no such kind.
	Verdicts map[string][]string `json:"verdicts"`
	Apply    string              `json:"apply"`
}

func (r configRow) recorded(version string) (verdict []string, hasKind bool) {
	verdict, given := r.Verdicts[version]
	if !given {
		return r.Verdicts["1.7.2"], true
	}
	return verdict, verdict != nil
}

func TestVerdictsOfConfigurations(t *testing.T) {
	var file struct {
		Rows []configRow `json:"rows"`
	}
	recording.Read(t, "configs.json", true, &file)
	for _, version := range []string{"1.5.29", "1.6.0", "1.7.2"} {
		s := newServer(t, version)
		count := tally{t: t, file: "verdicts " + version}
		for i, row := range file.Rows {
			recorded, hasKind := row.recorded(version)
			if !hasKind {
				if s.resource(row.Kind) != nil {
					t.Errorf("%s has no resource %s", version, row.Kind)
				}
				continue
			}
			slices.Sort(recorded)
			got := s.verdict(row.Kind, row.Config)
			count.row(i, row, recorded, got, "")
		}
		count.end()
	}
}

// The configurations about which this product and the provider once differed. Here a verdict says only stage and
// attribute, and Apply whether the provider itself refuses what passed.
func TestVerdictsOfNamedConfigurations(t *testing.T) {
	var file struct {
		Rows []configRow `json:"rows"`
	}
	recording.Read(t, "named.json", true, &file)
	for _, version := range []string{"1.6.0", "1.7.2"} {
		count := tally{t: t, file: "named " + version}
		applies := tally{t: t, file: "named, applied " + version}
		for _, row := range file.Rows {
			recorded, _ := row.recorded(version)
			s := newServer(t, version)
			var got []string
			for _, answer := range s.verdict(row.Kind, row.Config) {
				place, _, _ := strings.Cut(answer, ": ")
				got = append(got, place)
			}
			count.row(row.Name, row, recorded, got, "")
			if row.Apply == "" || len(recorded) > 0 {
				continue
			}
			outcome := "accepted"
			if _, problems := s.configured(t, startAccepting(t)).step(row.Kind, cty.NilVal, row.Config); len(problems) > 0 {
				outcome = "refused"
			}
			applies.row(row.Name, row, row.Apply, outcome, "")
		}
		count.end()
		applies.end()
	}
}
