package provider

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tfprotov5"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// An answer is one refusal, written `stage@attribute: what`.
func answer(stage, attribute, what string) string {
	return fmt.Sprintf("%s@%s: %s", stage, attribute, what)
}

// whats are what refusals are about, by a part of their text.
var whats = []struct{ part, what string }{
	{"Missing required argument", "required"},
	{"Value for unconfigurable attribute", "computed"},
	{"Invalid or unknown key", "unknown-key"},
	{"to be one of", "one-of"},
	{"to be in the range", "range"},
	{"to contain a valid Value", "cidr-invalid"},
	{"to contain a valid network Value", "cidr-host-bits"},
	{"to contain a network Value with between", "cidr-prefix"},
	{"Null value found in list", "null-element"},
	{"must be a whole number", "whole-number"},
	{"'iops' must be set when", "iops-required"},
	{"'iops' must not be set when", "iops-forbidden"},
	{"'iops' must be set between", "iops-range"},
	{"'throughput' must be set when", "throughput-required"},
	{"'throughput' must not be set when", "throughput-forbidden"},
	{"'throughput' must be set between", "throughput-range"},
	{"cidr_block must be set for", "cidr-needed"},
	{"cidr_block must not be set for", "cidr-with-public"},
	{"must begin with server_version", "tag-prefix"},
	{"Disks cannot be made smaller", "disk-shrinks"},
	{"access_key_id is needed to create", "missing-access-key-id"},
	{"secret_access_key is needed to create", "missing-secret-access-key"},
	{"URL of the API must not be empty", "url-empty"},
	{"malformed URL of the API", "url-malformed"},
	{"malformed URL of the identity provider", "idp-url-malformed"},
	{"token store does not exist", "token-store-missing"},
	{"token store cannot be read", "token-store-read"},
	{"token store cannot be created", "token-store-create"},
	{"Internal Server Error, try again later", "read-failed"},
}

func answers(stage string, diagnostics []*tfprotov5.Diagnostic) []string {
	var result []string
	for _, diagnostic := range diagnostics {
		if diagnostic.Severity != tfprotov5.DiagnosticSeverityError {
			continue
		}
		text := diagnostic.Summary + ": " + diagnostic.Detail
		what := text
		// The longest part counts: "secret_access_key is ..." holds "access_key_id is ..." in no case, but others do.
		best := ""
		for _, known := range whats {
			if strings.Contains(text, known.part) && len(known.part) > len(best) {
				best, what = known.part, known.what
			}
		}
		result = append(result, answer(stage, pathText(diagnostic.Attribute), what))
	}
	slices.Sort(result)
	return slices.Compact(result)
}

func pathText(path *tftypes.AttributePath) string {
	if path == nil || len(path.Steps()) == 0 {
		return "-"
	}
	var result strings.Builder
	for _, step := range path.Steps() {
		switch step := step.(type) {
		case tftypes.AttributeName:
			if result.Len() > 0 {
				result.WriteByte('.')
			}
			result.WriteString(string(step))
		case tftypes.ElementKeyInt:
			fmt.Fprintf(&result, "[%d]", int64(step))
		case tftypes.ElementKeyString:
			fmt.Fprintf(&result, "[%q]", string(step))
		}
	}
	return result.String()
}

func firstStep(path *tftypes.AttributePath) string {
	if name, isName := path.Steps()[0].(tftypes.AttributeName); isName {
		return string(name)
	}
	return "-"
}
