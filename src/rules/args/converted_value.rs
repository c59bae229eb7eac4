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
use crate::model::kind::Property;
use crate::model::resource::State;
use crate::model::scalar::Conversion;
use crate::rules::prelude::*;
use crate::rules::shared::args::{expected, subject};

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected).source(&[source::MEASURED_PROVIDER]).any_resource(check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for conversion in &resource.conversions {
        let path = conversion.path();
        let properties = resource.kind.map_or(&[][..], |kind| kind.properties);
        let Some(property) = properties.get(path.id.0).filter(|property| !property.is_computed()) else { continue };
        // What is wrong with the value that is sent, or that there is none, matters more.
        if !cx.is_path_reported(resource, path) {
            // Reads it, so that nothing of a secret value is shown.
            let sent = cx.state(resource, path);
            cx.report(finding(resource, property, conversion, sent));
        }
    }
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
    let value = sent.and_then(value);
    let message = match (conversion.number, &value) {
        (Some(number), Some(FixValue::Number(whole))) if number.fract() != 0.0 => {
            format!("{subject} must be an integer; {} is truncated to {whole}", quoted_number(number))
        }
        _ => format!("{subject} must be {described}, not {}; the provider converts it", conversion.found),
    };
    let finding = Finding::at(resource, path, message);
    let Some(value) = value else { return finding.help(format!("write {described}")) };
    let quotes = match value {
        FixValue::Text(_) => "in quotes",
        _ => "without quotes",
    };
    finding.suggest(path, [value.clone()], |listed| format!("write {listed} {quotes}")).set(path, value)
}

/// The value that is sent, where a fix can write it.
fn value(sent: &State) -> Option<FixValue> {
    match sent {
        State::Text(text) => Some(FixValue::from(text.as_str())),
        State::Boolean(boolean) => Some(FixValue::Boolean(*boolean)),
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is compared afterwards")]
        State::Number(number) => Some(*number as u32).filter(|n| f64::from(*n) == *number).map(FixValue::Number),
        _ => None,
    }
}
