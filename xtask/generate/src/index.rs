//! The index of the rules: how many there are, where their mistakes surface today, and the rules by resource, by
//! severity and by category. The same counts stand in the README of the repository.

use std::fmt::Write as _;

use eventstorecloud_planner::diagnostic::Severity;
use eventstorecloud_planner::model::kind::KindId;
use eventstorecloud_planner::model::kinds::KINDS;
use eventstorecloud_planner::rules::{CATEGORIES, RuleMeta, all};
use rule_pages::not_checkable::NOT_CHECKABLE;

use rule_pages::text::{detected_by, severity};

use crate::typescript::STAGES;

const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Info];

/// The text of `docs/rules/README.md`.
pub fn text() -> String {
    let mut text = String::from("<!-- Generated from the rules by `npm run generate`; do not edit. -->\n# Rules\n\n");
    let _ = writeln!(
        text,
        "{} rules. \"Detected by\" says what would report the mistake without this package, at the earliest. \"Profile\" says from which profile on a rule is checked: `default`, `strict` or `advice`.\n",
        all().count()
    );
    text.push_str("| detected by | errors | warnings | advice |\n|---|---|---|---|\n");
    for stage in STAGES {
        let counts = SEVERITIES.map(|severity| count(|rule| rule.detected_at == stage && rule.severity == severity));
        let _ = writeln!(text, "| {} | {} | {} | {} |", detected_by(stage), counts[0], counts[1], counts[2]);
    }
    text.push_str("\nWhat cannot be checked, and why: [not-checkable.md](not-checkable.md).\n");
    text.push_str("\n## By resource\n\n| resource | errors | warnings | advice |\n|---|---|---|---|\n");
    for kind in KINDS {
        let _ = writeln!(text, "| {} | {} |", kind.name, by_severity(|rule| concerns(rule, kind.id)));
    }
    let _ = writeln!(text, "| the document itself | {} |", by_severity(|rule| rule.kinds.is_empty()));
    let _ = writeln!(text, "| every resource | {} |", by_severity(|rule| rule.kinds.len() == KindId::ALL.len()));
    text.push_str("\n## By severity\n");
    for level in SEVERITIES {
        let _ = write!(
            text,
            "\n### {}\n\n| code | name | what must hold | profile | detected by |\n|---|---|---|---|---|\n",
            heading(level)
        );
        for rule in all().filter(|rule| rule.severity == level) {
            let _ = writeln!(
                text,
                "| {} | {} | {} | {} | {} |",
                link(rule),
                rule.name,
                rule.title,
                rule.profile.name(),
                detected_by(rule.detected_at)
            );
        }
    }
    text.push_str("\n## By category\n");
    for category in CATEGORIES {
        let _ = write!(
            text,
            "\n### {}: {}\n\n| code | name | what must hold | severity | profile | detected by |\n|---|---|---|---|---|---|\n",
            category.prefix, category.title
        );
        for rule in category.rules {
            let _ = writeln!(
                text,
                "| {} | {} | {} | {} | {} | {} |",
                link(rule),
                rule.name,
                rule.title,
                severity(rule.severity),
                rule.profile.name(),
                detected_by(rule.detected_at)
            );
        }
    }
    text
}

/// How many rules of each family there are: a table for the README.
pub fn counts() -> String {
    let mut text =
        String::from("| category | about | errors | warnings | advice | not checkable |\n|---|---|---|---|---|---|\n");
    let not_checkable = |prefix: &str| {
        let of_family = |code: &str| code.trim_end_matches(|c: char| c.is_ascii_digit()) == prefix;
        NOT_CHECKABLE.iter().filter(|rule| of_family(rule.code)).count()
    };
    for category in CATEGORIES {
        let of = |level: Severity| category.rules.iter().filter(|rule| rule.severity == level).count();
        let counts = SEVERITIES.map(of);
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} | {} |",
            category.prefix,
            category.title,
            counts[0],
            counts[1],
            counts[2],
            not_checkable(category.prefix)
        );
    }
    let listed = |code: &str| {
        CATEGORIES.iter().any(|category| code.trim_end_matches(|c: char| c.is_ascii_digit()) == category.prefix)
    };
    let others = NOT_CHECKABLE.iter().filter(|rule| !listed(rule.code)).count();
    let _ = writeln!(text, "| DS | Data sources | 0 | 0 | 0 | {others} |");
    let totals = SEVERITIES.map(|level| count(|rule| rule.severity == level));
    let _ = writeln!(
        text,
        "| all | {} rules | {} | {} | {} | {} |",
        all().count(),
        totals[0],
        totals[1],
        totals[2],
        NOT_CHECKABLE.len()
    );
    text
}

fn count(which: impl Fn(&RuleMeta) -> bool) -> usize {
    all().filter(|rule| which(rule)).count()
}

/// Whether a rule looks at a kind, and not at every kind.
fn concerns(rule: &RuleMeta, kind: KindId) -> bool {
    rule.kinds.contains(&kind) && rule.kinds.len() < KindId::ALL.len()
}

fn by_severity(which: impl Fn(&RuleMeta) -> bool) -> String {
    let links = |level: Severity| {
        let links: Vec<String> = all().filter(|rule| rule.severity == level && which(rule)).map(link).collect();
        links.join(", ")
    };
    SEVERITIES.map(links).join(" | ")
}

fn link(rule: &RuleMeta) -> String {
    format!("[{0}]({0}.md)", rule.code)
}

const fn heading(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Errors",
        Severity::Warning => "Warnings",
        Severity::Info => "Advice",
    }
}
