//! ## What it checks
//! Whether the program has a replica set.
//! ## Why
//! Documents disagree: the packages have had replica sets for a while, and the questions and answers of the service
//! still say that there are none.
//! ## Example
//! ```json
//! { "target": "kurrentcloud@0.3.x", "resources": [
//!     { "kind": "ManagedClusterReplicaset", "name": "replicas" }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "target": "kurrentcloud@0.3.x", "resources": [
//!     { "kind": "ManagedCluster", "name": "db" }
//! ] }
//! ```

use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "REP008",
    name: "replica-sets-in-doubt",
    title: "Replica sets are to be had in the managed service",
    severity: Severity::Info,
    confidence: Confidence::High,
    profile: Profile::Advice,
    caught_today: CaughtToday::Nobody,
    source: &["kurrent-io/documentation:docs/cloud/faq.md", "kurrent-io/terraform-provider-kurrentcloud:CHANGELOG.md"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::ManagedClusterReplicaset], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let message = "documents disagree whether the managed service has read-only replicas";
    let help = "if the service refuses it although the package has it, ask support";
    cx.report(Finding::on(resource, "", message).help(help));
}
