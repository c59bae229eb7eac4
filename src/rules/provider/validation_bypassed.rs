//! The environment must not turn off the provider's own validation.
//!
//! ## Why
//! Any value of `ESC_BYPASS_VALIDATION`, even `0` or `false`, makes the provider accept every topology, instance type,
//! disk type and number of replicas. Mistakes then surface in the middle of the deployment.
//! ## Example
//! ```json
//! { "environmentVariables": { "ESC_BYPASS_VALIDATION": "1" }, "resources": [] }
//! ```
//! ## Use instead
//! ```json
//! { "environmentVariables": {}, "resources": [] }
//! ```

use crate::model::path::join;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .source(&[source::PROVIDER_PROVIDER, source::KURRENT_PROVIDER_PROVIDER])
    .document(check);

fn check(cx: &mut Context<'_>) {
    let Some(row) = cx.catalogue().provider_setting("bypassValidation") else { return };
    if !cx.program().bypasses_validation(cx.catalogue()) {
        return;
    }
    let variable = row.environment_variable.as_str();
    let message = format!("`{variable}` turns off the provider's validation");
    let finding = Finding::in_document(join("environmentVariables", variable), message);
    cx.report(finding.help(
        "unset it, because `0` and `false` also turn validation off; use the option `catalogue` to add values that this version does not know yet",
    ));
}
