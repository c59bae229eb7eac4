//! ## What it checks
//! That the keys of the sink are written as the service writes them, unless they are among the five that the provider
//! translates from snake case.
//! ## Why
//! `api_key` works, so `auth_token` looks as if it did; but every key other than those five is sent as it is written.
//! The service does not know it, and misses the one that is meant.
//! ## Example
//! ```json
//! { "options": { "severity": { "INT011": "off" } }, "resources": [
//!     { "kind": "Integration", "name": "pager", "args": { "data": {
//!         "sink": "pagerDuty", "source": "issues", "service": "P0ABCDE", "user": "operations@example.com",
//!         "auth_token": { "secret": "token-of-an-account" }
//!     } } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "options": { "severity": { "INT011": "off" } }, "resources": [
//!     { "kind": "Integration", "name": "pager", "args": { "data": {
//!         "sink": "pagerDuty", "source": "issues", "service": "P0ABCDE", "user": "operations@example.com",
//!         "authToken": { "secret": "token-of-an-account" }
//!     } } }
//! ] }
//! ```

use super::shared;
use crate::model::integration::DATA;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "INT008",
    name: "untranslated-key",
    title: "Keys that the provider does not translate are in camel case",
    severity: Severity::Warning,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &["EventStore/terraform-provider-eventstorecloud:esc/resource_integration.go"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Integration], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(row) = shared::generic_sink(cx, resource) else { return };
    for key in row.keys.iter() {
        let name = key.name.as_str();
        for written in shared::untranslated(cx, resource, name) {
            let message =
                format!("{} is sent as it is written, and `{}` knows it as `{name}`", quoted(written), row.id);
            let help = if cx.has_key(resource, DATA.key(name)) {
                format!("remove it: `{name}` is there, too")
            } else {
                format!("write `{name}`")
            };
            cx.report(Finding::at(resource, DATA.key(written), message).help(help));
        }
    }
}
