//! A rule that is off hides nothing: what another finds is reported, or else something of the same property.

use std::collections::BTreeSet;

use eventstorecloud_planner::rules::{Subject, all};
use rule_pages::cases;
use rule_pages::page::{expand, pages};
use serde_json::Value;

use crate::laws::{Alone, STEPS_ASIDE, property_of};
use crate::support::apply;

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
    let rows = STEPS_ASIDE.iter().enumerate();
    assert_eq!(all_aside, rows.flat_map(|(row, (codes, _, _))| codes.iter().map(move |code| (row, *code))).collect());
}

/// What only a fix makes wrong, for it says what is to be there: the rule of the fix, the one that looks at what is new, and
/// why.
const BROUGHT: [(&str, &str, &str); 5] = [
    ("ACL002", "ACL006", "an entry gets its address"),
    ("BAK010", "BAK024", "a step that selects one hour is that hour"),
    ("BAK013", "BAK016", "an unknown variable may vary, the known one does not"),
    ("PRJ001", "PRJ003", "a blank name is removed, and one is generated"),
    ("PRV001", "PRV002", "a package that does not exist is replaced by the one that was meant"),
];

/// A rule must not wait for what another repairs: what it finds alone once a fix is applied, it finds alone before.
#[test]
fn a_fix_brings_nothing_to_light() {
    let (mut brought, mut explained) = (BTreeSet::new(), BTreeSet::new());
    // In another dialect, the paths of fixes are not those of the document.
    let own_dialect = documents().into_iter().filter(|(_, _, options)| options.get("dialect").is_none());
    for (name, document, options) in own_dialect {
        let mut alone = Alone::of(&document, &options, all());
        let before = alone.found_at();
        let reported = alone.reported_without(&BTreeSet::new());
        for fixed in reported.iter().filter(|found| !found.fix.is_empty()) {
            let mut changed = document.clone();
            apply(&mut changed, fixed);
            let after = Alone::of(&changed, &options, all()).found_at();
            let is_there = |(_, place): &&(&str, _)| *place == property_of(fixed);
            for (code, _) in after.difference(&before).filter(is_there) {
                match BROUGHT.iter().find(|(fix, new, _)| (*fix, *new) == (fixed.code, *code)) {
                    Some((fix, new, _)) => explained.insert((*fix, *new)),
                    None => brought.insert(format!("{code} by the fix of {} in {name}", fixed.code)),
                };
            }
        }
    }
    assert!(brought.is_empty(), "{brought:#?}");
    assert_eq!(explained, BROUGHT.map(|(fix, new, _)| (fix, new)).into());
}
