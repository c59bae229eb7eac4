package provider

import (
	"context"

	"github.com/hashicorp/terraform-plugin-sdk/v2/diag"
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
)

type jobAnswer struct {
	ProjectID   string `json:"projectId"`
	Description string `json:"description"`
	Schedule    string `json:"schedule"`
	Status      string `json:"status"`
	Data        struct {
		ClusterID      string `json:"clusterId"`
		Description    string `json:"description"`
		MaxBackupCount int    `json:"maxBackupCount"`
	} `json:"data"`
}

func (s *session) jobPath(data *schema.ResourceData) string {
	return s.inProject(orchestrate, text(data, "project_id"), "jobs", data.Id())
}

func (s *session) job(ctx context.Context, data *schema.ResourceData) (jobAnswer, error) {
	var answer struct {
		Job jobAnswer `json:"job"`
	}
	err := s.get(ctx, "GetJob", s.jobPath(data), &answer)
	return answer.Job, err
}

func createBackup(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	id, err := s.create(ctx, "CreateJob", s.inProject(orchestrate, text(data, "project_id"), "jobs"), body{
		"description": text(data, "description"),
		"schedule":    text(data, "schedule"),
		"type":        "ScheduledBackup",
		"data": map[string]any{
			"clusterId":      text(data, "source_cluster_id"),
			"description":    text(data, "backup_description"),
			"maxBackupCount": number(data, "max_backup_count"),
		},
	})
	if err != nil {
		return diag.FromErr(err)
	}
	data.SetId(id)
	return readBackup(ctx, data, meta)
}

func readBackup(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	job, err := s.job(ctx, data)
	if err != nil {
		return s.unreadable(data)
	}
	if job.Status == deleted {
		data.SetId("")
		return nil
	}
	return s.store(data, "scheduled_backup", map[string]any{
		"project_id":         job.ProjectID,
		"description":        job.Description,
		"schedule":           job.Schedule,
		"source_cluster_id":  job.Data.ClusterID,
		"backup_description": job.Data.Description,
		"max_backup_count":   job.Data.MaxBackupCount,
	})
}

func deleteBackup(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	if err := s.remove(ctx, "DeleteJob", s.jobPath(data)); err != nil {
		return diag.FromErr(err)
	}
	return diag.FromErr(s.waitForJob(ctx, "job "+data.Id(), func() (string, error) {
		job, err := s.job(ctx, data)
		return job.Status, err
	}))
}
