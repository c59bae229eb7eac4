// Package provider is a Terraform provider for the engines that judge in the tests: it has the schemas of the published
// providers, version by version, checks what they check, and speaks HTTP to the service as they do.
//
// The published providers wait five seconds between two polls. ESC_TEST_POLL_INTERVAL (a Go duration such as "20ms")
// shortens that; a resource that ends `defunct` is given up after six intervals, which are 30 seconds by default.
package provider

import (
	"fmt"

	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
)

const (
	eventStore = "eventstorecloud"
	kurrent    = "kurrentcloud"
	// kurrentVersion is the one version whose schema is known.
	kurrentVersion = "0.3.0"
)

// New is the provider `eventstorecloud` as the given version of it behaves: one of Versions.
func New(version string) (*schema.Provider, error) {
	known, err := factsOf(eventStore, version)
	if err != nil {
		return nil, err
	}
	return known.provider()
}

// NewKurrent is the provider behind the Pulumi package `kurrentcloud` 0.3.0, with replica sets and service accounts.
// Its behaviour is taken from its sources and was never compared with the published plugin.
func NewKurrent() (*schema.Provider, error) {
	known, err := factsOf(kurrent, kurrentVersion)
	if err != nil {
		return nil, err
	}
	return known.provider()
}

func (f *facts) provider() (*schema.Provider, error) {
	result := &schema.Provider{
		Schema:               f.settings(),
		ResourcesMap:         map[string]*schema.Resource{},
		DataSourcesMap:       map[string]*schema.Resource{},
		ConfigureContextFunc: f.configure,
	}
	for _, kind := range f.kinds() {
		resource, err := f.resource(kind)
		if err != nil {
			return nil, err
		}
		result.ResourcesMap[f.namespace+"_"+kind] = resource
	}
	for name, read := range map[string]schema.ReadContextFunc{"project": lookUpProject, "network": lookUpNetwork} {
		if attributes := f.schemaOf("data." + name); len(attributes) > 0 {
			result.DataSourcesMap[f.namespace+"_"+name] = &schema.Resource{Schema: attributes, ReadContext: read}
		}
	}
	return result, nil
}

// operations are the calls behind one kind of resource.
type operations struct {
	create   schema.CreateContextFunc
	read     schema.ReadContextFunc
	update   schema.UpdateContextFunc
	delete   schema.DeleteContextFunc
	importer schema.StateContextFunc
}

var kinds = map[string]operations{
	"project":                           {createProject, readProject, updateProject, deleteProject, schema.ImportStatePassthroughContext},
	"network":                           {createNetwork, readNetwork, updateNetwork, deleteNetwork, importOfProject},
	"acl":                               {createACL, readACL, updateACL, deleteACL, importOfProject},
	"peering":                           {createPeering, readPeering, updatePeering, deletePeering, importOfProject},
	"managed_cluster":                   {createCluster, readCluster, updateCluster, deleteCluster, importOfProject},
	"managed_cluster_replicaset":        {createReplicaSet, readReplicaSet, updateReplicaSet, deleteReplicaSet, importReplicaSet},
	"scheduled_backup":                  {createBackup, readBackup, nil, deleteBackup, importOfProject},
	"integration":                       {createIntegration, readIntegration, updateIntegration, deleteIntegration, importOfProject},
	"integration_awscloudwatch_logs":    cloudWatch{"awsCloudWatchLogs", "logs", "group_name", "groupName"}.operations(),
	"integration_awscloudwatch_metrics": cloudWatch{"awsCloudWatchMetrics", "metrics", "namespace", "namespace"}.operations(),
}

func (f *facts) resource(kind string) (*schema.Resource, error) {
	calls, known := kinds[kind]
	if !known {
		return nil, fmt.Errorf("no calls for %q", kind)
	}
	result := &schema.Resource{
		Schema:        f.schemaOf(kind),
		CreateContext: calls.create,
		ReadContext:   calls.read,
		DeleteContext: calls.delete,
	}
	if f.holds(kind + "/update") {
		result.UpdateContext = calls.update
	}
	if f.holds(kind + "/importer") {
		result.Importer = &schema.ResourceImporter{StateContext: calls.importer}
	}
	if f.holds(kind + "/customizeDiff") {
		result.CustomizeDiff = f.checkDisk
	}
	if f.read(kind+"/schemaVersion", &result.SchemaVersion) && kind == "peering" {
		result.StateUpgraders = []schema.StateUpgrader{peeringMetadataFromSet}
	}
	return result, nil
}
