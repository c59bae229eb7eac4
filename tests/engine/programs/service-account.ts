// A provider with a service account. The type of the builder says to leave the token empty then.
import "eventstorecloud-planner/pulumi/guard";
import * as pulumi from "@pulumi/pulumi";
import * as kc from "@kurrent/pulumi-kurrentcloud";
import { provider } from "eventstorecloud-planner/pulumi";

const { URL_OF_SERVICE: url = "", TOKENS: tokenStore = "" } = process.env;
const account = new kc.Provider(
  "account",
  provider(
    {
      organizationId: "bt77lfqrh41uaatmh200",
      token: "",
      clientId: "account-of-tests",
      clientSecret: pulumi.secret("account-MARKER"),
      identityKitUrl: url,
      identityProviderUrl: url,
      tokenStore,
      url,
    },
    { target: "kurrentcloud@0.3.0" },
  ),
);
new kc.Project("orders", { name: "orders" }, { provider: account });
