//! Provider: how a program reaches its organisation.

use super::kind::{OnChange, Presence, Property, Secrecy, kind};

kind!(Provider, "provider", "Connection to one organisation, where the configuration of the stack does not do. The constructor wants six args, four of which the documentation calls optional; the builder completes what has a neutral value.", {
    ORGANIZATION_ID: Property::text("organizationId", "Id of the organisation.").is(Presence::RequiredByRule)
        .changes(OnChange::OtherOrganization),
    TOKEN: Property::text("token", "Refresh token of a user; empty where a service account is used. Secret.")
        .is(Presence::RequiredByRule).hidden(Secrecy::Secret)
        .changes(OnChange::Connection),
    CLIENT_ID: Property::text("clientId", "Id of a service account (`kurrentcloud` from 0.3.0 on). Empty for the built-in client, which tokens belong to.").is(Presence::Completed)
        .changes(OnChange::Connection),
    CLIENT_SECRET: Property::text("clientSecret", "Secret of the service account (`kurrentcloud` from 0.3.0 on). Secret.").hidden(Secrecy::Secret)
        .changes(OnChange::Connection),
    IDENTITY_KIT_URL: Property::text("identityKitUrl", "Where service accounts are known (`kurrentcloud` from 0.3.0 on). Leave it out.")
        .changes(OnChange::Connection),
    IDENTITY_PROVIDER_URL: Property::text("identityProviderUrl", "Where tokens are exchanged. Empty for the usual place.").is(Presence::Completed)
        .changes(OnChange::Connection),
    TOKEN_STORE: Property::text("tokenStore", "Folder that can be written, for access tokens; not needed with a service account.").is(Presence::RequiredByRule)
        .changes(OnChange::Connection),
    URL: Property::text("url", "Origin of the service's API: https, host only.").is(Presence::Completed)
        .changes(OnChange::Connection),
});
