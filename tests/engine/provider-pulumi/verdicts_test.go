package main

import (
	"slices"
	"strings"
	"testing"

	"eventstorecloud-planner/tests/engine/provider/recording"
)

// published is how the files call the plugin whose answers they hold: version 0.2.20, with the bridge 3.57.0.
const published = "pulumi 0.2.20"

type verdictRow struct {
	Name     string              `json:"name"`
	Kind     string              `json:"kind"`
	Config   object              `json:"config"`
	Verdicts map[string][]string `json:"verdicts"`
}

func verdictRows(t *testing.T, name string) []verdictRow {
	t.Helper()
	var file struct {
		Rows []verdictRow `json:"rows"`
	}
	recording.Read(t, name, false, &file)
	return file.Rows
}

// tally counts the rows that agree. All do: a row that once does not has to be listed here, with its cause.
type tally struct {
	t           *testing.T
	rows, agree int
}

func (c *tally) row(row any, agrees bool, recorded, got any) {
	c.t.Helper()
	c.rows++
	if agrees {
		c.agree++
	} else {
		c.t.Errorf("%v: recorded %v, got %v", row, recorded, got)
	}
}

func (c *tally) end() {
	c.t.Helper()
	c.t.Logf("%d of %d rows agree", c.agree, c.rows)
	if c.rows == 0 {
		c.t.Error("there are no rows")
	}
}

func TestVerdictsOfConfigurations(t *testing.T) {
	plugin := plug(t, eventStore)
	count := tally{t: t}
	for _, row := range verdictRows(t, "configs.json") {
		recorded := withoutKeys(row.Verdicts[published])
		got := sorted(plugin.verdict(classes[row.Kind], row.Config.inPulumi()))
		count.row(row, slices.Equal(recorded, slices.Compact(got)), recorded, got)
	}
	count.end()
}

// TestVerdictsOfNamedConfigurations: of these only the stage was recorded.
func TestVerdictsOfNamedConfigurations(t *testing.T) {
	plugin := plug(t, eventStore)
	count := tally{t: t}
	for _, row := range verdictRows(t, "named.json") {
		var stages []string
		for _, refusal := range plugin.verdict(classes[row.Kind], row.Config.inPulumi()) {
			stage, _, _ := strings.Cut(refusal, "@")
			stages = append(stages, stage)
		}
		stages = slices.Compact(stages)
		count.row(row, slices.Equal(row.Verdicts[published], stages), row.Verdicts[published], stages)
	}
	count.end()
}
