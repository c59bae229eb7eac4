//! A string must not be made of a value that is not set, of an object or of a promise.
//!
//! ## Why
//! JavaScript writes `undefined`, `[object Object]` or `[object Promise]` for what is no text. The service takes that in
//! names and descriptions, and some of them can never be changed.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "name": "orders-undefined" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "name": "orders-production" } }
//! ```

use crate::model::made_text::{MadeText, Origin, written_of};
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::error(DetectedAt::Undetected).source(&[source::INFERENCE]).program(&KindId::ALL, check);

fn check(cx: &mut Context<'_>) {
    for MadeText { resource, path, origin } in cx.made_texts() {
        let (made_of, help) = match origin {
            Origin::Output => continue,
            Origin::Undefined => ("a value that is not set", "set the value, or end the program where it is not set"),
            Origin::Promise => ("a promise", "wait for the promise with `await`"),
            Origin::Object => ("an object", "use the property of the object that is meant"),
            Origin::Hidden => ("something that is no string", "look at what the program puts into the string"),
        };
        let word = if origin == Origin::Hidden { None } else { cx.text(resource, path).known().and_then(written_of) };
        let word = word.map_or_else(String::new, |word| format!(": there is {} in it", quoted(word)));
        let message = format!("the string was made of {made_of}{word}");
        cx.report(Finding::at(resource, path, message).help(help));
    }
}
