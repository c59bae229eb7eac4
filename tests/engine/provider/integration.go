package provider

import (
	"context"
	"time"

	"github.com/hashicorp/terraform-plugin-sdk/v2/diag"
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
)

type integrationAnswer struct {
	ProjectID   string         `json:"projectId"`
	Description string         `json:"description"`
	Status      string         `json:"status"`
	Data        map[string]any `json:"data"`
	// Read for their form only: any other text than a time makes the read fail.
	Created *time.Time `json:"created"`
	Updated *time.Time `json:"updated"`
}

// sentKeys are the keys of `data` that the generic integration renames on the way out.
var sentKeys = map[string]string{
	"access_key_id":     "accessKeyId",
	"api_key":           "apiKey",
	"channel_id":        "channelId",
	"group_name":        "groupName",
	"secret_access_key": "secretAccessKey",
}

// readKeys are those that it renames on the way back, and "" marks what it drops: the secrets in their shown form. So
// `data` never comes back as it was written where it has a secret.
var readKeys = map[string]string{
	"channelId":              "channel_id",
	"groupName":              "group_name",
	"accessKeyIdDisplay":     "",
	"apiKeyDisplay":          "",
	"secretAccessKeyDisplay": "",
	"tokenDisplay":           "",
}

func renamed(data map[string]any, names map[string]string) map[string]any {
	result := map[string]any{}
	for key, value := range data {
		name, known := names[key]
		switch {
		case !known:
			result[key] = value
		case name != "":
			result[name] = value
		}
	}
	return result
}

func (s *session) integrationPath(data *schema.ResourceData) string {
	return s.inProject(integrate, text(data, "project_id"), "integrations", data.Id())
}

func (s *session) integration(ctx context.Context, data *schema.ResourceData) (integrationAnswer, error) {
	var answer struct {
		Integration integrationAnswer `json:"integration"`
	}
	err := s.get(ctx, "GetIntegration", s.integrationPath(data), &answer)
	return answer.Integration, err
}

// addIntegration creates an integration of any kind.
func (s *session) addIntegration(ctx context.Context, data *schema.ResourceData, sink map[string]any) error {
	target := s.inProject(integrate, text(data, "project_id"), "integrations")
	id, err := s.create(ctx, "CreateIntegration", target, body{"description": text(data, "description"), "data": sink})
	if err == nil {
		data.SetId(id)
	}
	return err
}

// changeIntegration sends the description only where there is one, and `data` only where it is given.
func (s *session) changeIntegration(ctx context.Context, data *schema.ResourceData, sink map[string]any) error {
	content := body{}
	if description := text(data, "description"); description != "" {
		content["description"] = description
	}
	if sink != nil {
		content["data"] = sink
	}
	return s.put(ctx, "UpdateIntegration", s.integrationPath(data), content)
}

func createIntegration(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	if err := s.addIntegration(ctx, data, renamed(data.Get("data").(map[string]any), sentKeys)); err != nil {
		return diag.FromErr(err)
	}
	return readIntegration(ctx, data, meta)
}

func readIntegration(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	integration, err := s.integration(ctx, data)
	if err != nil {
		return s.unreadable(data)
	}
	if integration.Status == deleted {
		data.SetId("")
		return nil
	}
	return s.store(data, "integration", map[string]any{
		"project_id":  integration.ProjectID,
		"description": integration.Description,
		"data":        renamed(integration.Data, readKeys),
	})
}

func updateIntegration(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	var sink map[string]any
	if data.HasChange("data") {
		sink = renamed(data.Get("data").(map[string]any), sentKeys)
	}
	if err := s.changeIntegration(ctx, data, sink); err != nil {
		return diag.FromErr(err)
	}
	return readIntegration(ctx, data, meta)
}

func deleteIntegration(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	if err := s.remove(ctx, "DeleteIntegration", s.integrationPath(data)); err != nil {
		return diag.FromErr(err)
	}
	return diag.FromErr(s.waitForJob(ctx, "integration "+data.Id(), func() (string, error) {
		integration, err := s.integration(ctx, data)
		return integration.Status, err
	}))
}
