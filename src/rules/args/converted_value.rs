//! Every value must have the type of its property, even where the provider converts another one.
//!
//! ## Why
//! The provider takes `"1000"` for 1000, `true` for `"true"`, and `null` for a property that is left out; Pulumi cuts off
//! fractions. The TypeScript compiler accepts none of these, and what is sent may not be what was meant: `"010"` is 8.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskSize": "1000" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskSize": 1000 } }
//! ```

use crate::diagnostic::FixValue;
use crate::model::conversion::Conversion;
use crate::model::kind::Property;
use crate::model::managed_cluster as cluster;
use crate::model::resource::State;
use crate::rules::args::type_mismatch::expected;
use crate::rules::prelude::*;
use crate::rules::shared::args::subject;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected).source(&[source::MEASURED_PROVIDER]).any_resource(check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for conversion in &resource.conversions {
        let path = conversion.path();
        let properties = resource.kind.map_or(&[][..], |kind| kind.properties);
        let Some(property) = properties.get(path.id.0) else { continue };
        let is_missing = conversion.is_null() && path == path.property() && property.is_required();
        if property.is_computed() || is_missing || has_own_rule(cx, resource, path.id) {
            continue;
        }
        // Reads it, so that nothing of a secret value is shown.
        let sent = cx.state(resource, path);
        cx.report(finding(resource, property, conversion, sent));
    }
}

/// Whether a rule of its own has spoken: of the fractions of disks, or of a version that is a number.
fn has_own_rule(cx: &Context<'_>, resource: &Resource, id: PropertyId) -> bool {
    let about = match id {
        _ if resource.kind.is_none_or(|kind| kind.id != KindId::ManagedCluster) => return false,
        cluster::DISK_SIZE => About::ClusterDiskSize,
        cluster::DISK_IOPS => About::ClusterIops,
        cluster::DISK_THROUGHPUT => About::ClusterThroughput,
        cluster::SERVER_VERSION => About::ClusterVersion,
        _ => return false,
    };
    cx.is_reported(resource, about)
}

fn finding<'a>(
    resource: &'a Resource,
    property: &Property,
    conversion: &'a Conversion,
    sent: Option<&State>,
) -> Finding<'a> {
    let path = conversion.path();
    let subject = subject(resource, property, path);
    if conversion.is_null() {
        let message = format!("{subject} is `null`, which counts as left out");
        return Finding::at(resource, path, message).help("remove it").remove(path);
    }
    let described = expected(property, path).described();
    let value = match sent {
        Some(State::Text(text)) => Some(FixValue::from(text.as_str())),
        Some(State::Boolean(boolean)) => Some(FixValue::Boolean(*boolean)),
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is compared afterwards")]
        Some(State::Number(number)) => {
            Some(*number as u32).filter(|whole| f64::from(*whole) == *number).map(FixValue::Number)
        }
        _ => None,
    };
    let message = match (conversion.number, &value) {
        (Some(number), Some(FixValue::Number(whole))) if number.fract() != 0.0 => {
            format!("{subject} must be an integer; {} is truncated to {whole}", quoted(&number.to_string()))
        }
        _ => format!("{subject} must be {described}, not {}; the provider converts it", conversion.found),
    };
    let finding = Finding::at(resource, path, message);
    match value {
        Some(value) => finding.use_value(path, value),
        None => finding.help(format!("write {described}")),
    }
}
