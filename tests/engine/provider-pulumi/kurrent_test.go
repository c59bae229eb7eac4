package main

import (
	"slices"
	"testing"
)

// What is known of kurrentcloud 0.3.0 was read in its sources: these rows are not compared with any recording.

func TestKurrentClusters(t *testing.T) {
	_, plugin := serveEcho(t, kurrent)
	it := plugin.create(t, "ManagedCluster", written["ManagedCluster"])
	if got := plugin.step(it, written["ManagedCluster"].with(object{"projectionLevel": "user"})); got != "update" {
		t.Errorf("another projection level: %s", got)
	}
	gp2 := written["ManagedCluster"].with(object{"diskType": "gp2", "diskIops": absent, "diskThroughput": absent})
	if got := plugin.verdict("ManagedCluster", gp2); !slices.Equal(got, []string{"check@disk_type: one-of"}) {
		t.Errorf("a disk of type gp2: %q", got)
	}
}

func TestReplicaSets(t *testing.T) {
	service, plugin := serveEcho(t, kurrent)
	cluster := plugin.create(t, "ManagedCluster", written["ManagedCluster"])
	program := object{"projectId": projectID, "clusterId": cluster.id, "replicaCount": 1}
	it := plugin.create(t, "ManagedClusterReplicaset", program)
	if it.id != cluster.id {
		t.Errorf("its id is %s, not that of the cluster", it.id)
	}
	for _, row := range []struct {
		change object
		want   string
	}{
		{object{}, "none"},
		{object{"replicaCount": 2}, "update"},
		{object{"replicaCount": 3}, "check@replica_count: range"},
		{object{"protected": true}, "update"},
		{object{"clusterId": "other"}, "replace"},
	} {
		if got := plugin.step(it, program.with(row.change)); got != row.want {
			t.Errorf("%v: %s, not %s", row.change, got, row.want)
		}
	}
	it, told := plugin.update(t, it, program.with(object{"replicaCount": 2}))
	if told != "" || it.outputs["replicaCount"] != 2.0 {
		t.Errorf("two replicas: %v %q", it.outputs, told)
	}
	if got := service.writes[len(service.writes)-1]; got != "PUT replicaset" {
		t.Errorf("the last request: %s", got)
	}
}
