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

use crate::model::provider;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_CLIENT_NETWORK_CREATE, source::PROVIDER_CLIENT_CLIENT])
    .each_resource(&[KindId::Provider], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for (id, name) in [
        (provider::URL, "url"),
        (provider::IDENTITY_PROVIDER_URL, "identityProviderUrl"),
        (provider::IDENTITY_KIT_URL, "identityKitUrl"),
    ] {
        let Some(written) = cx.text(resource, id).known().filter(|text| !text.trim().is_empty()) else { continue };
        let rest = written.strip_prefix("https://");
        let has_path = rest.is_some_and(|rest| rest.split_once('/').is_some_and(|(_, path)| !path.is_empty()));
        let default = cx.catalogue().provider_setting(name).and_then(|row| row.default.as_ref());
        let message = match rest {
            None => format!("{} is not an https URL", quoted(written)),
            Some(_) if id == provider::URL && has_path => format!("the path of {} is ignored", quoted(written)),
            Some(_) => continue,
        };
        cx.report(Finding::at(resource, id, message).suggest(id, default.map(|text| text.as_str()), |listed| {
            format!("use an https URL without a path, such as the default {listed}")
        }));
    }
}
