// Secrets where everybody can read them: the service has no secret names and descriptions.
import "eventstorecloud-planner/pulumi/guard";
import * as pulumi from "@pulumi/pulumi";
import * as esc from "@eventstore/pulumi-eventstorecloud";

const config = new pulumi.Config("orders");
const token = config.requireSecret("token");
const project = new esc.Project("orders", { name: pulumi.interpolate`orders-${token}` });
new esc.Integration("described", {
  projectId: project.id,
  description: pulumi.interpolate`token ${token}`,
  data: { sink: "slack", source: "issues", channelId: "#ops", token },
});
// A mistake beside a secret: what is said about it must not show the secret.
new esc.Integration("misspelled", {
  projectId: project.id,
  description: "misspelled",
  data: { sink: "slak", source: "issues", channelId: "#ops", token },
});
