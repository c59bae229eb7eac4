// Package recording is what the tests of the two plugins share: the answers of the published ones, and how an answer is
// written.
package recording

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
)

// Read reads one of the files that hold what the published provider answered, seen from the folder of a module. Numbers
// stay as they are written if exact.
func Read(t *testing.T, name string, exact bool, into any) {
	t.Helper()
	text, err := os.ReadFile("../verdicts/" + name)
	if err != nil {
		t.Fatal(err)
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	if exact {
		decoder.UseNumber()
	}
	if err := decoder.Decode(into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// Marked tells whether a value is a mark for what JSON has not, such as `{"$unknown": true}`.
func Marked(value any, mark string) bool {
	fields, isObject := value.(map[string]any)
	return isObject && len(fields) == 1 && fields[mark] == true
}

// Answer is one refusal, written `stage@attribute: what`.
func Answer(stage, attribute, what string) string {
	return fmt.Sprintf("%s@%s: %s", stage, attribute, what)
}

// Reason is what refusals with a certain part in their text are about.
type Reason = struct{ Part, What string }

// Reasons are what refusals by the provider's own schema are about.
var Reasons = []Reason{
	{"Missing required argument", "required"},
	{"Value for unconfigurable attribute", "computed"},
	{"Invalid or unknown key", "unknown-key"},
	{"to be one of", "one-of"},
	{"to be in the range", "range"},
	{"to contain a valid Value", "cidr-invalid"},
	{"to contain a valid network Value", "cidr-host-bits"},
	{"to contain a network Value with between", "cidr-prefix"},
	{"whole number", "whole-number"},
	{"'iops' must be set when", "iops-required"},
	{"'iops' must not be set when", "iops-forbidden"},
	{"'iops' must be set between", "iops-range"},
	{"'throughput' must be set when", "throughput-required"},
	{"'throughput' must not be set when", "throughput-forbidden"},
	{"'throughput' must be set between", "throughput-range"},
}

// What is what a refusal is about: the longest part counts that its text has. Without one it is the text.
func What(text string, more ...Reason) string {
	what, best := text, ""
	for _, reasons := range [][]Reason{Reasons, more} {
		for _, known := range reasons {
			if strings.Contains(text, known.Part) && len(known.Part) > len(best) {
				best, what = known.Part, known.What
			}
		}
	}
	return what
}
