//! Every value must be plain data: a string, a finite number, a boolean, an array or a plain object.
//!
//! ## Why
//! On the way to the provider, any other value silently turns into something else: `NaN` into `null`, a `Date` or a
//! `Map` into an empty object, a function into nothing.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskSize": { "js": "NaN" } } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskSize": 1000 } }
//! ```

use crate::model::resource::Fault;
use crate::rules::prelude::*;
use crate::rules::shared::args::subject;

pub const RULE: Rule = Rule::error(DetectedAt::Undetected).source(&[source::PULUMI_RPC]).any_resource(check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if let Some(Fault::Unusable(unusable)) = resource.args_fault {
        let message = format!("the args must be plain data, not {}", unusable.described());
        cx.report(Finding::on(resource, "", message).help(unusable.instead()));
    }
    resource.walk_faults(&mut |path, property, fault| {
        if let Fault::Unusable(unusable) = fault {
            let subject = subject(resource, property, path);
            let message = format!("{subject} must be plain data, not {}", unusable.described());
            cx.report(Finding::at(resource, path, message).help(unusable.instead()));
        }
    });
}
