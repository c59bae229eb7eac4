//! Whether a resource is created with its args, or exists with them.

use super::kind::Kind;
use super::path::split_first;
use super::standing::Standing;
use super::target::Target;
use crate::value::server_version::{Line, ServerVersion};

/// What is known of a resource that exists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Existing {
    /// The properties that the deployment changes, by their names.
    pub changes: Vec<String>,
    /// Whether one of these changes replaces it: then what is written is created anew.
    pub is_replaced: bool,
    /// The full version that a cluster runs, where the service says it and not its args.
    pub server_version_tag: Option<String>,
}

impl Existing {
    /// Whether it stays as a path in its args says; for the empty path, whether all of it stays.
    pub(super) fn keeps(&self, path: &str) -> bool {
        let (property, _) = split_first(path);
        !self.changes.iter().any(|change| property.is_empty() || change == property)
    }

    /// The release line of the version that a cluster runs.
    #[must_use]
    pub fn runs(&self) -> Option<Line> {
        self.server_version_tag.as_deref().and_then(ServerVersion::parse).map(ServerVersion::line)
    }
}

/// Whether the next run leaves a resource as it is, as far as its state says: also one whose last operation has failed.
pub(super) fn is_kept(standings: &[Standing]) -> bool {
    !standings.iter().any(|standing| matches!(standing, Standing::Tainted | Standing::PendingReplacement))
}

/// Whether changes of these properties replace a resource. A list of all of them says that it is not known which change.
pub(super) fn replaces(kind: &Kind, changes: &[String], target: &Target) -> bool {
    let replaces = |name: &String| {
        let property = kind.property(name);
        property.is_some_and(|(_, property)| target.behaviour(kind, property).replaces == Some(true))
    };
    changes.len() < kind.input_names().count() && changes.iter().any(replaces)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_deployment_changes_is_not_kept() {
        let of = |changes: &[&str]| Existing {
            changes: changes.iter().map(ToString::to_string).collect(),
            ..Existing::default()
        };
        assert!(of(&[]).keeps("") && of(&[]).keeps("data.sink"));
        assert!(!of(&["data"]).keeps("") && !of(&["data"]).keeps("data.sink") && !of(&["data"]).keeps("data[\"a b\"]"));
        assert!(of(&["data"]).keeps("dataSink") && of(&["data"]).keeps("description"));
    }

    #[test]
    fn only_a_version_has_a_release_line() {
        let of =
            |tag: Option<&str>| Existing { server_version_tag: tag.map(str::to_string), ..Existing::default() }.runs();
        assert_eq!(of(Some("24.10.3")), ServerVersion::parse_line("24.10"));
        assert_eq!((of(Some("latest")), of(None)), (None, None));
    }
}
