package main

import (
	"context"
	"reflect"
	"slices"
	"testing"

	"eventstorecloud-planner/tests/engine/provider/recording"

	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

// outcome is what the engine is told of a resource that is written anew. Diffs and Replaces name a property as often as
// paths in it differ.
type outcome struct {
	Changes             string   `json:"changes"`
	Diffs               []string `json:"diffs"`
	Replaces            []string `json:"replaces"`
	DeleteBeforeReplace bool     `json:"deleteBeforeReplace"`
	Errors              []string `json:"errors"`
}

func sorted(names []string) []string {
	if len(names) == 0 {
		return nil
	}
	result := slices.Clone(names)
	slices.Sort(result)
	return result
}

func (o outcome) sorted() outcome {
	o.Diffs, o.Replaces, o.Errors = sorted(o.Diffs), sorted(o.Replaces), sorted(o.Errors)
	return o
}

func (p plugged) change(it standing, program object) outcome {
	checked, refusals := p.check(it.class, it.inputs.wire(), program.wire())
	if len(refusals) > 0 {
		return outcome{Errors: refusals}
	}
	found, err := p.Diff(context.Background(), &pulumirpc.DiffRequest{
		Urn: p.urn(it.class), Id: it.id, OldInputs: it.inputs.wire(), Olds: it.outputs.wire(), News: checked,
	})
	if err != nil {
		return outcome{Errors: []string{answer("diff", "-", err.Error())}}
	}
	return outcome{
		Changes:             found.GetChanges().String(),
		Diffs:               found.GetDiffs(),
		Replaces:            found.GetReplaces(),
		DeleteBeforeReplace: found.GetDeleteBeforeReplace(),
	}.sorted()
}

// computed is what the service adds to what a program writes.
var computed = map[string]object{
	"ManagedCluster": {
		"dnsName": "x.mesdb.eventstore.cloud", "region": "us-east-1", "resourceProvider": "aws",
		"serverVersionTag": "24.10.1", "diskIops": 0, "diskThroughput": 0, "aclId": "",
	},
	"Peering": {"providerMetadata": map[string]any{"aws_peering_link_id": "pcx-1"}},
}

// stand is a resource as it stands: as it was written, and what the service and the defaults add.
func (p plugged) stand(t *testing.T, class string, program object) standing {
	t.Helper()
	inputs, refusals := p.check(class, nil, program.wire())
	if refusals != nil {
		t.Fatalf("%s %v: %q", class, program, refusals)
	}
	it := standing{class: class, id: "a-resource", inputs: readable(inputs)}
	outputs, refusals := p.preview(class, inputs)
	if refusals != nil {
		t.Fatalf("%s %v: %q", class, program, refusals)
	}
	it.outputs = readable(outputs).with(computed[class]).with(program).with(object{"id": it.id})
	return it
}

func TestDiffs(t *testing.T) {
	var file struct {
		Rows []struct {
			Kind   string `json:"kind"`
			Old    object `json:"old"`
			Change object `json:"change"`
			outcome
		} `json:"rows"`
	}
	recording.Read(t, "diffs-pulumi-0.2.20.json", false, &file)
	plugin := plug(t, eventStore)
	count := tally{t: t}
	for _, row := range file.Rows {
		recorded := row.outcome.sorted()
		got := plugin.change(plugin.stand(t, row.Kind, row.Old), row.Old.with(row.Change))
		count.row(row, reflect.DeepEqual(recorded, got), recorded, got)
	}
	count.end()
}
