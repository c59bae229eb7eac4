package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
)

// echo is a service that keeps what it is sent and answers it as it came, but for what the real one is known to do.
type echo struct {
	mutex  sync.Mutex
	things map[string]object
	made   int
	// born is the status of what is created from now on.
	born string
	// writes are the requests that changed something, and sent is what the last of them carried.
	writes []string
	sent   object
}

// oneOf is how an answer names one thing of a collection.
var oneOf = map[string]string{
	"projects": "project", "networks": "network", "acls": "acl", "peerings": "peering", "clusters": "cluster",
	"jobs": "job", "integrations": "integration", "replicaset": "readOnlyReplicaSet",
}

// serveEcho starts the service, and configures the plugin for it.
func serveEcho(t *testing.T, served pulumiPackage) (*echo, plugged) {
	t.Helper()
	t.Setenv("ESC_TEST_POLL_INTERVAL", "1ms")
	service := &echo{things: map[string]object{}, born: "available"}
	listening := httptest.NewServer(service)
	t.Cleanup(listening.Close)
	plugin := plug(t, served)
	plugin.configure(t, object{
		"url": listening.URL, "identityProviderUrl": listening.URL, "organizationId": "o", "token": "t",
		"tokenStore": t.TempDir(),
	})
	return service, plugin
}

func (e *echo) ServeHTTP(response http.ResponseWriter, request *http.Request) {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	if strings.HasSuffix(request.URL.Path, "/token") {
		reply(response, object{"access_token": "a", "expires_in": 1, "token_type": "Bearer"})
		return
	}
	_, path, _ := strings.Cut(request.URL.Path, "/projects")
	collection, id, command := "projects", "", ""
	parts := strings.SplitN(strings.Trim(path, "/"), "/", 4)
	project := parts[0]
	switch len(parts) {
	case 1:
		id = project
	case 2:
		collection = parts[1]
	case 3:
		collection, id = parts[1], parts[2]
	default:
		collection, id, command = parts[1], parts[2], parts[3]
	}
	if command == "replicaset" {
		collection, command = command, ""
	}
	var sent object
	_ = json.NewDecoder(request.Body).Decode(&sent)
	if request.Method != http.MethodGet {
		e.writes = append(e.writes, strings.TrimSpace(request.Method+" "+collection+" "+command))
		e.sent = maps.Clone(sent)
	}
	switch thing := e.things[collection+id]; {
	case request.Method == http.MethodPost:
		e.create(response, collection, id, project, sent)
	case request.Method == http.MethodGet && id == "":
		e.list(response, collection)
	case thing == nil:
		response.WriteHeader(http.StatusNotFound)
		reply(response, object{"title": "Not Found", "status": 404})
	case request.Method == http.MethodGet:
		reply(response, object{oneOf[collection]: thing})
	case request.Method == http.MethodDelete:
		thing["status"] = "deleted"
	default:
		change(response, thing, command, sent)
	}
}

func (e *echo) create(response http.ResponseWriter, collection, id, project string, sent object) {
	if collection == "replicaset" {
		response.WriteHeader(http.StatusCreated)
	} else {
		e.made++
		id = fmt.Sprintf("%s%d", collection, e.made)
	}
	thing := maps.Clone(sent)
	thing["id"], thing["projectId"], thing["status"] = id, project, e.born
	switch collection {
	case "networks":
		thing["provider"] = strings.ToLower(sent["provider"].(string))
	case "clusters":
		thing["provider"], thing["region"], thing["serverVersionTag"] = "aws", "us-east-1", "26.0.0"
	case "peerings":
		thing["provider"], thing["status"] = "aws", "initiated"
		thing["providerPeeringMetadata"] = object{"peeringLinkId": "pcx-1"}
	case "replicaset":
		thing["clusterId"] = id
	}
	hideSecrets(thing)
	e.things[collection+id] = thing
	reply(response, object{"id": id})
}

func (e *echo) list(response http.ResponseWriter, collection string) {
	things := []object{}
	for key, thing := range e.things {
		if strings.HasPrefix(key, collection) {
			things = append(things, thing)
		}
	}
	reply(response, object{collection: things})
}

func change(response http.ResponseWriter, thing object, command string, sent object) {
	switch command {
	case "commands/resize":
		thing["instanceType"] = strings.ToLower(sent["targetSize"].(string))
	case "commands/upgrade":
		thing["serverVersionTag"] = sent["targetTag"]
	default:
		maps.Copy(thing, sent)
		hideSecrets(thing)
		response.WriteHeader(http.StatusNoContent)
	}
}

// hideSecrets replaces the secrets of an integration by what shows that there are some.
func hideSecrets(thing object) {
	data, isObject := thing["data"].(map[string]any)
	for _, name := range []string{"token", "apiKey", "accessKeyId", "secretAccessKey"} {
		if _, given := data[name]; isObject && given {
			delete(data, name)
			data[name+"Display"] = "****"
		}
	}
}

func reply(response http.ResponseWriter, content object) {
	_ = json.NewEncoder(response).Encode(content)
}
