//! An Output must not be put into a string.
//!
//! ## Why
//! An Output has no text before its value is known. In a template string, in a concatenation and in `JSON.stringify` the SDK
//! writes an explanation of several lines instead, and that is deployed as the value.
//! ## Example
//! ```json
//! { "kind": "Network", "args": {
//!   "name": "Calling [toString] on an [Output<T>] is not supported.\n\nTo get the value of an Output<T> as ...-net"
//! } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "name": { "unknown": true } } }
//! ```

use crate::model::made_text::Origin;
use crate::rules::prelude::*;

pub const RULE: Rule =
    Rule::error(DetectedAt::Undetected).source(&[source::PULUMI_OUTPUT]).program(&KindId::ALL, check);

fn check(cx: &mut Context<'_>) {
    for text in cx.made_texts().into_iter().filter(|text| text.origin == Origin::Output) {
        let message = "an Output was put into a string, so that the value is an explanation of the SDK";
        let help = "make the string with `pulumi.interpolate`, JSON with `pulumi.jsonStringify`, or with `.apply` of the Output";
        cx.report(Finding::at(text.resource, text.path, message).help(help));
    }
}
