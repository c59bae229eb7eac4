//! Integration: where issues and notifications of a project go.

use super::kind::{OnChange, Presence, Property, Secrecy, kind};

/// Key of `data` that names the service to send to.
pub const SINK: &str = "sink";
/// Key of `data` that says what is sent.
pub const SOURCE: &str = "source";

kind!(Integration, builder = "integration", terraform = Some("integration"), "Sends issues or notifications of a project to another service.", {
    PROJECT_ID: Property::id_of("projectId", "Project", "Id of the project.").is(Presence::Required),
    DESCRIPTION: Property::text("description", "What it is called.").is(Presence::Required),
    DATA: Property::map("data", "What is sent where: `source` and `sink`, with the keys of that sink, such as `channelId` and `token` of `slack`. The provider does not mark credentials as secret: wrap them with `pulumi.secret`.")
        .is(Presence::Required).hidden(Secrecy::SecretBut(&[SINK, SOURCE]))
        .changes(OnChange::InPlaceBut(&[SINK, SOURCE])),
});
