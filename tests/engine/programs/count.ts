// One resource of ours among ten of others.
import "eventstorecloud-planner/pulumi/guard";
import * as pulumi from "@pulumi/pulumi";
import * as esc from "@eventstore/pulumi-eventstorecloud";

new esc.Project("orders", { name: "orders" });
for (let i = 0; i < 10; i++) new pulumi.Stash(`other${i}`, { input: i });
