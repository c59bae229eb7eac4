package provider

import (
	"context"
	"fmt"
	"net/http"
	"strings"

	"github.com/hashicorp/terraform-plugin-sdk/v2/diag"
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
)

type clusterAnswer struct {
	ProjectID        string  `json:"projectId"`
	NetworkID        string  `json:"networkId"`
	Description      string  `json:"description"`
	Provider         string  `json:"provider"`
	Region           string  `json:"region"`
	Topology         string  `json:"topology"`
	InstanceType     string  `json:"instanceType"`
	DiskSize         int32   `json:"diskSizeGb"`
	DiskType         string  `json:"diskType"`
	DiskIOPS         int32   `json:"diskIops"`
	DiskThroughput   int32   `json:"diskThroughput"`
	ServerVersion    string  `json:"serverVersion"`
	ServerVersionTag string  `json:"serverVersionTag"`
	ProjectionLevel  string  `json:"projectionLevel"`
	Status           string  `json:"status"`
	Protected        bool    `json:"protected"`
	PublicAccess     bool    `json:"publicAccess"`
	ACLID            *string `json:"aclId"`
}

func (s *session) clusterPath(data *schema.ResourceData, rest ...string) string {
	return s.inProject(mesdb, text(data, "project_id"), append([]string{"clusters", data.Id()}, rest...)...)
}

func (s *session) cluster(ctx context.Context, data *schema.ResourceData) (clusterAnswer, error) {
	var answer struct {
		Cluster clusterAnswer `json:"cluster"`
	}
	err := s.get(ctx, "getting managed cluster", s.clusterPath(data), &answer)
	return answer.Cluster, err
}

func (s *session) waitForCluster(ctx context.Context, data *schema.ResourceData, wanted string) error {
	return s.waitFor(ctx, "Cluster", wanted, func() (string, error) {
		cluster, err := s.cluster(ctx, data)
		return cluster.Status, err
	})
}

func createCluster(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	project := text(data, "project_id")
	lower := func(name string) string { return strings.ToLower(text(data, name)) }
	// The tag is not sent: the service starts the newest of the line.
	id, err := s.create(ctx, "creating managed cluster", s.inProject(mesdb, project, "clusters"), body{
		"OrganizationID":                s.organization,
		"ProjectID":                     project,
		"networkId":                     text(data, "network_id"),
		"description":                   text(data, "name"),
		"topology":                      lower("topology"),
		"instanceType":                  lower("instance_type"),
		"diskSizeGb":                    number(data, "disk_size"),
		"diskType":                      lower("disk_type"),
		"diskIops":                      number(data, "disk_iops"),
		"diskThroughput":                number(data, "disk_throughput"),
		"serverVersion":                 lower("server_version"),
		"projectionLevel":               lower("projection_level"),
		"cloudIntegratedAuthentication": false,
		"protected":                     flag(data, "protected"),
		"publicAccess":                  flag(data, "public_access"),
		"aclId":                         lower("acl_id"),
	})
	if err != nil {
		return diag.FromErr(err)
	}
	data.SetId(id)
	if err := s.waitForCluster(ctx, data, available); err != nil {
		return diag.FromErr(err)
	}
	if problems := s.storeCredentials(ctx, data); problems.HasError() {
		return problems
	}
	return readCluster(ctx, data, meta)
}

func readCluster(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	cluster, err := s.cluster(ctx, data)
	if err != nil {
		return s.unreadable(data)
	}
	if cluster.Status == deleted {
		data.SetId("")
		return nil
	}
	acl := ""
	if cluster.ACLID != nil {
		acl = *cluster.ACLID
	}
	problems := s.store(data, "managed_cluster", map[string]any{
		"project_id":         cluster.ProjectID,
		"network_id":         cluster.NetworkID,
		"name":               cluster.Description,
		"topology":           cluster.Topology,
		"instance_type":      cluster.InstanceType,
		"disk_size":          int(cluster.DiskSize),
		"disk_type":          cluster.DiskType,
		"disk_iops":          int(cluster.DiskIOPS),
		"disk_throughput":    int(cluster.DiskThroughput),
		"server_version":     cluster.ServerVersion,
		"server_version_tag": cluster.ServerVersionTag,
		"projection_level":   cluster.ProjectionLevel,
		"protected":          cluster.Protected,
		"public_access":      cluster.PublicAccess,
		"acl_id":             acl,
		"resource_provider":  cluster.Provider,
		"region":             cluster.Region,
		"dns_name":           data.Id() + ".mesdb.eventstore.cloud",
	})
	if problems.HasError() {
		return problems
	}
	return s.storeCredentials(ctx, data)
}

// storeCredentials asks for the first passwords, which the service shows for some time. Every error counts as none.
func (s *session) storeCredentials(ctx context.Context, data *schema.ResourceData) diag.Diagnostics {
	if !s.facts.has("managed_cluster", "initial_admin_password") {
		return nil
	}
	var answer struct {
		AdminPassword string `json:"adminPassword"`
		OpsPassword   string `json:"opsPassword"`
		GeneratedAt   string `json:"generatedAt"`
	}
	if err := s.get(ctx, "getting initial credentials", s.clusterPath(data, "initialCredentials"), &answer); err != nil {
		answer.AdminPassword, answer.OpsPassword, answer.GeneratedAt = "", "", ""
	}
	return s.store(data, "managed_cluster", map[string]any{
		"initial_admin_password":   answer.AdminPassword,
		"initial_ops_password":     answer.OpsPassword,
		"credentials_generated_at": answer.GeneratedAt,
	})
}

// updateCluster goes step by step, and each waits for the cluster. A step that fails leaves those before it done.
func updateCluster(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	for _, step := range []func(context.Context, *schema.ResourceData) error{s.describe, s.resize, s.upgrade, s.expand} {
		if err := step(ctx, data); err != nil {
			return diag.FromErr(err)
		}
	}
	return readCluster(ctx, data, meta)
}

// describe changes what needs no work on the machines, and in the second generation the projection level.
func (s *session) describe(ctx context.Context, data *schema.ResourceData) error {
	projections := data.HasChange("projection_level")
	if !projections && !data.HasChanges("name", "protected") {
		return nil
	}
	content := s.ofCluster(data, body{"description": text(data, "name"), "protected": flag(data, "protected")})
	if projections {
		content["projectionLevel"] = strings.ToLower(text(data, "projection_level"))
	}
	if err := s.put(ctx, "updating cluster", s.clusterPath(data), content); err != nil {
		return err
	}
	if !projections {
		return nil
	}
	return s.waitForCluster(ctx, data, available)
}

func (s *session) resize(ctx context.Context, data *schema.ResourceData) error {
	if !data.HasChange("instance_type") {
		return nil
	}
	content := s.ofCluster(data, body{"targetSize": text(data, "instance_type")})
	if err := s.put(ctx, "resizing managed cluster", s.clusterPath(data, "commands", "resize"), content, http.StatusOK); err != nil {
		return err
	}
	return s.waitForCluster(ctx, data, available)
}

// upgrade looks at the tag alone: another version without another tag is no request, and the next read takes it back.
func (s *session) upgrade(ctx context.Context, data *schema.ResourceData) error {
	tag, version := text(data, "server_version_tag"), text(data, "server_version")
	if tag == "" || !data.HasChange("server_version_tag") {
		return nil
	}
	// Compared as text: 24.10.1 passes for the line 24.1.
	if !strings.HasPrefix(tag, version) {
		return fmt.Errorf("server_version_tag %q must begin with server_version %q", tag, version)
	}
	content := s.ofCluster(data, body{"targetTag": tag})
	if err := s.put(ctx, "upgrading managed cluster", s.clusterPath(data, "commands", "upgrade"), content, http.StatusOK); err != nil {
		return err
	}
	return s.waitForCluster(ctx, data, available)
}

func (s *session) expand(ctx context.Context, data *schema.ResourceData) error {
	if !data.HasChanges("disk_size", "disk_type", "disk_iops", "disk_throughput") {
		return nil
	}
	before, after := data.GetChange("disk_size")
	if after.(int) < before.(int) {
		return fmt.Errorf("Disks cannot be made smaller - must be %dGB or larger.", before) //nolint:staticcheck // the published text
	}
	content := s.ofCluster(data, body{
		"clusterId":  data.Id(),
		"diskSizeGb": after,
		"diskType":   text(data, "disk_type"),
	})
	for name, attribute := range map[string]string{"diskIops": "disk_iops", "diskThroughput": "disk_throughput"} {
		if value := number(data, attribute); value != 0 {
			content[name] = value
		}
	}
	activity := "expanding disks for managed cluster"
	if err := s.put(ctx, activity, s.clusterPath(data, "disk", "expand"), content, http.StatusNoContent); err != nil {
		return err
	}
	return s.waitForCluster(ctx, data, available)
}

// ofCluster adds the ids that the published provider sends beside the path.
func (s *session) ofCluster(data *schema.ResourceData, content body) body {
	content["OrganizationID"] = s.organization
	content["ProjectID"] = text(data, "project_id")
	content["ClusterID"] = data.Id()
	return content
}

func deleteCluster(ctx context.Context, data *schema.ResourceData, meta any) diag.Diagnostics {
	s := meta.(*session)
	if err := s.remove(ctx, "deleting managed cluster", s.clusterPath(data)); err != nil {
		return diag.FromErr(err)
	}
	return diag.FromErr(s.waitForCluster(ctx, data, deleted))
}
