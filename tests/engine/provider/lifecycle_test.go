package provider

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"testing"

	"github.com/hashicorp/go-cty/cty"
	ctyjson "github.com/hashicorp/go-cty/cty/json"
	"github.com/hashicorp/terraform-plugin-go/tfprotov5"
)

func (s *server) read(kind string, state cty.Value) (cty.Value, []string) {
	as := s.typeOf(kind)
	response, err := s.grpc.ReadResource(context.Background(), &tfprotov5.ReadResourceRequest{
		TypeName: s.prefix + kind, CurrentState: packed(state, as),
	})
	if err != nil {
		panic(err)
	}
	if problems := answers("read", response.Diagnostics); len(problems) > 0 {
		return state, problems
	}
	return unpacked(response.NewState, as), nil
}

func (s *server) delete(kind string, state cty.Value) []string {
	nothing := cty.NullVal(s.typeOf(kind))
	_, problems := s.apply(kind, planned{prior: state, config: nothing, state: nothing})
	return problems
}

func (s *server) imported(kind, id string) (cty.Value, []string) {
	response, err := s.grpc.ImportResourceState(context.Background(), &tfprotov5.ImportResourceStateRequest{
		TypeName: s.prefix + kind, ID: id,
	})
	if err != nil {
		panic(err)
	}
	if problems := answers("import", response.Diagnostics); len(problems) > 0 {
		return cty.NilVal, problems
	}
	return s.read(kind, unpacked(response.ImportedResources[0].State, s.typeOf(kind)))
}

func (s *server) lookUp(kind string, config object) (cty.Value, []string) {
	as := s.provider.DataSourcesMap[s.prefix+kind].CoreConfigSchema().ImpliedType()
	value, problems := converted(config, as)
	if len(problems) > 0 {
		return value, problems
	}
	response, err := s.grpc.ReadDataSource(context.Background(), &tfprotov5.ReadDataSourceRequest{
		TypeName: s.prefix + kind, Config: packed(value, as),
	})
	if err != nil {
		panic(err)
	}
	if problems := answers("read", response.Diagnostics); len(problems) > 0 {
		return value, problems
	}
	return unpacked(response.State, as), nil
}

// notRead are attributes that a read does not bring: they are what was written, and unknown to an import.
var notRead = []string{"access_key_id", "secret_access_key", "timeouts"}

func same(left, right cty.Value) bool {
	for name, value := range left.AsValueMap() {
		if !slices.Contains(notRead, name) && !value.RawEquals(right.GetAttr(name)) {
			return false
		}
	}
	return true
}

// changes are the attributes that every version changes in place. A network's rename fails in all of them.
var changes = map[string]object{
	"project":                           {"name": "m"},
	"acl":                               {"name": "m", "cidr_blocks": []any{map[string]any{"address": "1.2.3.5/32", "comment": "c"}}},
	"peering":                           {"name": "m"},
	"managed_cluster":                   {"disk_size": json.Number("20")},
	"managed_cluster_replicaset":        {"replica_count": json.Number("2"), "protected": true},
	"integration":                       {"description": "e"},
	"integration_awscloudwatch_logs":    {"description": "e", "group_name": "h"},
	"integration_awscloudwatch_metrics": {"description": "e", "cluster_ids": []any{"c", "d"}},
}

func TestLifecycles(t *testing.T) {
	versions, err := Versions()
	if err != nil {
		t.Fatal(err)
	}
	for _, version := range versions {
		t.Run(version, func(t *testing.T) {
			// 1.0.0 wants the directory of tokens to be there, which the test gives to all.
			known, err := factsOf(eventStore, version)
			if err != nil {
				t.Fatal(err)
			}
			for _, kind := range known.kinds() {
				newServer(t, version).lifecycle(t, known, kind, plainOf(kind, known))
			}
		})
	}
	t.Run(kurrent, func(t *testing.T) {
		known, err := factsOf(kurrent, kurrentVersion)
		if err != nil {
			t.Fatal(err)
		}
		for _, kind := range known.kinds() {
			config := maps.Clone(plain[kind])
			switch kind {
			case "managed_cluster":
				config["disk_type"] = "ssd"
			case "managed_cluster_replicaset":
				config = object{"project_id": "p", "cluster_id": "clusters-id", "replica_count": json.Number("1")}
			}
			made, err := NewKurrent()
			serverOf(t, made, err, kurrent+"_").lifecycle(t, known, kind, config)
		}
	})
}

func (s *server) lifecycle(t *testing.T, known *facts, kind string, config object) {
	t.Helper()
	s.configured(t, startAccepting(t))
	if known.has(kind, "access_key_id") {
		config = with(with(config, "access_key_id", "a"), "secret_access_key", "s")
	}
	state, problems := s.step(kind, cty.NilVal, config)
	if len(problems) > 0 {
		t.Fatalf("%s: create: %v", kind, problems)
	}
	if again, problems := s.read(kind, state); len(problems) > 0 || !same(state, again) {
		t.Errorf("%s: read: %v\n%#v\n%#v", kind, problems, state, again)
	}
	// Twice the same, and nothing to do.
	if kind != "acl" {
		value, _ := converted(config, s.typeOf(kind))
		if plan := s.plan(kind, state, value); len(plan.answers) > 0 || len(plan.changed()) > 0 {
			t.Errorf("%s: plan again: %v, %v", kind, plan.answers, plan.changed())
		}
	}
	if change, changes := changes[kind]; changes && known.holds(kind+"/update") {
		next := maps.Clone(config)
		maps.Copy(next, change)
		if state, problems = s.step(kind, state, next); len(problems) > 0 {
			t.Errorf("%s: update: %v", kind, problems)
		}
		for name := range change {
			wanted, _ := converted(next, s.typeOf(kind))
			if !state.GetAttr(name).RawEquals(wanted.GetAttr(name)) {
				t.Errorf("%s: update: %s is %#v", kind, name, state.GetAttr(name))
			}
		}
	}
	if known.holds(kind + "/importer") {
		id := state.GetAttr("id").AsString()
		if kind != "project" {
			id = "p:" + id
		}
		if found, problems := s.imported(kind, id); len(problems) > 0 || !same(state, found) {
			t.Errorf("%s: import: %v\n%#v\n%#v", kind, problems, state, found)
		}
	}
	if problems := s.delete(kind, state); len(problems) > 0 {
		t.Errorf("%s: delete: %v", kind, problems)
	}
}

// A state of another version is read: 1.5.6 has a set of blocks where 1.5.4 and 1.5.7 have a map.
func TestStatesOfOlderVersions(t *testing.T) {
	want := cty.MapVal(map[string]cty.Value{"aws_peering_link_id": cty.StringVal("pcx-1")})
	for _, version := range []string{"1.5.4", "1.5.6"} {
		service := startAccepting(t)
		older := newServer(t, version).configured(t, service)
		state := older.must(t, "peering", cty.NilVal, plain["peering"])
		text, err := ctyjson.Marshal(state, older.typeOf("peering"))
		if err != nil {
			t.Fatal(err)
		}
		s := newServer(t, "1.7.2").configured(t, service)
		response, err := s.grpc.UpgradeResourceState(context.Background(), &tfprotov5.UpgradeResourceStateRequest{
			TypeName: s.prefix + "peering", Version: 0, RawState: &tfprotov5.RawState{JSON: text},
		})
		if err != nil || len(response.Diagnostics) > 0 {
			t.Fatal(err, answers("upgrade", response.Diagnostics))
		}
		upgraded := unpacked(response.UpgradedState, s.typeOf("peering"))
		if got := upgraded.GetAttr("provider_metadata"); !got.RawEquals(want) {
			t.Errorf("%s: %#v", version, got)
		}
	}
}
