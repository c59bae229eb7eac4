package provider

import (
	"encoding/json"
	"maps"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"sync"
	"testing"
)

// accepting is a service that accepts everything: it keeps what it is sent and answers it.
type accepting struct {
	mutex  sync.Mutex
	things map[string]map[string]any
	// writes are the requests that change something, without the organization, and what they carried.
	writes []string
	bodies []map[string]any
	// reads counts the rest, and tokens the requests for one.
	reads  []string
	tokens int
	url    string
	// token is what the next one is, where the test decides.
	token func(request *http.Request) string
	// status replaces that of an answer, where it is not 0.
	status func(request *http.Request) int
	// fault answers in place of the service, where it says so.
	fault func(answer http.ResponseWriter, request *http.Request) bool
}

var route = regexp.MustCompile(`^/(resources|infra|mesdb|integrate|orchestrate)/v1/organizations/[^/]+/projects(.*)$`)

// singular is how an answer names one of a collection, and what it is born with.
var singular = map[string]struct {
	name string
	born map[string]any
}{
	"projects": {"project", map[string]any{}},
	"networks": {"network", map[string]any{"status": "available"}},
	"acls":     {"acl", map[string]any{"status": "active"}},
	"peerings": {"peering", map[string]any{
		"status": "initiated", "provider": "aws", "providerPeeringMetadata": map[string]any{"peeringLinkId": "pcx-1"},
	}},
	"clusters": {"cluster", map[string]any{
		"status": "available", "provider": "aws", "region": "us-east-1", "serverVersionTag": "24.10.1",
	}},
	"jobs":         {"job", map[string]any{"status": "running"}},
	"integrations": {"integration", map[string]any{"status": "active"}},
	"replicaset":   {"readOnlyReplicaSet", map[string]any{"status": "available"}},
}

func startAccepting(t *testing.T) *accepting {
	t.Helper()
	service := &accepting{things: map[string]map[string]any{}}
	listening := httptest.NewServer(service)
	t.Cleanup(listening.Close)
	service.url = listening.URL
	return service
}

func (a *accepting) ServeHTTP(answer http.ResponseWriter, request *http.Request) {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	if request.URL.Path == "/oauth/token" || request.URL.Path == "/oauth2/token" {
		a.tokens++
		token := "a"
		if a.token != nil {
			token = a.token(request)
		}
		send(answer, http.StatusOK, map[string]any{"access_token": token, "expires_in": 1, "token_type": "Bearer", "scope": ""})
		return
	}
	if a.fault != nil && a.fault(answer, request) {
		return
	}
	match := route.FindStringSubmatch(request.URL.Path)
	if match == nil {
		send(answer, http.StatusNotFound, map[string]any{"title": "Not Found", "status": 404})
		return
	}
	// In a project: its id, the collection, the id, and what is done to it.
	parts := strings.Split(strings.TrimPrefix(match[2], "/"), "/")
	if _, isCollection := singular[parts[0]]; isCollection {
		// The id of the project is empty, and a path has no empty part.
		parts = append([]string{""}, parts...)
	}
	path := "/" + match[1] + "/v1/projects" + match[2]
	var body map[string]any
	_ = json.NewDecoder(request.Body).Decode(&body)
	if request.Method == http.MethodGet {
		a.reads = append(a.reads, path)
	} else {
		a.writes = append(a.writes, request.Method+" "+path)
		a.bodies = append(a.bodies, body)
	}
	collection, id, project, command := "projects", parts[0], "", ""
	if len(parts) > 1 {
		project, collection, id = parts[0], parts[1], ""
		if len(parts) > 2 {
			id, command = parts[2], strings.Join(parts[3:], "/")
		}
	}
	if command == "replicaset" {
		collection, command = "replicaset", ""
	}
	if a.status != nil && a.status(request) != 0 {
		answer = &otherStatus{answer, a.status(request)}
	}
	a.handle(answer, request.Method, collection, id, project, command, body)
}

func (a *accepting) handle(answer http.ResponseWriter, method, collection, id, project, command string, body map[string]any) {
	thing := a.things[collection+"/"+id]
	switch method {
	case http.MethodPost:
		status := http.StatusOK
		if collection == "replicaset" {
			status = http.StatusCreated
		} else {
			id = collection + "-id"
		}
		thing = maps.Clone(singular[collection].born)
		keep(thing, body)
		thing["id"], thing["projectId"], thing["clusterId"] = id, project, id
		a.things[collection+"/"+id] = thing
		send(answer, status, map[string]any{"id": id})
	case http.MethodGet:
		if thing == nil || command != "" {
			send(answer, http.StatusNotFound, map[string]any{"title": "Not Found", "status": 404})
			return
		}
		send(answer, http.StatusOK, map[string]any{singular[collection].name: thing})
	case http.MethodPut:
		switch command {
		case "":
			keep(thing, body)
			answer.WriteHeader(http.StatusNoContent)
		case "disk/expand":
			delete(thing, "diskIops")
			delete(thing, "diskThroughput")
			keep(thing, body)
			answer.WriteHeader(http.StatusNoContent)
		case "commands/resize":
			thing["instanceType"] = body["targetSize"]
			send(answer, http.StatusOK, map[string]any{"id": id})
		case "commands/upgrade":
			thing["serverVersionTag"] = body["targetTag"]
			send(answer, http.StatusOK, map[string]any{"id": id})
		}
	case http.MethodDelete:
		thing["status"] = "deleted"
		answer.WriteHeader(http.StatusNoContent)
	}
}

// otherStatus answers with another status than it is told.
type otherStatus struct {
	http.ResponseWriter
	status int
}

func (o *otherStatus) WriteHeader(int) { o.ResponseWriter.WriteHeader(o.status) }

// keep takes over what was sent. What an integration's secrets are is not told again.
func keep(thing, body map[string]any) {
	maps.Copy(thing, body)
	data, isObject := body["data"].(map[string]any)
	if !isObject {
		return
	}
	shown := map[string]any{}
	for key, value := range data {
		switch key {
		case "apiKey", "token", "accessKeyId", "secretAccessKey":
			shown[key+"Display"] = "****"
		default:
			shown[key] = value
		}
	}
	thing["data"] = shown
}

func send(answer http.ResponseWriter, status int, content any) {
	answer.Header().Set("Content-Type", "application/json")
	answer.WriteHeader(status)
	_ = json.NewEncoder(answer).Encode(content)
}
