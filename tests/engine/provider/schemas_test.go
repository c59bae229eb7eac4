package provider

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"eventstorecloud-planner/tests/engine/provider/recording"

	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
)

// history is a value by the version since which it holds: [version, value] in their order.
type history [][2]json.RawMessage

// at is the value in the version of that index, or nil.
func (h history) at(versions []string, version int) json.RawMessage {
	var result json.RawMessage
	for _, entry := range h {
		var since string
		if err := json.Unmarshal(entry[0], &since); err != nil {
			panic(err)
		}
		if slices.Index(versions, since) <= version {
			result = entry[1]
		}
	}
	return result
}

type schemaFile struct {
	Versions   []string           `json:"versions"`
	Kinds      map[string]history `json:"kinds"`
	Attributes map[string]history `json:"attributes"`
	// By attribute: values that were all answered alike, and since when how.
	Probes map[string][]probe `json:"probes"`
	Disk   struct {
		Since      string     `json:"since"`
		Types      []any      `json:"types"`
		IOPS       []any      `json:"iops"`
		Throughput []any      `json:"throughput"`
		Answers    []string   `json:"answers"`
		Grid       [][]string `json:"grid"`
	} `json:"disk"`
}

type probe struct {
	answers history
	values  []any
}

func (p *probe) UnmarshalJSON(text []byte) error {
	decoder := json.NewDecoder(strings.NewReader(string(text)))
	decoder.UseNumber()
	parts := []any{&p.answers, &p.values}
	return decoder.Decode(&parts)
}

type kindFact struct {
	Importer      bool `json:"importer"`
	Update        bool `json:"update"`
	CustomizeDiff bool `json:"customizeDiff"`
	SchemaVersion int  `json:"schemaVersion"`
}

// attributeFact has pointers where an absent key differs from a zero value.
type attributeFact struct {
	Type        string `json:"type"`
	Required    bool   `json:"required,omitempty"`
	Optional    bool   `json:"optional,omitempty"`
	Computed    bool   `json:"computed,omitempty"`
	ForceNew    bool   `json:"forceNew,omitempty"`
	Sensitive   bool   `json:"sensitive,omitempty"`
	Default     any    `json:"default,omitempty"`
	LowerCased  bool   `json:"lowerCased,omitempty"`
	Elem        any    `json:"elem,omitempty"`
	DefaultFunc bool   `json:"-"`
}

func factOf(attribute *schema.Schema) string {
	fact := attributeFact{
		Type: typeName(attribute.Type), Required: attribute.Required, Optional: attribute.Optional, Computed: attribute.Computed,
		ForceNew: attribute.ForceNew, Sensitive: attribute.Sensitive, Default: attribute.Default,
		LowerCased: attribute.StateFunc != nil && attribute.StateFunc("AbC") == "abc",
	}
	if attribute.DefaultFunc != nil {
		fact.Default, _ = attribute.DefaultFunc()
	}
	switch element := attribute.Elem.(type) {
	case *schema.Schema:
		// A map without one holds strings too.
		if attribute.Type != schema.TypeMap {
			fact.Elem = typeName(element.Type)
		}
	case *schema.Resource:
		fact.Elem = slices.Sorted(maps.Keys(element.Schema))
	}
	return jsonText(fact)
}

func typeName(kind schema.ValueType) string {
	return strings.ToLower(strings.TrimPrefix(kind.String(), "Type"))
}

func (s *server) schemaOf(kind string) map[string]*schema.Schema {
	if kind == "provider" {
		return s.provider.Schema
	}
	resource := s.resource(kind)
	if name, isData := strings.CutPrefix(kind, "data."); isData {
		resource = s.provider.DataSourcesMap[s.prefix+name]
	}
	if resource == nil {
		return nil
	}
	return resource.Schema
}

func TestSchemas(t *testing.T) {
	t.Setenv("HOME", "$HOME")
	for _, variable := range []string{"ESC_URL", "ESC_TOKEN", "ESC_ORG_ID", "ESC_TOKEN_STORE", "ESC_CLIENT_ID", identityVariable} {
		t.Setenv(variable, "")
	}
	var file schemaFile
	recording.Read(t, "schemas.json", true, &file)
	total := tally{t: t, file: "attributes of all versions"}
	for at, version := range file.Versions {
		s := newServer(t, version)
		known := 0
		for key, history := range file.Attributes {
			dot := strings.LastIndex(key, ".")
			attribute := s.schemaOf(key[:dot])[key[dot+1:]]
			recorded := history.at(file.Versions, at)
			if recorded == nil || string(recorded) == "null" {
				if attribute != nil {
					t.Errorf("%s has no %s", version, key)
				}
				continue
			}
			known++
			if attribute == nil {
				t.Errorf("%s has %s", version, key)
				continue
			}
			var fact attributeFact
			if err := json.Unmarshal(recorded, &fact); err != nil {
				t.Fatal(err)
			}
			if fact.Type == "map" && !strings.HasPrefix(key, "acl.") {
				fact.Elem = nil
			}
			total.row(version+" "+key, key, jsonText(fact), factOf(attribute), "")
		}
		has := len(s.provider.Schema)
		for _, resource := range s.provider.ResourcesMap {
			has += len(resource.Schema)
		}
		for _, source := range s.provider.DataSourcesMap {
			has += len(source.Schema)
		}
		if has != known {
			t.Errorf("%s has %d attributes, not %d", version, known, has)
		}
		for kind, history := range file.Kinds {
			recorded := history.at(file.Versions, at)
			resource := s.resource(kind)
			if recorded == nil || resource == nil {
				if recorded != nil || resource != nil {
					t.Errorf("%s: %s", version, kind)
				}
				continue
			}
			got := kindFact{resource.Importer != nil, resource.UpdateContext != nil, resource.CustomizeDiff != nil, resource.SchemaVersion}
			var fact kindFact
			if err := json.Unmarshal(recorded, &fact); err != nil {
				t.Fatal(err)
			}
			total.row(version+" "+kind, kind, fact, got, "")
		}
	}
	total.end()
}

// plain are configurations that every version accepts which has the kind, apart from what they do not have.
var plain = map[string]object{
	"project": {"name": "n"},
	"network": {"project_id": "p", "resource_provider": "aws", "region": "r", "cidr_block": "10.1.0.0/16", "name": "n"},
	"acl":     {"project_id": "p", "name": "n", "cidr_blocks": []any{map[string]any{"address": "1.2.3.4/32"}}},
	"peering": {
		"project_id": "p", "network_id": "n", "peer_resource_provider": "aws", "peer_network_region": "r",
		"peer_account_id": "a", "peer_network_id": "v", "routes": []any{"10.2.0.0/16"}, "name": "n",
	},
	"managed_cluster": {
		"project_id": "p", "network_id": "n", "topology": "single-node", "instance_type": "f1", "disk_size": json.Number("10"),
		"disk_type": "gp2", "server_version": "20.10", "name": "n",
	},
	"scheduled_backup": {
		"project_id": "p", "source_cluster_id": "c", "description": "d", "schedule": "s", "backup_description": "b",
		"max_backup_count": json.Number("1"),
	},
	"integration": {"project_id": "p", "description": "d", "data": map[string]any{"sink": "slack"}},
	"integration_awscloudwatch_logs": {
		"project_id": "p", "description": "d", "cluster_ids": []any{"c"}, "group_name": "g", "region": "r",
	},
	"integration_awscloudwatch_metrics": {
		"project_id": "p", "description": "d", "cluster_ids": []any{"c"}, "namespace": "g", "region": "r",
	},
}

func plainOf(kind string, facts *facts) object {
	config := maps.Clone(plain[kind])
	if kind == "managed_cluster" && facts.version < "1.5.1" {
		config["server_version"] = "20.6"
	}
	return config
}

// stage is the first that refuses the value, apart from the check across properties.
func (s *server) stage(kind string, config object) string {
	answers := s.verdict(kind, config)
	for _, stage := range []string{"core", "validate", "plan"} {
		for _, answer := range answers {
			if strings.HasPrefix(answer, stage+"@") && !strings.HasPrefix(answer, "plan@-") {
				return stage
			}
		}
	}
	return "accepts"
}

func with(config object, name string, value any) object {
	config = maps.Clone(config)
	config[name] = value
	if value == "__missing__" {
		delete(config, name)
	}
	return config
}

func TestProbes(t *testing.T) {
	var file schemaFile
	recording.Read(t, "schemas.json", true, &file)
	total := tally{t: t, file: "probes of all versions"}
	for at, version := range file.Versions {
		s := newServer(t, version)
		known, err := factsOf(eventStore, version)
		if err != nil {
			t.Fatal(err)
		}
		for key, probes := range file.Probes {
			kind, name, _ := strings.Cut(key, ".")
			for _, probe := range probes {
				var recorded string
				if answer := probe.answers.at(file.Versions, at); answer == nil || json.Unmarshal(answer, &recorded) != nil || recorded == "" {
					continue
				}
				for _, value := range probe.values {
					row := fmt.Sprintf("%s %s = %s", version, key, jsonText(value))
					got := s.stage(kind, with(plainOf(kind, known), name, value))
					total.row(row, value, recorded, got, probeCause(recorded, value))
				}
			}
		}
	}
	total.end()
}

// probeCause says why a probe of an old version is answered otherwise.
func probeCause(recorded string, value any) string {
	elements, isList := value.([]any)
	switch {
	case recorded == "crashes":
		return "before 1.5.5 the SDK crashes on a number that is no integer of 64 bits; the present one refuses it"
	case recorded == "accepts" && isList && len(elements) == 1 && elements[0] == nil:
		return "before 1.5.5 the SDK accepts null in a list; the present one refuses it"
	}
	return ""
}

func TestDiskCheck(t *testing.T) {
	var file schemaFile
	recording.Read(t, "schemas.json", true, &file)
	total := tally{t: t, file: "disk check"}
	for _, version := range []string{file.Disk.Since, file.Versions[len(file.Versions)-1]} {
		s := newServer(t, version)
		known, err := factsOf(eventStore, version)
		if err != nil {
			t.Fatal(err)
		}
		for i, diskType := range file.Disk.Types {
			for j, iops := range file.Disk.IOPS {
				for k, throughput := range file.Disk.Throughput {
					recorded := []string{}
					if what := file.Disk.Answers[file.Disk.Grid[i][j][k]-'0']; what != "accepts" {
						recorded = append(recorded, recording.Answer("plan", "-", what))
					}
					config := with(with(with(plainOf("managed_cluster", known),
						"disk_type", diskType), "disk_iops", iops), "disk_throughput", throughput)
					row := fmt.Sprintf("%s %v %v %v", version, diskType, iops, throughput)
					total.row(row, config, recorded, s.verdict("managed_cluster", config), "")
				}
			}
		}
	}
	total.end()
}
