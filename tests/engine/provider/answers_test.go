package provider

import (
	"fmt"
	"slices"
	"strings"

	"eventstorecloud-planner/tests/engine/provider/recording"

	"github.com/hashicorp/terraform-plugin-go/tfprotov5"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// reasons are what only this side's refusals are about.
var reasons = []recording.Reason{
	{"Null value found in list", "null-element"},
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
		what := recording.What(text, reasons...)
		result = append(result, recording.Answer(stage, pathText(diagnostic.Attribute), what))
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
