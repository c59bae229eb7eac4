//! Writes a source in which the change that is in force is chosen at run time.

use std::fmt::Write as _;
use std::ops::Range;

use crate::sites::{Site, Weave};

const CRATE: &str = "crate::mutants";

/// Before and behind what stands there instead, which has its lines for itself.
const BEGIN: &str = "/*change ";
const END: &str = "/*unchanged*/";

fn begin(number: u32) -> String {
    format!("{BEGIN}{number}*/")
}

/// The change that a choice at the beginning of this text asks for.
pub fn number_of(text: &str) -> Option<u32> {
    text.strip_prefix(CRATE)?.strip_prefix("::none(")?.split(')').next()?.parse().ok()
}

/// The change that has this line of a woven source; lines are counted from 1.
pub fn change_at(text: &str, line: usize) -> Option<u32> {
    let mut current = None;
    for (index, text) in text.lines().enumerate() {
        if let Some((_, rest)) = text.split_once(BEGIN) {
            current = rest.split_once("*/").and_then(|(number, _)| number.parse().ok());
        }
        if index + 1 == line {
            return current;
        }
        if text.ends_with(END) {
            current = None;
        }
    }
    None
}

/// The source with all changes in it.
pub fn weave(text: &str, mut sites: Vec<Site>) -> String {
    // From outside to inside; around a guard before the choice of the same guard; what returns at once before all.
    sites.sort_by_key(|site| {
        let order = match site.weave {
            Weave::Return(_) => 0,
            Weave::Guard(_) | Weave::AroundGuard(_) => 1,
            Weave::Choice(_) | Weave::Nothing => 2,
        };
        let is_inserted = !site.range.is_empty();
        (site.range.start, is_inserted, std::cmp::Reverse(site.range.end), order)
    });
    let sites = merged(sites);
    let mut out = String::with_capacity(text.len() * 4);
    write(&mut out, text, 0..text.len(), &sites);
    out
}

/// Choices of the same expression become one.
fn merged(sites: Vec<Site>) -> Vec<Site> {
    let mut merged: Vec<Site> = Vec::with_capacity(sites.len());
    for site in sites {
        match (merged.last_mut(), site.weave) {
            (Some(Site { range, weave: Weave::Choice(variants) }), Weave::Choice(more)) if *range == site.range => {
                variants.extend(more);
            }
            (_, weave) => merged.push(Site { range: site.range, weave }),
        }
    }
    merged
}

fn write(out: &mut String, text: &str, range: Range<usize>, mut sites: &[Site]) {
    let mut at = range.start;
    while let Some((site, rest)) = sites.split_first() {
        out.push_str(text.get(at..site.range.start).unwrap_or_default());
        let inside =
            rest.iter().take_while(|inner| inner.range.end <= site.range.end && !site.range.is_empty()).count();
        let (inner, after) = rest.split_at(inside);
        match &site.weave {
            Weave::Return(variants) => {
                for (number, variant) in variants {
                    let _infallible = write!(
                        out,
                        "\nif !{CRATE}::none({number}) {{\n{} return {variant}; {END}\n}}\n",
                        begin(*number)
                    );
                }
            }
            Weave::Guard(number) => {
                let _infallible = write!(out, "\nif {CRATE}::none({number})\n");
            }
            Weave::AroundGuard(number) => {
                let _infallible = write!(out, "{CRATE}::none({number}) && (");
                write(out, text, site.range.clone(), inner);
                out.push(')');
            }
            Weave::Nothing => {}
            Weave::Choice(variants) => choice(out, text, (site, variants), inner),
        }
        at = site.range.end;
        sites = after;
    }
    out.push_str(text.get(at..range.end).unwrap_or_default());
}

fn choice(out: &mut String, text: &str, (site, variants): (&Site, &[(u32, String)]), inner: &[Site]) {
    let numbers = || variants.iter().map(|(number, _)| *number);
    let condition: Vec<String> = numbers().map(|number| format!("{CRATE}::none({number})")).collect();
    // Every one is asked, so that every one is noted as reached.
    let _infallible = write!(out, "(if {} {{ ", condition.join(" & "));
    write(out, text, site.range.clone(), inner);
    let mut variants = variants.iter().peekable();
    while let Some((number, variant)) = variants.next() {
        let _infallible = match variants.peek() {
            Some(_) => write!(out, " }} else if {CRATE}::on({number}) {{\n{} {variant} {END}\n", begin(*number)),
            None => write!(out, " }} else {{\n{} {variant} {END}\n", begin(*number)),
        };
    }
    out.push_str("})");
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{change_at, number_of, weave};
    use crate::mutant::{Genre, Mutant, Position, Span};
    use crate::sites::find;

    /// A change of what stands at the first `at` of the source.
    fn mutant(source: &str, at: &str, genre: Genre, replacement: &str) -> Mutant {
        let byte = source.find(at).unwrap_or_default();
        let before = source.get(..byte).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        let span = Span {
            start: Position { line, column },
            end: Position { line, column: column + at.trim_end().chars().count() },
        };
        let (file, name) = (String::new(), String::new());
        Mutant { file, name, genre, replacement: replacement.to_string(), span }
    }

    /// The woven source, without white space, and what is not woven.
    fn woven(source: &str, mutants: &[Mutant]) -> (String, Vec<u32>, Vec<u32>) {
        let numbered: Vec<_> = (1..).zip(mutants).collect();
        let Ok(found) = find(source, &numbered, &BTreeSet::from(["f".to_string()])) else { return Default::default() };
        let text = weave(source, found.sites).replace("crate::mutants::", "");
        (text.split_whitespace().collect::<Vec<_>>().join(" "), found.impossible, found.apart)
    }

    #[test]
    fn operators_are_chosen_from_inside_to_outside() {
        let source = "fn f(a: u8, b: u8) -> bool { a < 3 && !(b == 2) }";
        let mutants = [
            mutant(source, "&&", Genre::BinaryOperator, "||"),
            mutant(source, "< ", Genre::BinaryOperator, "=="),
            mutant(source, "< ", Genre::BinaryOperator, ">"),
            mutant(source, "!", Genre::UnaryOperator, ""),
        ];
        let mut mutants = mutants.to_vec();
        // The operator of `!` is one character, that of `<` too.
        for mutant in &mut mutants {
            mutant.span.end.column = mutant.span.start.column + if mutant.replacement == "||" { 2 } else { 1 };
        }
        let (text, impossible, apart) = woven(source, &mutants);
        assert_eq!(
            text,
            "fn f(a: u8, b: u8) -> bool { (if none(1) { \
             (if none(2) & none(3) { a < 3 } else if on(2) { /*change 2*/ (a) == (3) /*unchanged*/ } else { /*change 3*/ (a) > (3) /*unchanged*/ }) \
             && (if none(4) { !(b == 2) } else { /*change 4*/ (b == 2) /*unchanged*/ }) \
             } else { /*change 1*/ (a < 3) || (!(b == 2)) /*unchanged*/ }) }"
        );
        assert!(impossible.is_empty() && apart.is_empty());
    }

    #[test]
    fn arms_guards_and_bodies_are_woven() {
        let source = "fn f(a: u8) -> u8 { match a { 1 => 2, n if n > 5 => 3, _ => 4 } }";
        let mut body = mutant(source, "match", Genre::FnValue, "0");
        body.span.end.column = source.len() - 1;
        let mutants = [
            body,
            mutant(source, "1 => 2", Genre::MatchArm, ""),
            mutant(source, "n if", Genre::MatchArm, ""),
            mutant(source, "n > 5", Genre::MatchArmGuard, "true"),
        ];
        let (text, ..) = woven(source, &mutants);
        assert_eq!(
            text,
            "fn f(a: u8) -> u8 { if !none(1) { /*change 1*/ return 0; /*unchanged*/ } match a { 1 if none(2) => 2, \
             n if none(3) && ((if none(4) { n > 5 } else { /*change 4*/ true /*unchanged*/ })) => 3, _ => 4 } }"
        );
    }

    #[test]
    fn what_cannot_be_chosen_at_run_time_is_left_to_others() {
        let source = "const A: u8 = 1 + 2; const fn f() -> u8 { 3 * 4 } const fn e() -> bool { !true } fn g() -> impl Clone { 5 }\n\
                      fn h(a: Option<u8>) -> bool { if let Some(b) = a && b == 6 { true } else { false } }";
        let mut mutants = [
            mutant(source, "+", Genre::BinaryOperator, "-"),
            mutant(source, "*", Genre::BinaryOperator, "+"),
            mutant(source, "!", Genre::UnaryOperator, ""),
            mutant(source, "5", Genre::FnValue, "0"),
            mutant(source, "&&", Genre::BinaryOperator, "||"),
        ];
        mutants.sort_by_key(|mutant| mutant.span.start.line);
        let (text, impossible, apart) = woven(source, &mutants);
        assert_eq!((impossible, apart), (vec![5], vec![1, 2, 4]));
        assert!(text.contains("fn e() -> bool { (if none(3) { !true } else") && !text.contains("const fn e"), "{text}");
    }

    #[test]
    fn the_change_of_a_line_is_known() {
        let text = "a\nif none(7) {\n/*change 7*/ b\nc /*unchanged*/\n}";
        let changes: Vec<_> = (1..=5).map(|line| change_at(text, line)).collect();
        assert_eq!(changes, [None, None, Some(7), Some(7), None]);
        assert_eq!(number_of("crate::mutants::none(12) & x"), Some(12));
        assert_eq!(number_of("other::none(12)"), None);
    }
}
