//! Acl: the addresses that may connect to public clusters.

use super::kind::{OnChange, Presence, Property, kind};

/// Key of an entry: who may connect.
pub const ADDRESS: &str = "address";
/// Key of an entry: what it is for.
pub const COMMENT: &str = "comment";

/// Keys that people write where the comment belongs; nothing reads them.
pub const COMMENT_LIKE: [&str; 6] = ["description", "label", "name", "note", "notes", "title"];

/// The keys of one entry.
pub static ENTRY: [Property; 2] = [
    Property::text(
        ADDRESS,
        "Public IPv4 CIDR block that may connect, such as `203.0.113.0/24`; a single address has prefix length 32.",
    )
    .is(Presence::Required),
    Property::text(
        COMMENT,
        "What the entry is for. The builder completes an empty string, because the service always returns one.",
    )
    .is(Presence::Completed),
];

kind!(Acl, builder = "acl", terraform = Some("acl"), "An IP access list: who may connect to the public clusters that use it. A change reaches all of them within seconds.", {
    PROJECT_ID: Property::id_of("projectId", "Project", "Id of the project, the same as that of the clusters.").is(Presence::Required),
    CIDR_BLOCKS: Property::entries("cidrBlocks", &ENTRY, "CIDR blocks that may connect, each with a comment; at least one.").is(Presence::Required)
        .changes(OnChange::InPlaceUnlessEmpty),
    NAME: Property::text("name", "Name. If it is not set, Pulumi generates one from the resource's name and seven random characters.")
        .auto_named(),
});
