package main

import (
	"strings"
	"testing"
)

const projectID = "c1v2b3n4m5a6s7d8f9g0"

// written is a program's text for each kind, on which the rows below write something.
var written = map[string]object{
	"Project": {"name": "orders"},
	"Network": {
		"projectId": projectID, "resourceProvider": "aws", "region": "us-east-1", "cidrBlock": "10.20.0.0/16", "name": "net",
	},
	"Acl": {
		"projectId": projectID, "name": "acl",
		"cidrBlocks": []any{entry("9.9.9.9/32", "a"), entry("8.8.8.8/32", "b")},
	},
	"Peering": {
		"projectId": projectID, "networkId": "net1", "peerResourceProvider": "aws", "peerNetworkRegion": "us-east-1",
		"peerAccountId": "012345678901", "peerNetworkId": "vpc-0a1b2c3d",
		"routes": []any{"10.1.0.0/24", "10.2.0.0/24"}, "name": "peer",
	},
	"ManagedCluster": {
		"projectId": projectID, "networkId": "net1", "topology": "single-node", "instanceType": "F1", "diskSize": 16,
		"diskType": "gp3", "diskIops": 3000, "diskThroughput": 125, "serverVersion": "26.0", "name": "db",
	},
	"ScheduledBackup": {
		"projectId": projectID, "sourceClusterId": "clusters1", "description": "daily", "schedule": "0 2 * * *",
		"backupDescription": "daily of db", "maxBackupCount": 7,
	},
	"Integration": {
		"projectId": projectID, "description": "alerts",
		"data": map[string]any{"sink": "slack", "token": "xoxb", "channelId": "C0123"},
	},
	"AWSCloudWatchLogsIntegration": {
		"projectId": projectID, "description": "logs", "accessKeyId": "AKIA", "secretAccessKey": "s",
		"clusterIds": []any{"a", "b"}, "groupName": "/orders", "region": "us-east-1",
	},
	"AWSCloudWatchMetricsIntegration": {
		"projectId": projectID, "description": "metrics", "accessKeyId": "AKIA", "secretAccessKey": "s",
		"clusterIds": []any{"a", "b"}, "namespace": "orders", "region": "us-east-1",
	},
}

func entry(address, comment string) any {
	return map[string]any{"address": address, "comment": comment}
}

var absent = map[string]any{"$absent": true}

// TestSpelling deploys one spelling, and asks what the next run does: with the same, and with another one. The service
// answers what it is sent.
func TestSpelling(t *testing.T) {
	const every = "Project Network Acl Peering ManagedCluster"
	rows := []struct {
		classes  string
		property string
		from, to any
		again    string
		next     string
	}{
		{"Network", "region", "East US", "eastus", "none", "replace"},
		{"Network", "region", "US-EAST-1", "us-east-1", "none", "replace"},
		{"Network", "region", "us-east-1 ", "us-east-1", "none", "replace"},
		{"Network", "resourceProvider", "AWS", "aws", "none", "none"},
		{"Network", "publicAccess", absent, false, "none", "none"},
		{"Peering", "peerResourceProvider", "AWS", "aws", "replace", "none"},
		{"Peering", "peerNetworkRegion", "US-EAST-1", "us-east-1", "none", "replace"},
		{"Peering", "peerNetworkRegion", "us-east-1 ", "us-east-1", "none", "replace"},
		{"Peering", "peerAccountId", "Abc", "abc", "none", "replace"},
		{"Peering", "peerNetworkId", "VPC-0a1b2c3d", "vpc-0a1b2c3d", "none", "replace"},
		{"Peering", "routes", []any{"10.2.0.0/24", "10.1.0.0/24"}, []any{"10.1.0.0/24", "10.2.0.0/24"}, "none", "none"},
		{"Peering", "routes", []any{"10.1.0.0/24", "10.1.0.0/24"}, []any{"10.1.0.0/24"}, "none", "none"},
		{"ManagedCluster", "topology", "Single-Node", "single-node", "replace", "none"},
		{"ManagedCluster", "instanceType", "f1", "F1", "none", "none"},
		{"ManagedCluster", "diskType", "GP3", "gp3", "none", "none"},
		{"ManagedCluster", "projectionLevel", "Off", "off", "none", "none"},
		{"ManagedCluster", "projectionLevel", absent, "off", "none", "none"},
		{"ManagedCluster", "protected publicAccess", absent, false, "none", "none"},
		{"ManagedCluster", "aclId", absent, "", "none", "none"},
		{"ManagedCluster", "serverVersion", "26.0 ", "26.0", "none", "update"},
		{"ManagedCluster", "serverVersion", "26.0", "26.0.0", "none", "update"},
		{"ManagedCluster", "serverVersionTag", absent, "26.0.0", "none", "none"},
		{"ScheduledBackup", "schedule", " 0 2 * * *", "0 2 * * *", "none", "replace"},
		{"ScheduledBackup", "schedule", "00 02 * * *", "0 2 * * *", "none", "replace"},
		{"ScheduledBackup", "schedule", "0 2 * * 7", "0 2 * * 0", "none", "replace"},
		{"ScheduledBackup", "schedule", "0 */1 * * *", "0 * * * *", "none", "replace"},
		{"ScheduledBackup", "description backupDescription", "Daily", "daily", "none", "replace"},
		{"ScheduledBackup", "description backupDescription", "daily ", "daily", "none", "replace"},
		{"Acl", "cidrBlocks", []any{entry("9.9.9.9", "a")}, []any{entry("9.9.9.9/32", "a")}, "none", "update"},
		{
			"Acl", "cidrBlocks", []any{map[string]any{"address": "9.9.9.9/32"}}, []any{entry("9.9.9.9/32", "")},
			"none", "none",
		},
		{
			"Acl", "cidrBlocks", []any{entry("8.8.8.8/32", "b"), entry("9.9.9.9/32", "a")},
			[]any{entry("9.9.9.9/32", "a"), entry("8.8.8.8/32", "b")}, "none", "update",
		},
		{
			"Integration", "data", map[string]any{"sink": "slack", "token": "xoxb", "channelId": "C0123"},
			map[string]any{"sink": "slack", "token": "xoxb", "channel_id": "C0123"}, "update", "update",
		},
		{
			"Integration", "data", map[string]any{"sink": "opsGenie", "api_key": "k"},
			map[string]any{"sink": "opsGenie", "apiKey": "k"}, "update", "update",
		},
		{"AWSCloudWatchLogsIntegration AWSCloudWatchMetricsIntegration", "region", "US-EAST-1", "us-east-1", "none", "update"},
		{"AWSCloudWatchLogsIntegration", "groupName", "/Orders", "/orders", "none", "update"},
		{"AWSCloudWatchMetricsIntegration", "namespace", "Orders", "orders", "none", "update"},
		{
			"AWSCloudWatchLogsIntegration AWSCloudWatchMetricsIntegration", "clusterIds",
			[]any{"b", "a"}, []any{"a", "b"}, "none", "update",
		},
		{every, "name", "Orders", "orders", "none", "update"},
		{every, "name", "orders ", "orders", "none", "update"},
	}
	_, plugin := serveEcho(t, eventStore)
	for _, row := range rows {
		for _, class := range strings.Fields(row.classes) {
			for _, property := range strings.Fields(row.property) {
				before := written[class].with(object{property: row.from})
				after := written[class].with(object{property: row.to})
				deployed := plugin.create(t, class, before)
				for when, it := range map[string]standing{"": deployed, " after a refresh": plugin.refresh(t, deployed)} {
					if got := plugin.step(it, before); got != row.again {
						t.Errorf("%s.%s %v again%s: %s, not %s", class, property, row.from, when, got, row.again)
					}
					if got := plugin.step(it, after); got != row.next {
						t.Errorf("%s.%s %v to %v%s: %s, not %s", class, property, row.from, row.to, when, got, row.next)
					}
				}
			}
		}
	}
}

func TestPublicNetworkWithoutBlock(t *testing.T) {
	_, plugin := serveEcho(t, eventStore)
	public := written["Network"].with(object{"cidrBlock": absent, "publicAccess": true})
	deployed := plugin.create(t, "Network", public)
	for _, program := range []object{public, public.with(object{"cidrBlock": nil})} {
		if got := plugin.step(deployed, program); got != "none" {
			t.Errorf("%v: %s, not none", program, got)
		}
	}
}
