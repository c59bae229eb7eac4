package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"eventstorecloud-planner/tests/engine/provider"

	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
	"github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfbridge"
	shimv2 "github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfshim/sdk-v2"
	"github.com/pulumi/pulumi/sdk/v3/go/common/tokens"
)

// terraformVariable chooses the version of the Terraform provider underneath. The engine starts a plugin with its own
// address as the only argument, but hands on its environment.
const terraformVariable = "ESC_TEST_TERRAFORM_VERSION"

// pulumiPackage is one published Pulumi package.
type pulumiPackage struct {
	name    string
	version string
	npm     string
	// formerly is the package whose types this one takes over by aliases.
	formerly string
	// terraform makes the provider underneath.
	terraform func() (*schema.Provider, error)
}

var eventStore = pulumiPackage{
	name:    "eventstorecloud",
	version: "0.2.20",
	npm:     "@eventstore/pulumi-eventstorecloud",
	terraform: func() (*schema.Provider, error) {
		version := os.Getenv(terraformVariable)
		if version == "" {
			version = "1.6.0"
		}
		return provider.New(version)
	},
}

var kurrent = pulumiPackage{
	name:      "kurrentcloud",
	version:   "0.3.0",
	npm:       "@kurrent/pulumi-kurrentcloud",
	formerly:  "eventstorecloud",
	terraform: provider.NewKurrent,
}

// packageOf tells by the name of the program which package it serves: one binary is both plugins.
func packageOf(program string) (pulumiPackage, error) {
	for _, known := range []pulumiPackage{eventStore, kurrent} {
		if strings.TrimSuffix(filepath.Base(program), ".exe") == "pulumi-resource-"+known.name {
			return known, nil
		}
	}
	return pulumiPackage{}, fmt.Errorf(
		"%s: the program must be named pulumi-resource-%s or pulumi-resource-%s", program, eventStore.name, kurrent.name)
}

// classes are the resource classes of the published SDK, by the kind of the Terraform resource.
var classes = map[string]string{
	"project":                           "Project",
	"network":                           "Network",
	"acl":                               "Acl",
	"peering":                           "Peering",
	"managed_cluster":                   "ManagedCluster",
	"managed_cluster_replicaset":        "ManagedClusterReplicaset",
	"scheduled_backup":                  "ScheduledBackup",
	"integration":                       "Integration",
	"integration_awscloudwatch_logs":    "AWSCloudWatchLogsIntegration",
	"integration_awscloudwatch_metrics": "AWSCloudWatchMetricsIntegration",
}

// token is `eventstorecloud:index/network:Network` for Network, and so on: the first letter of the module is small.
func (p pulumiPackage) token(member string) string {
	return typeToken(p.name, member)
}

func typeToken(namespace, member string) string {
	return fmt.Sprintf("%s:index/%s%s:%s", namespace, strings.ToLower(member[:1]), member[1:], member)
}

func (p pulumiPackage) class(terraformName string) string {
	return classes[strings.TrimPrefix(terraformName, p.name+"_")]
}

// describe is the mapping from Terraform to Pulumi as the published sources have it, without what only SDKs and
// documentation are made from.
func (p pulumiPackage) describe(terraform *schema.Provider) tfbridge.ProviderInfo {
	info := tfbridge.ProviderInfo{
		P:           shimv2.NewProvider(terraform),
		Name:        p.name,
		Version:     p.version,
		Resources:   map[string]*tfbridge.ResourceInfo{},
		DataSources: map[string]*tfbridge.DataSourceInfo{},
		JavaScript:  &tfbridge.JavaScriptInfo{PackageName: p.npm},
	}
	for name := range terraform.ResourcesMap {
		resource := &tfbridge.ResourceInfo{Tok: tokens.Type(p.token(p.class(name)))}
		if p.formerly != "" && p.class(name) != "ManagedClusterReplicaset" {
			former := typeToken(p.formerly, p.class(name))
			resource.Aliases = []tfbridge.AliasInfo{{Type: &former}}
		}
		info.Resources[name] = resource
	}
	for name := range terraform.DataSourcesMap {
		info.DataSources[name] = &tfbridge.DataSourceInfo{Tok: tokens.ModuleMember(p.token("get" + p.class(name)))}
	}
	// Each property called `name` may be left out, and is then the resource's logical name and seven hexadecimal digits.
	info.SetAutonaming(255, "-")
	return info
}

// serve is the mapping that the plugin runs with: the same, over the shim that plans as the published plugin does.
func (p pulumiPackage) serve(terraform *schema.Provider) tfbridge.ProviderInfo {
	info := p.describe(terraform)
	for name, resource := range terraform.ResourcesMap {
		keepWrittenNumbers(info.Resources[name], resource)
	}
	info.P = &classicProvider{Provider: info.P, terraform: terraform}
	return info
}
