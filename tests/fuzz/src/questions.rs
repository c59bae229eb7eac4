//! Every question that JavaScript can ask in bytes.

use std::cell::RefCell;

use wasm_bindgen::{JsError, JsValue};

use crate::wasm::{self, planners, tools};

/// What is asked, by its name in JavaScript, and what answers it.
pub type Question = (&'static str, fn(&[u8]) -> Answer);

/// An answer in bytes, or that the input is malformed.
pub type Answer = Result<Vec<u8>, JsError>;

/// All of them.
pub const ALL: [Question; 23] = [
    ("check", wasm::check),
    ("build", wasm::build),
    ("buildResolved", wasm::build_resolved),
    ("cidrParse", tools::cidr_parse),
    ("cidrContains", tools::cidr_contains),
    ("cidrOverlaps", tools::cidr_overlaps),
    ("cidrSplit", tools::cidr_split),
    ("cidrOverlapping", tools::cidr_overlapping),
    ("cidrNextFree", tools::cidr_next_free),
    ("scheduleParse", tools::schedule_parse),
    ("scheduleNext", tools::schedule_next),
    ("schedulePrevious", tools::schedule_previous),
    ("scheduleBetween", tools::schedule_between),
    ("scheduleEquals", tools::schedule_equals),
    ("scheduleDistance", tools::schedule_distance),
    ("scheduleClash", tools::schedule_clash),
    ("catalogue", |input| written(wasm::catalogue(input))),
    ("planAddressSpace", |input| written(planners::plan_address_space(input))),
    ("recommendCluster", |input| written(planners::recommend_cluster(input))),
    ("planBackups", |input| written(planners::plan_backups(input))),
    ("simulateBackups", |input| written(planners::simulate_backups(input))),
    ("planChange", |input| written(planners::plan_change(input))),
    ("planPreview", |input| written(planners::plan_preview(input))),
];

/// An answer that JavaScript gets as a value, as the text of that value.
fn written(answer: Result<JsValue, JsError>) -> Answer {
    answer.map(|value| value.to_string().into_bytes())
}

/// A question that was asked, and its answer; none is that the input is malformed.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The name in JavaScript.
    pub name: &'static str,
    /// What JavaScript would pass.
    pub input: Vec<u8>,
    /// What JavaScript would get.
    pub answer: Option<Vec<u8>>,
}

thread_local! {
    static HEARD: RefCell<Option<Vec<Asked>>> = const { RefCell::new(None) };
}

/// Does something, and gives every question that was asked meanwhile.
pub fn heard(work: impl FnOnce()) -> Vec<Asked> {
    HEARD.set(Some(Vec::new()));
    work();
    HEARD.take().unwrap_or_default()
}

/// Asks twice and gives the answer.
///
/// # Panics
/// When two answers differ, or one says anything but that the input is malformed where it cannot be given.
#[must_use]
pub fn ask((name, question): Question, input: &[u8]) -> Option<Vec<u8>> {
    let (first, second) = (question(input), question(input));
    assert_eq!(first, second, "{name} gives two answers");
    let answer = match first {
        Ok(answer) => Some(answer),
        Err(error) => {
            assert_eq!(error.message(), "the input is not packed as it should be", "{name}");
            None
        }
    };
    HEARD.with_borrow_mut(|heard| {
        if let Some(heard) = heard {
            heard.push(Asked { name, input: input.to_vec(), answer: answer.clone() });
        }
    });
    answer
}

/// The question of this name.
///
/// # Panics
/// When there is none.
#[must_use]
pub fn named(name: &str) -> Question {
    *ALL.iter().find(|(known, _)| *known == name).unwrap_or_else(|| panic!("no question is named {name}"))
}
