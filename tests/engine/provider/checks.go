package provider

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/validation"
)

// bypassVariable switches off most lists and ranges when it is set to anything, since version 1.5.14.
const bypassVariable = "ESC_BYPASS_VALIDATION"

// check is what the provider holds a written value against, or nil. It is nil, too, where the bypass counts: the
// variable is read once, when the plugin starts.
func (f *facts) check(key string) schema.SchemaValidateFunc {
	if os.Getenv(bypassVariable) != "" && f.holds(key+"/bypass") {
		return nil
	}
	var words []string
	if f.read(key+"/accepts", &words) {
		return f.oneOf(words)
	}
	var limits [2]int
	if f.read(key+"/range", &limits) {
		return validation.IntBetween(limits[0], limits[1])
	}
	if f.read(key+"/prefix", &limits) {
		return validation.IsCIDRNetwork(limits[0], limits[1])
	}
	return nil
}

// oneOf ignores case. Since 1.6.0 that is Unicode's folding, by which the long s is an s; before, the lower case of
// both sides was compared, by which it is not.
func (f *facts) oneOf(words []string) schema.SchemaValidateFunc {
	if f.holds("words/foldCase") {
		return validation.StringInSlice(words, true)
	}
	return func(value any, name string) ([]string, []error) {
		written := strings.ToLower(value.(string))
		for _, word := range words {
			if strings.ToLower(word) == written {
				return nil, nil
			}
		}
		return nil, []error{fmt.Errorf("expected %s to be one of %q, got %s", name, words, value)}
	}
}

// checkDisk is the one check across properties. It asks only for the values, so an unknown number counts as 0 and an
// unknown type as "". The type is compared as it was written: the list of accepted types ignores case, this does not.
func (f *facts) checkDisk(_ context.Context, diff *schema.ResourceDiff, _ any) error {
	diskType := diff.Get("disk_type").(string)
	provisioned := slices.Contains([]string{"gp3", "GP3"}, diskType)
	names := []string{"iops", "throughput"}
	for _, name := range names {
		value := diff.Get("disk_" + name).(int)
		switch {
		case provisioned && value == 0:
			return fmt.Errorf("'%s' must be set when 'type' is '%s'", name, diskType)
		case !provisioned && value != 0:
			return fmt.Errorf("'%s' must not be set when 'type' is '%s'", name, diskType)
		}
	}
	if !provisioned {
		return nil
	}
	for _, name := range names {
		var limits [2]int
		f.read("managed_cluster.disk_"+name+"/gp3", &limits)
		if value := diff.Get("disk_" + name).(int); value < limits[0] || value > limits[1] {
			return fmt.Errorf("'%s' must be set between %d and %d", name, limits[0], limits[1])
		}
	}
	return nil
}

// importID takes apart `project_id:resource_id`, the form of every import but that of a project.
func importID(id string) (project, resource string, err error) {
	project, resource, found := strings.Cut(id, ":")
	if !found || project == "" || resource == "" {
		return "", "", fmt.Errorf("unexpected import id %q; expected project_id:resource_id", id)
	}
	return project, resource, nil
}
