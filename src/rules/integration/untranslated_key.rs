//! Keys in `data` that the provider does not translate must be in camel case.
//!
//! ## Why
//! The provider translates five keys from snake case, such as `api_key`, so `auth_token` looks right too; but every
//! other key is sent as it is written. The service does not know such a key, and the one that it needs is missing.
//! ## Example
//! ```json
//! { "options": { "severity": { "INT002": "off", "INT011": "off" } }, "resources": [
//!     { "kind": "Integration", "name": "pager", "args": { "data": {
//!         "sink": "pagerDuty", "source": "issues", "service": "P0ABCDE", "user": "operations@example.com",
//!         "auth_token": { "secret": "token-of-an-account" }
//!     } } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "options": { "severity": { "INT002": "off", "INT011": "off" } }, "resources": [
//!     { "kind": "Integration", "name": "pager", "args": { "data": {
//!         "sink": "pagerDuty", "source": "issues", "service": "P0ABCDE", "user": "operations@example.com",
//!         "authToken": { "secret": "token-of-an-account" }
//!     } } }
//! ] }
//! ```

use crate::model::integration::DATA;
use crate::rules::faults::integration::Untranslated;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Service)
    .source(&[source::PROVIDER_INTEGRATION])
    .on(&[FaultCheck::IntegrationKeys(check)]);

fn check<'a>(cx: &mut Context<'a>, sending: Integration<'a>, fault: &Untranslated<'a>) {
    let Untranslated { name, written, sink } = fault;
    for written in written {
        let message =
            format!("{} is sent as it is written, but the sink `{}` needs `{name}`", quoted(written), sink.id);
        let help = if cx.has_key(sending.resource, DATA.key(name)) {
            format!("remove it: `{name}` is present as well")
        } else {
            format!("use `{name}` as the key")
        };
        cx.report(Finding::at(sending.resource, DATA.key(written), message).help(help));
    }
}
