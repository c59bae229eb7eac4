package provider

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"path"
	"runtime"
	"slices"
	"strings"
)

// errRead is all that a failed read says, whatever the reason.
var errRead = errors.New("Internal Server Error, try again later") //nolint:staticcheck // the published text

// Services of the API, as the first part of a path.
const (
	resources   = "resources"
	infra       = "infra"
	mesdb       = "mesdb"
	integrate   = "integrate"
	orchestrate = "orchestrate"
)

// request is one call. `accepted` are the only statuses that count as success, even among 2xx.
type request struct {
	activity string
	method   string
	path     string
	body     any
	accepted []int
	into     any
}

// body is what a request carries. The published provider also sends the ids that are in the path already, in Go's
// spelling of the names; a service has to ignore them.
type body map[string]any

// inProject is the path of something in a project. Two services keep the slashes around an empty id, three drop them.
func (s *session) inProject(service, project string, rest ...string) string {
	parts := append([]string{service, "v1", "organizations", s.organization, "projects", project}, rest...)
	if service == integrate || service == orchestrate {
		return "/" + strings.Join(parts, "/")
	}
	return "/" + path.Join(parts...)
}

func (s *session) projects(id ...string) string {
	return "/" + path.Join(append([]string{resources, "v1", "organizations", s.organization, "projects"}, id...)...)
}

func (s *session) do(ctx context.Context, call request) error {
	accessToken, err := s.accessToken()
	if err != nil {
		return fmt.Errorf("error obtaining access token: %w", err)
	}
	var content io.Reader
	if call.body != nil {
		encoded, err := json.Marshal(call.body)
		if err != nil {
			return fmt.Errorf("error encoding request: %w", err)
		}
		content = bytes.NewReader(encoded)
	}
	// Only the path is replaced: a path of the setting is lost, a query stays.
	target := *s.api
	target.Path = call.path
	target.RawPath = ""
	sent, err := http.NewRequestWithContext(ctx, call.method, target.String(), content)
	if err != nil {
		return fmt.Errorf("error constructing request: %w", err)
	}
	sent.Header.Set("Authorization", "Bearer "+accessToken)
	if call.body != nil || strings.HasPrefix(call.path, "/"+integrate+"/") || strings.HasPrefix(call.path, "/"+orchestrate+"/") {
		sent.Header.Set("Content-Type", "application/json")
	}
	s.identify(sent)
	answer, err := s.http.Do(sent)
	if err != nil {
		return fmt.Errorf("error sending request: %w", err)
	}
	defer answer.Body.Close()
	if !slices.Contains(call.accepted, answer.StatusCode) {
		return problem(call.activity, answer.Body)
	}
	if call.into == nil {
		return nil
	}
	// Only the first JSON value is read.
	if err := json.NewDecoder(answer.Body).Decode(call.into); err != nil {
		return fmt.Errorf("error parsing response: %w", err)
	}
	return nil
}

// identify adds the header by which the second generation tells who it is; the first leaves Go's own.
func (s *session) identify(sent *http.Request) {
	if s.facts.namespace == kurrent {
		sent.Header.Set("User-Agent", fmt.Sprintf("terraform-provider-kurrentcloud/dev Terraform/unknown Go/%s (%s/%s)",
			strings.TrimPrefix(runtime.Version(), "go"), runtime.GOOS, runtime.GOARCH))
	}
}

// problem is the error that an answer with another status means. The HTTP status itself is never shown.
func problem(activity string, answer io.Reader) error {
	var details struct {
		Title  string            `json:"title"`
		Detail string            `json:"detail"`
		Status int               `json:"status"`
		Fields map[string]string `json:"fields"`
	}
	if err := json.NewDecoder(answer).Decode(&details); err != nil {
		return err
	}
	if details.Title == "" && details.Detail == "" {
		return fmt.Errorf("error %s: Status %d", activity, details.Status)
	}
	var message strings.Builder
	fmt.Fprintf(&message, "error %s: %s: %s", activity, details.Title, details.Detail)
	for _, field := range slices.Sorted(maps.Keys(details.Fields)) {
		fmt.Fprintf(&message, "\n%s - %s", field, details.Fields[field])
	}
	return errors.New(message.String())
}

// The calls below differ in what counts as success.

// create posts something new and gives its id back.
func (s *session) create(ctx context.Context, activity, target string, content body) (string, error) {
	var made struct {
		ID string `json:"id"`
	}
	err := s.do(ctx, request{activity, http.MethodPost, target, content, []int{http.StatusOK}, &made})
	return made.ID, err
}

func (s *session) get(ctx context.Context, activity, target string, into any) error {
	return s.do(ctx, request{activity, http.MethodGet, target, nil, []int{http.StatusOK}, into})
}

// put changes something; without statuses given, 200 and 204 are success.
func (s *session) put(ctx context.Context, activity, target string, content body, accepted ...int) error {
	if len(accepted) == 0 {
		accepted = []int{http.StatusOK, http.StatusNoContent}
	}
	call := request{activity: activity, method: http.MethodPut, path: target, accepted: accepted}
	if content != nil {
		call.body = content
	}
	return s.do(ctx, call)
}

func (s *session) remove(ctx context.Context, activity, target string) error {
	return s.do(ctx, request{activity, http.MethodDelete, target, nil, []int{http.StatusOK, http.StatusNoContent}, nil})
}
