//! A rule that is off hides nothing: what another finds is reported, or else something of the same property.

use std::collections::BTreeSet;

use eventstorecloud_planner::rules::{Subject, all};
use rule_pages::cases;
use rule_pages::page::{expand, pages};
use serde_json::Value;

use crate::laws::{Alone, STEPS_ASIDE};

/// Every edge case and every page's example, with its options.
fn documents() -> Vec<(String, Value, Value)> {
    let cases = cases::all().unwrap().into_iter().map(|case| (case.name, case.document, case.options));
    let pages = pages().unwrap().into_iter().filter(|(_, rule, _)| rule.subject == Subject::Program);
    let examples = pages.map(|(_, rule, page)| {
        let (document, options) = expand(&page.example).unwrap();
        (rule.code.to_string(), document, options)
    });
    cases.chain(examples).collect()
}

#[test]
fn a_rule_that_is_off_hides_nothing() {
    let (mut all_hidden, mut all_aside) = (BTreeSet::new(), BTreeSet::new());
    for (name, document, options) in documents() {
        let mut alone = Alone::of(&document, &options, all());
        let codes: BTreeSet<&str> = alone.reported_without(&BTreeSet::new()).iter().map(|found| found.code).collect();
        let each = codes.iter().map(|code| BTreeSet::from([*code]));
        for off in each.chain([BTreeSet::new(), codes.clone()]) {
            let (hidden, aside) = alone.hidden_without(&off);
            all_hidden.extend(
                hidden.iter().map(|d| format!("{} {} in {name}, without {off:?} of {codes:?}", d.code, d.path)),
            );
            all_aside.extend(aside);
        }
    }
    assert!(all_hidden.is_empty(), "{} {all_hidden:#?}", all_hidden.len());
    assert_eq!(all_aside, (0..STEPS_ASIDE.len()).collect());
}
