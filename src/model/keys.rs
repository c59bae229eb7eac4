//! The keys of documents and of options.

/// Of a document.
pub(super) const DOCUMENT_KEYS: [&str; 8] =
    ["schema", "target", "environment", "partial", "packages", "configuration", "environmentVariables", "resources"];
/// Of a resource.
pub(super) const RESOURCE_KEYS: [&str; 7] = ["kind", "name", "args", "provider", "dependsOn", "state", "existing"];
/// Of what is known of a resource that exists.
pub(super) const EXISTING_KEYS: [&str; 2] = ["changes", "serverVersionTag"];
/// Of objects that mean something else than themselves: each is the only key of its object.
pub(super) const MARKERS: [&str; 3] = [REFERENCE, UNKNOWN, SECRET];
/// Of the options that say which runs of a schedule to list.
pub(super) const RUN_OPTIONS: [&str; 5] = ["after", "before", "from", "to", "count"];
/// `{ "ref": NAME }`: the id of another resource.
pub(super) const REFERENCE: &str = "ref";
/// `{ "unknown": true }`: a value that is not known before deployment.
pub(super) const UNKNOWN: &str = "unknown";
/// `{ "secret": VALUE }` or `{ "secret": true }`: a value that is never shown.
pub(super) const SECRET: &str = "secret";
