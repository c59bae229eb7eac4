// A project of one organisation. One network forgets the provider, the other has that of another organisation.
import "eventstorecloud-planner/pulumi/guard";
import * as pulumi from "@pulumi/pulumi";
import * as esc from "@eventstore/pulumi-eventstorecloud";

const { URL_OF_SERVICE: url = "", TOKENS: tokens = "" } = process.env;
const providerFor = (name: string, organizationId: string) =>
  new esc.Provider(name, {
    organizationId,
    token: pulumi.secret("refresh-token"),
    tokenStore: `${tokens}/${name}`,
    clientId: "",
    identityProviderUrl: url,
    url,
  });
const ours = providerFor("ours", "bt77lfqrh41uaatmh200");
const theirs = providerFor("theirs", "bt77lfqrh41uaatmh201");
const project = new esc.Project("orders", { name: "orders" }, { provider: ours });
const network = { projectId: project.id, resourceProvider: "aws", region: "us-east-1" };
new esc.Network("forgotten", { ...network, name: "forgotten", cidrBlock: "10.0.0.0/16" });
new esc.Network("foreign", { ...network, name: "foreign", cidrBlock: "10.1.0.0/16" }, { provider: theirs });
