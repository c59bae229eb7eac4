package provider

import (
	"embed"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

//go:embed facts/*.json
var factFiles embed.FS

// factFile is a history: each fact is a list of [version since which it holds, value], in the order of the versions.
type factFile struct {
	Versions    []string                          `json:"versions"`
	DiffersFrom string                            `json:"differsFrom"`
	Facts       map[string][]([2]json.RawMessage) `json:"facts"`
}

// facts are what holds for one version of one provider.
type facts struct {
	namespace string
	version   string
	values    map[string]json.RawMessage
}

func readFactFile(name string) (*factFile, error) {
	text, err := factFiles.ReadFile("facts/" + name + ".json")
	if err != nil {
		return nil, err
	}
	var file factFile
	if err := json.Unmarshal(text, &file); err != nil {
		return nil, fmt.Errorf("facts/%s.json: %w", name, err)
	}
	return &file, nil
}

// Versions are those of eventstorecloud that New knows, oldest first.
func Versions() ([]string, error) {
	file, err := readFactFile(eventStore)
	if err != nil {
		return nil, err
	}
	return file.Versions, nil
}

func factsOf(namespace, version string) (*facts, error) {
	file, err := readFactFile(namespace)
	if err != nil {
		return nil, err
	}
	at := slices.Index(file.Versions, version)
	if at < 0 {
		return nil, fmt.Errorf("unknown version %q of %s; known are %s", version, namespace, strings.Join(file.Versions, ", "))
	}
	result := &facts{namespace: namespace, version: version, values: map[string]json.RawMessage{}}
	if file.DiffersFrom != "" {
		base, err := factsOf(eventStore, file.DiffersFrom)
		if err != nil {
			return nil, err
		}
		result.values = base.values
	}
	for key, history := range file.Facts {
		for _, entry := range history {
			var since string
			if err := json.Unmarshal(entry[0], &since); err != nil {
				return nil, fmt.Errorf("fact %q: %w", key, err)
			}
			switch began := slices.Index(file.Versions, since); {
			case began < 0:
				return nil, fmt.Errorf("fact %q: unknown version %q", key, since)
			case began > at:
			case string(entry[1]) == "null":
				delete(result.values, key)
			default:
				result.values[key] = entry[1]
			}
		}
	}
	return result, nil
}

// read puts the fact's value into `into` and says whether there is one.
func (f *facts) read(key string, into any) bool {
	value, known := f.values[key]
	if !known {
		return false
	}
	// The files are part of the program, and a test reads every value of every version.
	if err := json.Unmarshal(value, into); err != nil {
		panic(fmt.Sprintf("fact %q of %s %s: %v", key, f.namespace, f.version, err))
	}
	return true
}

func (f *facts) holds(key string) bool {
	var value bool
	return f.read(key, &value) && value
}

func (f *facts) has(kind, attribute string) bool {
	_, known := f.values[kind+"."+attribute]
	return known
}

// kinds are the resources of this version, without the provider's own settings and the data sources.
func (f *facts) kinds() []string {
	var kinds []string
	for key := range f.values {
		kind, _, isAttribute := strings.Cut(key, ".")
		if !isAttribute || kind == "provider" || kind == "data" || slices.Contains(kinds, kind) {
			continue
		}
		kinds = append(kinds, kind)
	}
	slices.Sort(kinds)
	return kinds
}

func (f *facts) attributes(kind string) []string {
	var names []string
	for key := range f.values {
		if name, found := strings.CutPrefix(key, kind+"."); found && !strings.Contains(name, "/") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
