//! A value is plain data.
//!
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
use crate::value::spelling::quoted_value as quoted;

pub(super) const RULE: Rule = Rule::error().source(&[source::PULUMI_RPC]).any_resource(check);

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
