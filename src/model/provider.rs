//! Provider: how a program reaches its organisation, and which provider a resource uses.

use super::kind::{Filled, OnChange, Presence, Property, Secrecy, kind};

kind!(Provider, builder = "provider", terraform = None, "Connection to one organisation, for programs that cannot use the configuration of the stack. The constructor requires six args, four of which are documented as optional; the builder completes those that have a neutral value.", {
    ORGANIZATION_ID: Property::text("organizationId", "Id of the organisation.").is(Presence::RequiredByRule)
        .changes(OnChange::OtherOrganization),
    TOKEN: Property::text("token", "Refresh token of a user; empty where a service account is used. Secret.")
        .is(Presence::RequiredByRule).hidden(Secrecy::Secret)
        .changes(OnChange::Connection),
    CLIENT_ID: Property::text("clientId", "Id of a service account (`kurrentcloud` from 0.3.0). Empty for the built-in client, which user tokens belong to.").is(Presence::Completed)
        .changes(OnChange::Connection).filled(Filled::Neutral),
    CLIENT_SECRET: Property::text("clientSecret", "Secret of the service account (`kurrentcloud` from 0.3.0). Secret.").hidden(Secrecy::Secret)
        .changes(OnChange::Connection),
    IDENTITY_KIT_URL: Property::text("identityKitUrl", "Where service accounts sign in (`kurrentcloud` from 0.3.0). Usually not set.")
        .changes(OnChange::Connection),
    IDENTITY_PROVIDER_URL: Property::text("identityProviderUrl", "Where tokens are exchanged. Empty for the default.").is(Presence::Completed)
        .changes(OnChange::Connection).filled(Filled::Neutral),
    TOKEN_STORE: Property::text("tokenStore", "Writable folder for access tokens; not needed with a service account.").is(Presence::RequiredByRule)
        .changes(OnChange::Connection),
    URL: Property::text("url", "URL of the service's API: `https` and a host, without a path.").is(Presence::Completed)
        .changes(OnChange::Connection).filled(Filled::Neutral),
});

/// The provider that a resource uses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Used {
    /// The one that is made of the configuration of the stack.
    #[default]
    Default,
    /// An explicit one, by its name in the program.
    Named(String),
    /// It is not known which.
    Unknown,
}
