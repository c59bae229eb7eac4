//! `url` must be an https URL without a path, and the URLs of the identity services must use https.
//!
//! ## Why
//! The client replaces any path of `url` with its own. Without https, anyone between the provider and the service can
//! read the credential.
//! ## Example
//! ```json
//! { "kind": "Provider", "args": { "url": "http://proxy.local/esc" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Provider", "args": { "url": "https://proxy.local" } }
//! ```

use crate::rules::faults::provider::UnsafeUrl;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_CLIENT_NETWORK_CREATE, source::PROVIDER_CLIENT_CLIENT])
    .on(&[FaultCheck::ProviderUrls(check)]);

fn check<'a>(cx: &mut Context<'a>, provider: Provider<'a>, fault: &UnsafeUrl<'a>) {
    let UnsafeUrl { id, name, written, is_https } = *fault;
    let default = cx.catalogue().provider_setting(name).and_then(|row| row.default.as_ref());
    let message = match is_https {
        true => format!("the path of {} is ignored", quoted(written)),
        false => format!("{} is not an https URL", quoted(written)),
    };
    let finding = Finding::at(provider.resource, id, message);
    cx.report(finding.suggest(id, default.map(|text| text.as_str()), |listed| {
        format!("use an https URL without a path, such as the default {listed}")
    }));
}
