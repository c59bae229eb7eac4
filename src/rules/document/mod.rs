pub(super) mod dependency_cycle;
pub(super) mod duplicate_resource;
pub(super) mod malformed_document;
pub(super) mod unknown_dependency;
pub(super) mod unknown_kind;
