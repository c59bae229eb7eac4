package main

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

// inputsOf are the inputs as the plugin completes them.
func inputsOf(t *testing.T, plugin plugged, class string, program object) object {
	t.Helper()
	inputs, refusals := plugin.check(class, nil, program.wire())
	if refusals != nil {
		t.Fatalf("%s: %q", class, refusals)
	}
	return readable(inputs)
}

func TestNamesAreMade(t *testing.T) {
	plugin := plug(t, eventStore)
	made := regexp.MustCompile(`^r-[0-9a-f]{7}$`)
	for class, program := range written {
		_, hasName := program["name"]
		inputs := inputsOf(t, plugin, class, program.with(object{"name": absent}))
		name, given := inputs["name"].(string)
		if given != hasName || given && !made.MatchString(name) {
			t.Errorf("%s without a name is called %v", class, inputs["name"])
		}
		if marks := fmt.Sprint(inputs[defaultsMark]); strings.Contains(marks, "name") != hasName {
			t.Errorf("%s without a name: filled in is %s", class, marks)
		}
	}
}

func TestWrittenValuesAreCoerced(t *testing.T) {
	plugin := plug(t, eventStore)
	for _, row := range []struct {
		property      string
		written, kept any
	}{
		{"diskSize", 4096.9, 4096.0},
		{"diskSize", "500", 500.0},
		{"diskSize", "0x10", 16.0},
		{"name", 5.0, "5"},
		{"name", true, "true"},
		{"protected", "true", true},
		{"serverVersion", 24.1, "24.1"},
	} {
		inputs := inputsOf(t, plugin, "ManagedCluster", written["ManagedCluster"].with(object{row.property: row.written}))
		if inputs[row.property] != row.kept {
			t.Errorf("%s %v became %v, not %v", row.property, row.written, inputs[row.property], row.kept)
		}
	}
	_, refusals := plugin.check("ManagedCluster", nil, written["ManagedCluster"].with(object{"diskSize": 7.9}).wire())
	if !slices.Equal(refusals, []string{"check@disk_size: range"}) {
		t.Errorf("a disk of 7.9 GB: %q", refusals)
	}
	noIOPS := written["ManagedCluster"].with(object{"diskType": "ssd", "diskIops": 0.5, "diskThroughput": absent})
	if refusals := plugin.verdict("ManagedCluster", noIOPS); refusals != nil {
		t.Errorf("0.5 IOPS for another type of disk: %q", refusals)
	}
}

func TestMapsCarryTheMark(t *testing.T) {
	_, plugin := serveEcho(t, eventStore)
	marks := []any{}
	deployed := plugin.create(t, "Acl", written["Acl"])
	for when, it := range map[string]standing{"new": deployed, "refreshed": plugin.refresh(t, deployed)} {
		for _, entry := range it.inputs["cidrBlocks"].([]any) {
			if fmt.Sprint(entry.(map[string]any)[defaultsMark]) != fmt.Sprint(marks) {
				t.Errorf("an entry of the inputs, %s: %v", when, entry)
			}
		}
		for _, entry := range it.outputs["cidrBlocks"].([]any) {
			if len(entry.(map[string]any)) != 2 {
				t.Errorf("an entry of the outputs, %s: %v", when, entry)
			}
		}
	}
}

func TestRefreshedIntegrationLosesItsSecret(t *testing.T) {
	_, plugin := serveEcho(t, eventStore)
	it := plugin.refresh(t, plugin.create(t, "Integration", written["Integration"]))
	if got := fmt.Sprint(it.outputs["data"]); got != "map[channel_id:C0123 sink:slack]" {
		t.Errorf("outputs: %s", got)
	}
	if got := fmt.Sprint(it.inputs["data"]); got != "map[__defaults:[] sink:slack]" {
		t.Errorf("inputs: %s", got)
	}
}

func TestStatesHaveNothingNewer(t *testing.T) {
	_, plugin := serveEcho(t, eventStore)
	for class, program := range written {
		it := plugin.create(t, class, program)
		for name := range it.outputs {
			if strings.HasPrefix(name, "__") && (name != "__meta" || class != "Peering") {
				t.Errorf("the state of %s has %s", class, name)
			}
		}
	}
}

func TestPreviewOfAnUpdateHasTheID(t *testing.T) {
	_, plugin := serveEcho(t, eventStore)
	it := plugin.create(t, "Acl", written["Acl"])
	inputs := inputsOf(t, plugin, "Acl", written["Acl"].with(object{"name": "other"}))
	planned, err := plugin.Update(context.Background(), &pulumirpc.UpdateRequest{
		Urn: plugin.urn("Acl"), Id: it.id, OldInputs: it.inputs.wire(), Olds: it.outputs.wire(), News: inputs.wire(),
		Preview: true,
	})
	if err != nil {
		t.Fatal(err)
	}
	if id := readable(planned.GetProperties())["id"]; id != it.id {
		t.Errorf("the id %v is planned to become %v", it.id, id)
	}
}

// TestOrderOfAnUpdate has everything at once, with a disk that becomes smaller at its end.
func TestOrderOfAnUpdate(t *testing.T) {
	service, plugin := serveEcho(t, eventStore)
	it := plugin.create(t, "ManagedCluster", written["ManagedCluster"])
	service.writes = nil
	smaller := written["ManagedCluster"].with(object{
		"name": "other", "instanceType": "M8", "serverVersionTag": "26.0.1", "diskSize": 8,
	})
	it, told := plugin.update(t, it, smaller)
	if want := []string{"PUT clusters", "PUT clusters commands/resize", "PUT clusters commands/upgrade"}; !slices.Equal(service.writes, want) {
		t.Errorf("requests: %q", service.writes)
	}
	if !strings.Contains(told, "smaller") {
		t.Errorf("the engine is told %q", told)
	}
	// The state has what was wanted, so the next run finds nothing to do.
	if it.outputs["diskSize"] != 8.0 {
		t.Errorf("the state has a disk of %v GB", it.outputs["diskSize"])
	}
	if got := plugin.step(it, smaller); got != "none" {
		t.Errorf("the next run: %s", got)
	}
	if got := plugin.step(plugin.refresh(t, it), smaller); got != "update" {
		t.Errorf("the next run after a refresh: %s", got)
	}
}

func TestVersionAloneIsAnUpdateEveryTime(t *testing.T) {
	service, plugin := serveEcho(t, eventStore)
	newer := written["ManagedCluster"].with(object{"serverVersion": "26.1"})
	it := plugin.create(t, "ManagedCluster", written["ManagedCluster"])
	service.writes = nil
	for run := range 2 {
		if got := plugin.step(it, newer); got != "update" {
			t.Errorf("run %d: %s", run, got)
		}
		it, _ = plugin.update(t, it, newer)
	}
	if service.writes != nil {
		t.Errorf("requests: %q", service.writes)
	}
}

// TestSpellingOnTheWire: the plan keeps the lower case, but the requests carry what was written.
func TestSpellingOnTheWire(t *testing.T) {
	service, plugin := serveEcho(t, eventStore)
	plugin.create(t, "Network", written["Network"].with(object{"resourceProvider": "AWS"}))
	if service.sent["provider"] != "AWS" {
		t.Errorf("a network is created with %v", service.sent["provider"])
	}
	it := plugin.create(t, "ManagedCluster", written["ManagedCluster"].with(object{"topology": "Single-Node"}))
	if service.sent["instanceType"] != "f1" || service.sent["topology"] != "single-node" {
		t.Errorf("a cluster is created with %v %v", service.sent["instanceType"], service.sent["topology"])
	}
	plugin.update(t, it, written["ManagedCluster"].with(object{"instanceType": "M8"}))
	if service.sent["targetSize"] != "M8" {
		t.Errorf("a cluster is resized to %v", service.sent["targetSize"])
	}
}

func TestDefunctCreateStays(t *testing.T) {
	service, plugin := serveEcho(t, eventStore)
	service.born = "defunct"
	inputs := inputsOf(t, plugin, "ManagedCluster", written["ManagedCluster"])
	_, err := plugin.Create(context.Background(), &pulumirpc.CreateRequest{
		Urn: plugin.urn("ManagedCluster"), Properties: inputs.wire(),
	})
	kept := keptState(t, err)
	if kept.GetId() != "clusters1" || !strings.Contains(strings.Join(kept.GetReasons(), ""), "defunct") {
		t.Fatalf("kept: %s %q", kept.GetId(), kept.GetReasons())
	}
	it := standing{"ManagedCluster", kept.GetId(), inputs, readable(kept.GetProperties())}
	if got := plugin.step(it, written["ManagedCluster"]); got != "none" {
		t.Errorf("the next run: %s", got)
	}
}

func TestCustomTimeout(t *testing.T) {
	service, plugin := serveEcho(t, eventStore)
	service.born = "provisioning"
	inputs := inputsOf(t, plugin, "ManagedCluster", written["ManagedCluster"])
	began := time.Now()
	_, err := plugin.Create(context.Background(), &pulumirpc.CreateRequest{
		Urn: plugin.urn("ManagedCluster"), Properties: inputs.wire(), Timeout: 0.1,
	})
	if kept := keptState(t, err); kept.GetId() != "clusters1" {
		t.Errorf("kept: %v", kept)
	}
	if waited := time.Since(began); waited > 5*time.Second {
		t.Errorf("it waited %v", waited)
	}
}

func TestIgnoredChanges(t *testing.T) {
	_, plugin := serveEcho(t, eventStore)
	it := plugin.create(t, "ManagedCluster", written["ManagedCluster"])
	checked, _ := plugin.check(it.class, it.inputs.wire(), written["ManagedCluster"].with(object{"topology": "three-node-multi-zone"}).wire())
	found, err := plugin.Diff(context.Background(), &pulumirpc.DiffRequest{
		Urn: plugin.urn(it.class), Id: it.id, OldInputs: it.inputs.wire(), Olds: it.outputs.wire(), News: checked,
		IgnoreChanges: []string{"topology"},
	})
	if err != nil {
		t.Fatal(err)
	}
	if found.GetChanges() != pulumirpc.DiffResponse_DIFF_NONE {
		t.Errorf("changes: %v", found)
	}
}

func TestImport(t *testing.T) {
	_, plugin := serveEcho(t, eventStore)
	plugin.create(t, "ManagedCluster", written["ManagedCluster"])
	found, err := plugin.Read(context.Background(), &pulumirpc.ReadRequest{
		Urn: plugin.urn("ManagedCluster"), Id: projectID + ":clusters1",
	})
	if err != nil {
		t.Fatal(err)
	}
	it := standing{"ManagedCluster", found.GetId(), readable(found.GetInputs()), readable(found.GetProperties())}
	if it.id != "clusters1" || it.inputs["name"] != "db" || it.inputs["instanceType"] != "f1" {
		t.Errorf("imported: %s %v", it.id, it.inputs)
	}
	if got := plugin.step(it, written["ManagedCluster"]); got != "none" {
		t.Errorf("the next run: %s", got)
	}
}

func TestDelete(t *testing.T) {
	service, plugin := serveEcho(t, eventStore)
	for class, program := range written {
		it := plugin.create(t, class, program)
		_, err := plugin.Delete(context.Background(), &pulumirpc.DeleteRequest{
			Urn: plugin.urn(class), Id: it.id, Properties: it.outputs.wire(),
		})
		if err != nil {
			t.Errorf("%s: %v", class, err)
		}
	}
	for id, thing := range service.things {
		if thing["status"] != "deleted" {
			t.Errorf("%s is %v", id, thing["status"])
		}
	}
}

func TestLookUps(t *testing.T) {
	_, plugin := serveEcho(t, eventStore)
	plugin.create(t, "Project", written["Project"])
	plugin.create(t, "Network", written["Network"])
	for _, row := range []struct {
		function         string
		arguments, found object
	}{
		{"getProject", object{"name": "orders"}, object{"id": "projects1", "name": "orders"}},
		{"getNetwork", object{"name": "net", "projectId": projectID}, object{
			"id": "networks2", "name": "net", "projectId": projectID, "region": "us-east-1", "resourceProvider": "aws",
			"cidrBlock": "10.20.0.0/16",
		}},
	} {
		answer, err := plugin.Invoke(context.Background(), &pulumirpc.InvokeRequest{
			Tok: plugin.served.token(row.function), Args: row.arguments.wire(),
		})
		if err != nil {
			t.Fatal(err)
		}
		if got := readable(answer.GetReturn()); fmt.Sprint(got) != fmt.Sprint(row.found) {
			t.Errorf("%s: %v", row.function, got)
		}
	}
	_, err := plugin.Invoke(context.Background(), &pulumirpc.InvokeRequest{
		Tok: plugin.served.token("getNetwork"), Args: object{"name": "no such", "projectId": projectID}.wire(),
	})
	if err == nil {
		t.Error("a network that is not there was found")
	}
}

func TestEmptyKeyEndsThePlugin(t *testing.T) {
	plugin := plug(t, eventStore)
	program := written["Integration"].with(object{"data": map[string]any{"": "x"}})
	if got := plugin.verdict("Integration", program); !slices.Equal(got, []string{"panic@-: plugin-crash"}) {
		t.Errorf("%q", got)
	}
}

func TestOtherTerraformVersions(t *testing.T) {
	t.Setenv(terraformVariable, "1.5.28")
	plugin := inProcess(t, eventStore)
	public := written["Network"].with(object{"cidrBlock": absent, "publicAccess": true})
	if got := plugin.verdict("Network", public); !slices.Equal(got, []string{"check@cidr_block: required", "check@public_access: unknown-key"}) {
		t.Errorf("a public network: %q", got)
	}
	t.Setenv(terraformVariable, "9.9.9")
	if _, err := eventStore.server(nil); err == nil {
		t.Error("there is no version 9.9.9")
	}
}

func TestPackageOfAProgram(t *testing.T) {
	for program, want := range map[string]string{
		"/home/plugins/pulumi-resource-eventstorecloud": "eventstorecloud",
		"pulumi-resource-kurrentcloud.exe":              "kurrentcloud",
		"pulumi-resource-other":                         "",
	} {
		found, err := packageOf(program)
		if found.name != want || (err == nil) != (want != "") {
			t.Errorf("%s serves %q, %v", program, found.name, err)
		}
	}
}
