//! A scheduled backup has a description.
//!
//! ## Why
//! It names the job, where `backupDescription` names each backup. The service requires it, and a blank one passes every
//! check before the service is asked.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "description": "" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "description": "nightly" } }
//! ```

use crate::model::scheduled_backup as backup;
use crate::rules::context::Field;
use crate::rules::prelude::*;

pub(super) const RULE: Rule = Rule::error()
    .confidence(Confidence::Medium)
    .detected_at(DetectedAt::Service)
    .source(&[source::PROVIDER_SCHEDULED_BACKUP])
    .each_resource(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let fault = match cx.text(resource, backup::DESCRIPTION) {
        Field::Missing => "missing",
        Field::Known(text) if text.trim().is_empty() => "blank",
        Field::Known(_) | Field::Unknown => return,
    };
    let message = format!("`description` is {fault}; it is what the job is called");
    let help = "write what the job does, such as `nightly`; what each backup is called is `backupDescription`";
    cx.report(Finding::at(resource, backup::DESCRIPTION, message).help(help));
}
