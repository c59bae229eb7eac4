//! Programs: what is checked keeps every law of `tests/support/laws.rs`. Each input is held to one of them, and all to those
//! that cost nothing more.

use serde_json::{Value, json};

use super::{packed_of, written};
use crate::draw::Draw;
use crate::ffi::Question;
use crate::questions::ask;
use crate::{laws, programs, rules};

/// A seed is the program and options of a case. Of other inputs the first byte is the law, the others are the program.
pub fn run(bytes: &[u8]) {
    if let Some([document, options]) = written(bytes, ["document", "options"]) {
        return any(&document, &options);
    }
    let mut draw = Draw::of(bytes);
    let (law, pick) = (draw.below(8), usize::from(draw.byte()));
    if law == 0 {
        return any(&programs::odd_document(&mut draw), &programs::options(&mut draw));
    }
    let document = programs::document(&mut draw);
    match law {
        1 => laws::unknown_values_are_not_reported(&document),
        2 => laws::making_a_value_unknown_adds_no_error_at_it(&document, |count| pick % count),
        3 => laws::secret_values_are_not_shown(&document),
        4 => laws::a_secret_value_changes_no_words(
            &document,
            |count| pick % count,
            |kind| programs::args(kind, &mut draw),
        ),
        5 => a_rule_that_is_off_hides_nothing(&document, pick),
        _ => {
            let report = laws::check(&document);
            laws::counts_and_order_agree(&report);
            laws::what_is_only_read_is_not_reported(&document, &report);
            laws::paths_exist(&document, &report);
            let fixable = laws::fixable(&report);
            if !fixable.is_empty() {
                laws::a_fix_is_good(&document, &report, fixable[pick % fixable.len()]);
            }
        }
    }
}

/// Some rules are off; of some others it is asked what they find alone.
fn a_rule_that_is_off_hides_nothing(document: &Value, pick: usize) {
    let some = |every: usize| rules::all().skip(pick % every).step_by(every);
    let off = some(3).map(|rule| rule.code).collect();
    let mut alone = laws::Alone::of(document, &json!({}), some(16));
    let (hidden, _) = alone.hidden_without(&off);
    assert!(hidden.is_empty(), "{hidden:?} without {off:?}");
}

/// A document of any shape with any options, as bytes: two answers are one, and paths lead somewhere.
fn any(document: &Value, options: &Value) {
    let input = packed_of(&[document, options]);
    ask(Question::Check, &input);
    let report = laws::check(document);
    laws::counts_and_order_agree(&report);
    laws::paths_exist(document, &report);
    let text = json!(report).to_string();
    assert!(!text.contains(laws::HUSH), "{text}");
}
