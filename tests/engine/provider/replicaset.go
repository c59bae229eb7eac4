package provider

import (
	"context"
	"fmt"
	"net/http"
	"slices"

	"github.com/hashicorp/terraform-plugin-sdk/v2/diag"
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
)

// replicaSetFailures end a wait at once.
var replicaSetFailures = []string{
	"compute create failed", "install failed", "config change failed", "replica count change failed",
	"disk resize failed", "upgrade failed", "delete failed",
}

type replicaSetAnswer struct {
	ProjectID    string `json:"projectId"`
	ClusterID    string `json:"clusterId"`
	ReplicaCount int32  `json:"replicaCount"`
	Status       string `json:"status"`
	Protected    bool   `json:"protected"`
	CreatedAt    string `json:"createdAt"`
	UpdatedAt    string `json:"updatedAt"`
}

// replicaSetPath has the cluster's id, which is also that of the set: a cluster has one at most.
func (s *session) replicaSetPath(data *schema.ResourceData, cluster string) string {
	return s.inProject(mesdb, text(data, "project_id"), "clusters", cluster, "replicaset")
}

func (s *session) replicaSet(ctx context.Context, data *schema.ResourceData) (replicaSetAnswer, error) {
	var answer struct {
		ReplicaSet replicaSetAnswer `json:"readOnlyReplicaSet"`
	}
	err := s.get(ctx, "getting read-only replica set", s.replicaSetPath(data, data.Id()), &answer)
	return answer.ReplicaSet, err
}

func (s *session) waitForReplicaSet(ctx context.Context, data *schema.ResourceData, wanted string) error {
	what := "read-only replica set of " + data.Id()
	return s.waitFor(ctx, "ReadOnlyReplicaSet", wanted, func() (string, error) {
		set, err := s.replicaSet(ctx, data)
		if err == nil && slices.Contains(replicaSetFailures, set.Status) {
			err = fmt.Errorf("%s: %s", what, set.Status)
		}
		return set.Status, err
	})
}

func (s *session) replicaSetBody(data *schema.ResourceData) body {
	return body{
		"OrganizationID": s.organization,
		"ProjectID":      text(data, "project_id"),
		"ClusterID":      text(data, "cluster_id"),
		"replicaCount":   number(data, "replica_count"),
		"protected":      flag(data, "protected"),
	}
}

func createReplicaSet(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	cluster := text(data, "cluster_id")
	err := s.do(ctx, request{
		activity: "creating read-only replica set",
		method:   http.MethodPost,
		path:     s.replicaSetPath(data, cluster),
		body:     s.replicaSetBody(data),
		accepted: []int{http.StatusCreated},
	})
	if err != nil {
		return diag.FromErr(err)
	}
	data.SetId(cluster)
	if err := s.waitForReplicaSet(ctx, data, available); err != nil {
		return diag.FromErr(err)
	}
	return readReplicaSet(ctx, data, meta)
}

// readReplicaSet is the one read that says why it failed.
func readReplicaSet(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	set, err := s.replicaSet(ctx, data)
	if err != nil {
		return diag.FromErr(err)
	}
	if set.Status == deleted {
		data.SetId("")
		return nil
	}
	return s.store(data, "managed_cluster_replicaset", map[string]any{
		"project_id":    set.ProjectID,
		"cluster_id":    set.ClusterID,
		"replica_count": int(set.ReplicaCount),
		"protected":     set.Protected,
		"status":        set.Status,
		"created_at":    set.CreatedAt,
		"updated_at":    set.UpdatedAt,
	})
}

func updateReplicaSet(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	if err := s.put(ctx, "updating read-only replica set", s.replicaSetPath(data, data.Id()), s.replicaSetBody(data)); err != nil {
		return diag.FromErr(err)
	}
	if err := s.waitForReplicaSet(ctx, data, available); err != nil {
		return diag.FromErr(err)
	}
	return readReplicaSet(ctx, data, meta)
}

func deleteReplicaSet(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	if err := s.remove(ctx, "deleting read-only replica set", s.replicaSetPath(data, data.Id())); err != nil {
		return diag.FromErr(err)
	}
	return diag.FromErr(s.waitForReplicaSet(ctx, data, deleted))
}

func importReplicaSet(ctx context.Context, data *schema.ResourceData, meta any) ([]*schema.ResourceData, error) {
	imported, err := importOfProject(ctx, data, meta)
	if err != nil {
		return nil, err
	}
	return imported, data.Set("cluster_id", data.Id())
}
