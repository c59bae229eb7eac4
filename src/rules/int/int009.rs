//! ## What it checks
//! That no key is there twice, once in camel case and once in the snake case that the provider translates.
//! ## Why
//! The value in snake case takes the place of the other one without a word. Whoever changes the other later wonders why
//! nothing happens.
//! ## Example
//! ```json
//! { "kind": "Integration", "args": { "data": {
//!     "sink": "slack", "source": "issues", "channelId": "#operations", "channel_id": "#incidents",
//!     "token": { "secret": "token-of-a-bot" }
//! } } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Integration", "args": { "data": {
//!     "sink": "slack", "source": "issues", "channelId": "#operations", "token": { "secret": "token-of-a-bot" }
//! } } }
//! ```

use crate::model::integration::DATA;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "INT009",
    name: "key-in-both-spellings",
    title: "A key is written in one spelling",
    severity: Severity::Warning,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Nobody,
    source: &["EventStore/terraform-provider-eventstorecloud:esc/resource_integration.go"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Integration], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for row in cx.catalogue().sink_key_spellings() {
        let (snake, camel) = (DATA.key(row.id.as_str()), DATA.key(row.key.as_str()));
        if !cx.has_key(resource, snake) || !cx.has_key(resource, camel) {
            continue;
        }
        let message = format!("`{}` is the same key as `{}`, and its value is the one that is sent", row.id, row.key);
        let help = "keep the one whose value is right, and remove the other";
        cx.report(Finding::at(resource, snake, message).help(help).related_at(resource, camel));
    }
}
