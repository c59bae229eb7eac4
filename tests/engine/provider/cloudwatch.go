package provider

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-sdk/v2/diag"
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
)

// cloudWatch is one of the two kinds of integration with AWS CloudWatch. They differ in what the target is called.
type cloudWatch struct {
	sink      string
	source    string
	attribute string
	key       string
}

// secrets are the attributes of the key pair, and how they are sent.
var secrets = []struct{ attribute, key string }{
	{"access_key_id", "accessKeyId"},
	{"secret_access_key", "secretAccessKey"},
}

func (c cloudWatch) kind() string {
	return "integration_awscloudwatch_" + c.source
}

func (c cloudWatch) operations() operations {
	return operations{c.create, c.read, c.update, deleteIntegration, importOfProject}
}

func (c cloudWatch) body(data *schema.ResourceData) map[string]any {
	return map[string]any{
		"sink":       c.sink,
		"source":     c.source,
		"clusterIds": texts(data, "cluster_ids"),
		"region":     text(data, "region"),
		c.key:        text(data, c.attribute),
	}
}

// create asks for the key pair, which the schema does not: an integration that is imported has none. Blank is enough.
func (c cloudWatch) create(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	sink := c.body(data)
	var problems diag.Diagnostics
	for _, secret := range secrets {
		value := text(data, secret.attribute)
		if value == "" {
			problems = append(problems, diag.Errorf("%s is needed to create the integration", secret.attribute)...)
		}
		sink[secret.key] = value
	}
	if problems.HasError() {
		return problems
	}
	if err := s.addIntegration(ctx, data, sink); err != nil {
		return diag.FromErr(err)
	}
	return c.read(ctx, data, meta)
}

func (c cloudWatch) read(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	integration, err := s.integration(ctx, data)
	if err != nil {
		return s.unreadable(data)
	}
	if integration.Status == deleted {
		data.SetId("")
		return nil
	}
	for _, key := range []string{"clusterIds", c.key, "region"} {
		if integration.Data[key] == nil {
			return diag.FromErr(fmt.Errorf("the integration has no %s", key))
		}
	}
	return s.store(data, c.kind(), map[string]any{
		"project_id":  integration.ProjectID,
		"description": integration.Description,
		"cluster_ids": integration.Data["clusterIds"],
		"region":      integration.Data["region"],
		c.attribute:   integration.Data[c.key],
	})
}

// update sends the keys only where they have changed, and not where they were taken away.
func (c cloudWatch) update(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	sink := c.body(data)
	for _, secret := range secrets {
		if value := text(data, secret.attribute); value != "" && data.HasChange(secret.attribute) {
			sink[secret.key] = value
		}
	}
	if err := s.changeIntegration(ctx, data, sink); err != nil {
		return diag.FromErr(err)
	}
	return c.read(ctx, data, meta)
}
