//! The release line is documented as one that clusters can be made of.
//!
//! ## Why
//! The documentation lists few lines, and the service alone knows all that it makes clusters of. A line that no list
//! has may be refused, or may not exist: nobody looks before the service does. Once you know that the service takes
//! it, add it to the option `catalogue.serverVersions`.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "26.1" } }
//! ```
//! ## Use instead
//! ```json
//! {
//!     "kind": "ManagedCluster",
//!     "args": { "serverVersion": "26.1" },
//!     "options": { "catalogue": { "serverVersions": ["26.1"] } }
//! }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;
use crate::rules::shared::version::{is_out_of_support, recommended};
use crate::value::server_version::ServerVersion;

pub(super) const RULE: Rule = Rule::warning()
    .confidence(Confidence::Medium)
    .detected_at(DetectedAt::Service)
    .source(&[
        source::KURRENT_PROVIDER_DOCS_MANAGED_CLUSTER,
        source::PROVIDER_DOCS_MANAGED_CLUSTER,
        source::ESC_CLI_MESDB_OPERATIONS,
    ])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let catalogue = cx.catalogue();
    let Some(written) = cx.text(resource, cluster::SERVER_VERSION).known() else { return };
    let Some(line) = ServerVersion::parse_line(written) else { return };
    if !catalogue.offers_line(line) || is_out_of_support(cx, line) {
        return;
    }
    let message = match catalogue.server_line(line) {
        Some(row) if row.documented_by.iter().next().is_some() => return,
        Some(_) => format!("no documentation lists version {} as one that clusters can be made of", quoted(written)),
        None => format!("version {} is no release line that is known", quoted(written)),
    };
    // 24.1 is what is left of 24.10 after it was read as a number.
    let whole = ServerVersion::parse_line(&format!("{line}0")).filter(|whole| catalogue.server_line(*whole).is_some());
    let meant = whole
        .filter(|_| catalogue.server_line(line).is_none())
        .map_or(String::new(), |whole| format!("did you mean `\"{whole}\"`? Else "));
    let help = format!(
        "{meant}write {}; if the service takes `{line}`, say so with the \
         option `catalogue: {{ serverVersions: [\"{line}\"] }}`",
        recommended(cx)
    );
    cx.report(Finding::at(resource, cluster::SERVER_VERSION, message).help(help));
}
