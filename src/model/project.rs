//! Project: the container of every other resource of an organisation.

use super::kind::{Property, kind};

kind!(Project, builder = "project", terraform = Some("project"), "A project: the container of every other resource of one organisation.", {
    NAME: Property::text("name", "Name, unique in the organisation. If it is not set, Pulumi generates one from the resource's name and seven random characters.")
        .auto_named(),
});
