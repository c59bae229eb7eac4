//! ## What it checks
//! That replica sets are used only with a package that has them (`target` of a document).
//! ## Why
//! The legacy package has no such class, and the first versions of the new one have not either. A program that uses it
//! does not compile.
//! ## Example
//! ```json
//! { "target": "eventstorecloud@0.2.20", "resources": [
//!     { "kind": "ManagedClusterReplicaset", "name": "replicas" }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "target": "kurrentcloud@0.3.0", "resources": [
//!     { "kind": "ManagedClusterReplicaset", "name": "replicas" }
//! ] }
//! ```

use crate::catalogue::rows::FeatureId;
use crate::rules::prelude::*;
use crate::rules::target::{lacking, shown};

pub(super) static RULE: Rule = Rule {
    code: "REP005",
    name: "replica-sets-not-in-package",
    title: "The target has replica sets",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Compiler,
    source: &[
        "npm:@eventstore/pulumi-eventstorecloud@0.2.20:index.d.ts",
        "kurrent-io/pulumi-kurrentcloud:CHANGELOG.md",
    ],
    since: "0.1.0",
    check: Check::Resource(&[KindId::ManagedClusterReplicaset], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if let Some(help) = lacking(cx, FeatureId::ReplicaSets) {
        cx.report(Finding::on(resource, "", format!("the target {} has no replica sets", shown(cx))).help(help));
    }
}
