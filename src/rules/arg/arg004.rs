//! ## What it checks
//! That every value is one that can be sent: no `NaN`, `Infinity`, `BigInt`, `Date`, `Map`, `Set` or function, no object
//! that contains itself, no property that throws when it is read, no broken text, and the id of a resource rather than
//! the resource.
//! ## Why
//! On their way to the provider such values turn into something else without a word: `NaN` into `null`, a `Date` or a
//! `Map` into an empty object, a function into nothing.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskSize": { "js": "NaN" } } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskSize": 1000 } }
//! ```

use crate::model::raw::Unusable;
use crate::model::resource::Fault;
use crate::rules::prelude::*;
use crate::value::spelling::quoted;

pub(super) static RULE: Rule = Rule {
    code: "ARG004",
    name: "unusable-value",
    title: "A value is plain data",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Nobody,
    source: &["npm:@pulumi/pulumi@3.248.0:runtime/rpc.js"],
    since: "0.1.0",
    check: Check::AnyResource(check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if let Some(Fault::Unusable(unusable)) = resource.args_fault {
        cx.report(Finding::on(resource, "", said("the args", unusable, "are")).help(unusable.instead()));
    }
    resource.walk_faults(&mut |place, _, fault| {
        if let Fault::Unusable(unusable) = fault {
            let path = place.path(resource);
            cx.report(
                Finding::on(resource, path.as_str(), said(&quoted(&path), unusable, "is")).help(unusable.instead()),
            );
        }
    });
}

fn said(what: &str, unusable: Unusable, verb: &str) -> String {
    format!("{what} {verb} {}, which cannot be sent", unusable.described())
}
