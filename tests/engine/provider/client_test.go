package provider

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"eventstorecloud-planner/tests/engine/provider/recording"

	"github.com/hashicorp/go-cty/cty"
)

func onPost(status int, body string) func(http.ResponseWriter, *http.Request) bool {
	return on(http.MethodPost, "", status, body)
}

func on(method, part string, status int, body string) func(http.ResponseWriter, *http.Request) bool {
	return func(answer http.ResponseWriter, request *http.Request) bool {
		if request.Method != method || !strings.Contains(request.URL.Path, part) {
			return false
		}
		answer.WriteHeader(status)
		fmt.Fprint(answer, body)
		return true
	}
}

func TestWhatAFailedCreationSays(t *testing.T) {
	for _, c := range []struct {
		status int
		body   string
		says   string
	}{
		{http.StatusConflict, `{"title":"Conflict","detail":"is there","status":409}`, "error creating project: Conflict: is there"},
		{
			http.StatusBadRequest, `{"title":"Bad Request","detail":"","fields":{"region":"is wrong","name":"is required"}}`,
			"error creating project: Bad Request: \nname - is required\nregion - is wrong",
		},
		{http.StatusTeapot, `{"status":7}`, "error creating project: Status 7"},
		{http.StatusCreated, `{"id":"x"}`, "error creating project: Status 0"},
		{http.StatusBadGateway, `<html>`, "invalid character '<' looking for beginning of value"},
		{http.StatusInternalServerError, ``, "EOF"},
		{http.StatusBadRequest, `{"fields":{"name":1}}`, "json: cannot unmarshal number into Go struct field .fields of type string"},
		{http.StatusOK, `{`, "error parsing response: unexpected EOF"},
	} {
		service := startAccepting(t)
		service.fault = onPost(c.status, c.body)
		_, problems := newServer(t, "1.7.2").configured(t, service).step("project", cty.NilVal, object{"name": "n"})
		if want := recording.Answer("apply", "-", c.says+": "); len(problems) != 1 || problems[0] != want {
			t.Errorf("%d %s: %q, not %q", c.status, c.body, problems, want)
		}
	}
}

func TestWhatAFailedReadDoes(t *testing.T) {
	for version, want := range map[string]string{"1.5.23": "gone", "1.5.24": "[read@-: read-failed]", "1.7.2": "[read@-: read-failed]"} {
		service := startAccepting(t)
		s := newServer(t, version).configured(t, service)
		state := s.must(t, "project", cty.NilVal, object{"name": "n"})
		service.fault = on(http.MethodGet, "", http.StatusNotFound, `{"title":"Not Found"}`)
		got := "gone"
		if state, problems := s.read("project", state); !state.IsNull() {
			got = fmt.Sprint(problems)
		}
		if got != want {
			t.Errorf("%s: %s, not %s", version, got, want)
		}
	}
}

func TestWhatWasDeletedLeavesTheState(t *testing.T) {
	service := startAccepting(t)
	s := newServer(t, "1.7.2").configured(t, service)
	for _, kind := range []string{"network", "acl", "peering", "managed_cluster", "scheduled_backup", "integration"} {
		state := s.must(t, kind, cty.NilVal, plain[kind])
		for _, thing := range service.things {
			thing["status"] = deleted
		}
		if state, problems := s.read(kind, state); len(problems) > 0 || !state.IsNull() {
			t.Errorf("%s: %v %#v", kind, problems, state)
		}
	}
}

// Another status than the one that a call knows is a failure, even where it means success.
func TestOtherStatusesOfSuccess(t *testing.T) {
	cluster, set := plain["managed_cluster"], object{"project_id": "p", "cluster_id": "c", "replica_count": json.Number("1")}
	for _, c := range []struct {
		path    string
		status  int
		kind    string
		next    object
		accepts bool
	}{
		{"/disk/expand", http.StatusNoContent, "managed_cluster", with(cluster, "disk_size", json.Number("20")), true},
		{"/disk/expand", http.StatusOK, "managed_cluster", with(cluster, "disk_size", json.Number("20")), false},
		{"/commands/resize", http.StatusOK, "managed_cluster", with(cluster, "instance_type", "c4"), true},
		{"/commands/resize", http.StatusNoContent, "managed_cluster", with(cluster, "instance_type", "c4"), false},
		{"/commands/upgrade", http.StatusOK, "managed_cluster", with(cluster, "server_version_tag", "20.10.5"), true},
		{"/commands/upgrade", http.StatusNoContent, "managed_cluster", with(cluster, "server_version_tag", "20.10.5"), false},
		{"/clusters/clusters-id", http.StatusOK, "managed_cluster", with(cluster, "name", "m"), true},
		{"/clusters/clusters-id", http.StatusAccepted, "managed_cluster", with(cluster, "name", "m"), false},
		{"/replicaset", http.StatusOK, "managed_cluster_replicaset", set, false},
		{"/replicaset", http.StatusCreated, "managed_cluster_replicaset", set, true},
	} {
		service := startAccepting(t)
		made, err := NewKurrent()
		s := serverOf(t, made, err, kurrent+"_").configured(t, service)
		prior := cty.NilVal
		if c.kind == "managed_cluster" {
			prior = s.must(t, c.kind, prior, with(cluster, "disk_type", "ssd"))
			c.next = with(c.next, "disk_type", "ssd")
		}
		service.status = func(request *http.Request) int {
			if request.Method != http.MethodGet && strings.HasSuffix(request.URL.Path, c.path) {
				return c.status
			}
			return 0
		}
		if _, problems := s.step(c.kind, prior, c.next); (len(problems) == 0) != c.accepts {
			t.Errorf("%s %d: %v", c.path, c.status, problems)
		}
	}
}

// The second generation changes a projection level in place and has no gp2.
func TestKurrent(t *testing.T) {
	service := startAccepting(t)
	made, err := NewKurrent()
	s := serverOf(t, made, err, kurrent+"_").configured(t, service)
	cluster := with(plain["managed_cluster"], "disk_type", "ssd")
	state := s.must(t, "managed_cluster", cty.NilVal, cluster)
	service.bodies = nil
	state = s.must(t, "managed_cluster", state, with(cluster, "name", "m"))
	s.must(t, "managed_cluster", state, with(with(cluster, "name", "m"), "projection_level", "User"))
	if got := fmt.Sprintf("%v %v", service.bodies[0]["projectionLevel"], service.bodies[1]["projectionLevel"]); got != "<nil> user" {
		t.Error(got)
	}
	for _, c := range []struct{ name, want string }{{"gp2", "[validate@disk_type: one-of]"}, {"gp3", "[plan@-: iops-required]"}} {
		if got := fmt.Sprint(s.verdict("managed_cluster", with(cluster, "disk_type", c.name))); got != c.want {
			t.Errorf("%s: %s", c.name, got)
		}
	}
	set := object{"project_id": "p", "cluster_id": "c", "replica_count": json.Number("3")}
	if got := fmt.Sprint(s.verdict("managed_cluster_replicaset", set)); got != "[validate@replica_count: range]" {
		t.Error(got)
	}
}

// Whatever is waited for is polled until it is there; a resource that ends defunct stays in the state.
func TestWaiting(t *testing.T) {
	for _, end := range []string{available, defunct} {
		service := startAccepting(t)
		polls := 0
		service.fault = func(answer http.ResponseWriter, request *http.Request) bool {
			if request.Method != http.MethodGet || !strings.HasSuffix(request.URL.Path, "/clusters/clusters-id") {
				return false
			}
			polls++
			status := "provisioning"
			if polls > 3 {
				status = end
			}
			service.things["clusters/clusters-id"]["status"] = status
			return false
		}
		s := newServer(t, "1.6.0").configured(t, service)
		state, problems := s.step("managed_cluster", cty.NilVal, plain["managed_cluster"])
		if state.IsNull() || state.GetAttr("id").AsString() != "clusters-id" {
			t.Errorf("%s: the state is %#v", end, state)
		}
		switch {
		case end == available && (len(problems) > 0 || polls != 5):
			t.Errorf("%v after %d polls", problems, polls)
		case end == defunct && (len(problems) != 1 || !strings.Contains(problems[0], "Cluster entered a defunct state!")):
			t.Error(problems)
		}
	}
}

// The order is name and protection, size, version, disk. What stands before a failure is done, and the state holds what
// was wanted.
func TestStepsOfAnUpdate(t *testing.T) {
	service := startAccepting(t)
	s := newServer(t, "1.7.2").configured(t, service)
	config := plain["managed_cluster"]
	state := s.must(t, "managed_cluster", cty.NilVal, config)
	service.writes = nil
	next := config
	for name, value := range map[string]any{
		"name": "m", "instance_type": "C4", "server_version": "24.10", "server_version_tag": "24.10.9", "disk_size": json.Number("9"),
	} {
		next = with(next, name, value)
	}
	state, problems := s.step("managed_cluster", state, next)
	if fmt.Sprint(problems) != "[apply@-: disk-shrinks]" {
		t.Error(problems)
	}
	cluster := "/mesdb/v1/projects/p/clusters/clusters-id"
	want := []string{"PUT " + cluster, "PUT " + cluster + "/commands/resize", "PUT " + cluster + "/commands/upgrade"}
	if fmt.Sprint(service.writes) != fmt.Sprint(want) {
		t.Errorf("%q", service.writes)
	}
	if size := state.GetAttr("disk_size"); !size.RawEquals(cty.NumberIntVal(9)) {
		t.Errorf("the state's disk_size is %#v", size)
	}
}

// A cluster is sent in lower case, a network's cloud and a new size as they are written.
func TestSpellingOnTheWire(t *testing.T) {
	service := startAccepting(t)
	s := newServer(t, "1.7.2").configured(t, service)
	cluster := plain["managed_cluster"]
	for name, value := range map[string]any{"topology": "SINGLE-NODE", "instance_type": "F1", "disk_type": "SSD", "acl_id": "ABC"} {
		cluster = with(cluster, name, value)
	}
	state := s.must(t, "managed_cluster", cty.NilVal, cluster)
	s.must(t, "managed_cluster", state, with(with(cluster, "topology", "single-node"), "instance_type", "C4"))
	s.must(t, "network", cty.NilVal, with(with(plain["network"], "resource_provider", "AWS"), "region", "R"))
	var sent []any
	for i, names := range [][]string{{"topology", "instanceType", "diskType", "aclId"}, {"targetSize"}, {"provider", "region"}} {
		for _, name := range names {
			sent = append(sent, service.bodies[i][name])
		}
	}
	if fmt.Sprint(sent) != "[single-node f1 ssd abc C4 AWS R]" {
		t.Error(sent)
	}
}

func TestRequests(t *testing.T) {
	service := startAccepting(t)
	var seen []string
	service.fault = func(_ http.ResponseWriter, request *http.Request) bool {
		seen = append(seen, fmt.Sprintf("%s %s type=%s agent=%t %s", request.Method, request.URL, request.Header.Get("Content-Type"),
			strings.HasPrefix(request.UserAgent(), "terraform-provider-kurrentcloud/dev "), request.Header.Get("Authorization")))
		return false
	}
	plainURL := service.url
	service.url += "/base/path?sandbox=a"
	s := newServer(t, "1.7.2").configured(t, service)
	s.must(t, "project", cty.NilVal, object{"name": "n"})
	// The path of the setting is lost, its query stays.
	want := []string{
		"POST /resources/v1/organizations/o/projects?sandbox=a type=application/json agent=false Bearer a",
		"GET /resources/v1/organizations/o/projects/projects-id?sandbox=a type= agent=false Bearer a",
	}
	if fmt.Sprint(seen) != fmt.Sprint(want) || service.tokens != 2 {
		t.Errorf("%d tokens, %q", service.tokens, seen)
	}

	service.url, seen, service.tokens = plainURL, nil, 0
	made, err := NewKurrent()
	k := serverOf(t, made, err, kurrent+"_").configured(t, service)
	k.must(t, "integration", cty.NilVal, with(plain["integration"], "project_id", ""))
	// Here an empty id leaves its slashes, and a GET names a content type.
	want = []string{
		"POST /integrate/v1/organizations/o/projects//integrations type=application/json agent=true Bearer a",
		"GET /integrate/v1/organizations/o/projects//integrations/integrations-id type=application/json agent=true Bearer a",
	}
	if fmt.Sprint(seen) != fmt.Sprint(want) {
		t.Errorf("%q", seen)
	}
}

func TestServiceAccountKeepsItsToken(t *testing.T) {
	service := startAccepting(t)
	made, err := NewKurrent()
	s := serverOf(t, made, err, kurrent+"_")
	token := func(expires time.Time) string {
		claims := base64.RawURLEncoding.EncodeToString(fmt.Appendf(nil, `{"exp":%d}`, expires.Unix()))
		return "e30." + claims + ".s"
	}
	for name, c := range map[string]struct {
		token string
		asked int
	}{
		"valid":   {token(time.Now().Add(time.Hour)), 1},
		"expired": {token(time.Now().Add(-time.Minute)), 2},
		"no JWT":  {"opaque", 2},
	} {
		asked := 0
		service.token = func(request *http.Request) string {
			asked++
			if err := request.ParseForm(); err != nil || request.URL.Path != "/oauth2/token" || request.Form.Get("grant_type") != "client_credentials" {
				t.Errorf("%s: %v %v", name, request.URL, request.Form)
			}
			return c.token
		}
		problems := s.configure(object{
			"url": service.url, "organization_id": "o", "token_store": "/proc/no/such", "client_id": "c", "client_secret": "s",
			"identity_kit_url": service.url,
		})
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		if _, problems = s.step("project", cty.NilVal, object{"name": "n"}); len(problems) > 0 || asked != c.asked {
			t.Errorf("%s: %v, asked %d times", name, problems, asked)
		}
	}
	if problems := s.configure(object{"url": service.url, "client_secret": "s"}); len(problems) != 1 {
		t.Errorf("a secret without an id: %v", problems)
	}
}

func TestDeletionOfAPeeringThatCannotBeRead(t *testing.T) {
	service := startAccepting(t)
	s := newServer(t, "1.7.2").configured(t, service)
	state := s.must(t, "peering", cty.NilVal, plain["peering"])
	service.fault = on(http.MethodGet, "/peerings/", http.StatusNotFound, `{}`)
	defer func() {
		if recover() == nil {
			t.Error("the plugin survives")
		}
	}()
	s.delete("peering", state)
}

func TestDataSources(t *testing.T) {
	service := startAccepting(t)
	listed := `{"networks":[
		{"id":"a","description":"n","status":"deleted"},
		{"id":"b","description":"n","status":"available","provider":"aws","region":"r","cidrBlock":"10.0.0.0/8"},
		{"id":"c","description":"twice","status":"available"},{"id":"d","description":"twice","status":"available"}]}`
	service.fault = func(answer http.ResponseWriter, request *http.Request) bool {
		return on(http.MethodGet, "/networks", http.StatusOK, listed)(answer, request) ||
			on(http.MethodGet, "/projects", http.StatusOK, `{"projects":[{"id":"x","name":"N"},{"id":"y","name":"n"},{"id":"z","name":"n"}]}`)(answer, request)
	}
	s := newServer(t, "1.7.2").configured(t, service)
	for _, c := range []struct {
		kind   string
		config object
		id     string
	}{
		{"project", object{"name": "n"}, "y"},
		{"project", object{"name": "none"}, ""},
		{"network", object{"project_id": "p", "name": "n"}, "b"},
		{"network", object{"project_id": "p", "name": "twice"}, ""},
		{"network", object{"project_id": "p", "name": "none"}, ""},
	} {
		state, problems := s.lookUp(c.kind, c.config)
		switch {
		case c.id == "" && len(problems) == 0:
			t.Errorf("%s %v is found: %#v", c.kind, c.config, state)
		case c.id != "" && (len(problems) > 0 || state.GetAttr("id").AsString() != c.id):
			t.Errorf("%s %v: %v", c.kind, c.config, problems)
		}
	}
}

func TestInitialCredentials(t *testing.T) {
	service := startAccepting(t)
	s := newServer(t, "1.7.2").configured(t, service)
	state, problems := s.step("managed_cluster", cty.NilVal, plain["managed_cluster"])
	if len(problems) > 0 || state.GetAttr("initial_admin_password").AsString() != "" {
		t.Errorf("%v %#v", problems, state)
	}
	service.fault = on(http.MethodGet, "/initialCredentials", http.StatusOK, `{"adminPassword":"a","opsPassword":"o","generatedAt":"t"}`)
	if state, problems = s.read("managed_cluster", state); len(problems) > 0 || state.GetAttr("initial_ops_password").AsString() != "o" {
		t.Errorf("%v %#v", problems, state)
	}
}

func TestBypass(t *testing.T) {
	t.Setenv(bypassVariable, "0")
	config := with(plain["managed_cluster"], "topology", "any")
	for version, want := range map[string]string{"1.5.13": "validate", "1.5.14": "accepts", "1.7.2": "accepts"} {
		if got := newServer(t, version).stage("managed_cluster", config); got != want {
			t.Errorf("%s: %s, not %s", version, got, want)
		}
	}
	for kind, config := range map[string]object{
		"network": with(plain["network"], "cidr_block", "x"), "peering": with(plain["peering"], "peer_resource_provider", "x"),
	} {
		if got := newServer(t, "1.7.2").stage(kind, config); got != "validate" {
			t.Errorf("%s: %s", kind, got)
		}
	}
}

func TestOnlyLoopbackIsReached(t *testing.T) {
	s := newServer(t, "1.7.2")
	problems := s.configure(object{"url": "http://192.0.2.1", "identity_provider_url": "http://192.0.2.1", "token_store": t.TempDir()})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	_, problems = s.step("project", cty.NilVal, object{"name": "n"})
	if len(problems) != 1 || !strings.Contains(problems[0], "192.0.2.1 is not a loopback address") {
		t.Error(problems)
	}
}
