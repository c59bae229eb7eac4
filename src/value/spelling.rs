//! Values in messages, and the known word that a misspelled one probably means.

use super::decimal::{exponential, positional};

/// Longest excerpt of a user's value in a message, in characters.
const LONGEST_EXCERPT: usize = 60;

/// A value between backticks, shortened and with control characters made visible, so that no input can spoil a line.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut shown = String::from("`");
    let mut characters = text.chars();
    for c in characters.by_ref().take(LONGEST_EXCERPT) {
        match c {
            '`' => shown.push('\''),
            c if c.is_control() || is_invisible(c) => shown.extend(c.escape_unicode()),
            c => shown.push(c),
        }
    }
    if characters.next().is_some() {
        shown.push('…');
    }
    shown.push('`');
    shown
}

/// Stands in front of a user's value between backticks until a message is finished. No text of a user has it: [`quoted`]
/// shows it as an escape.
pub const VALUE_MARK: char = '\u{2060}';

/// A value of the user's as [`quoted`] shows it, marked so that it is told apart from the names of properties.
#[must_use]
pub fn quoted_value(text: &str) -> String {
    let mut marked = quoted(text);
    marked.insert('`'.len_utf8(), VALUE_MARK);
    marked
}

/// A number between backticks, which is a user's value.
#[must_use]
pub fn quoted_number(number: f64) -> String {
    quoted_value(&positional(number))
}

/// Characters that reorder or hide text in a terminal.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// A word with its article: a Network, an Acl. The word may stand between backticks.
#[must_use]
pub fn with_article(word: &str) -> String {
    let first = word.trim_start_matches('`').chars().next().map(|first| first.to_ascii_lowercase());
    let article = if matches!(first, Some('a' | 'e' | 'i' | 'o')) { "an" } else { "a" };
    format!("{article} {word}")
}

/// The end of a message about an unknown name: the one that is probably meant, as it is quoted; nothing for none.
#[must_use]
pub fn did_you_mean(quoted: Option<String>) -> String {
    quoted.map_or_else(String::new, |quoted| format!("; did you mean {quoted}?"))
}

/// Words joined as prose: `a`, `b` or `c`.
#[must_use]
pub fn one_of<T: AsRef<str>>(words: &[T]) -> String {
    joined(words, "or", quoted)
}

/// Words joined as prose: `a`, `b` and `c`.
#[must_use]
pub fn all_of<T: AsRef<str>>(words: &[T]) -> String {
    joined(words, "and", quoted)
}

/// Values of the user's joined as prose: `a`, `b` or `c`.
#[must_use]
pub fn one_of_values<T: AsRef<str>>(values: &[T]) -> String {
    joined(values, "or", quoted_value)
}

/// Values of the user's joined as prose, at most ten of them: `a`, `b` and 3 more. Nothing for no values.
#[must_use]
pub fn all_of_values<T: AsRef<str>>(values: &[T]) -> Option<String> {
    const MAX_SHOWN: usize = 10;
    match values.len().saturating_sub(MAX_SHOWN) {
        _ if values.is_empty() => None,
        0 => Some(joined(values, "and", quoted_value)),
        more => {
            let shown: Vec<String> = values.iter().take(MAX_SHOWN).map(|value| quoted_value(value.as_ref())).collect();
            Some(format!("{} and {more} more", shown.join(", ")))
        }
    }
}

fn joined<T: AsRef<str>>(words: &[T], last: &str, quote: fn(&str) -> String) -> String {
    let mut text = String::new();
    for (i, word) in words.iter().enumerate() {
        if i > 0 {
            let is_last = i + 1 == words.len();
            text.push_str(if is_last { " " } else { ", " });
            if is_last {
                text.push_str(last);
                text.push(' ');
            }
        }
        text.push_str(&quote(word.as_ref()));
    }
    text
}

/// An integer in prose, with thousands separators from 10,000 on.
#[must_use]
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    if number < 10_000 {
        return digits;
    }
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number in prose, as [`grouped`] where it is a positive integer.
#[must_use]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an integer below 1e15 is exact")]
pub fn amount(number: f64) -> String {
    let is_count = number.fract() == 0.0 && (0.0..1e15).contains(&number);
    if is_count { grouped(number as u64) } else { plain(number) }
}

/// A number as a value, in exponential notation where it is very large.
#[must_use]
pub fn plain(number: f64) -> String {
    if number.abs() < 1e15 { positional(number) } else { exponential(number) }
}

/// A word without case, spaces, hyphens, underscores and dots: two spellings of one name have the same key.
#[must_use]
pub fn key(word: &str) -> String {
    let mut key = String::with_capacity(word.len());
    // Every name that is known is ASCII: Unicode's table of cases would make each module of WebAssembly 12 kB larger.
    key.extend(word.chars().filter(|letter| letter.is_alphanumeric()).map(|letter| letter.to_ascii_lowercase()));
    key
}

/// The candidate that a misspelled word most probably means, if any is near enough.
///
/// Two spellings with one [`key`] are the same word. Otherwise the candidate with the fewest slips (a letter added,
/// left out, replaced, or two swapped) wins when there is at most one slip for every three letters, or a single one of
/// the finger: a letter in the place of its neighbour on the keyboard. Of two with as many slips, that of the finger
/// wins, then the earlier one. A word that is the beginning of exactly one candidate, or the other way round, counts as
/// near too.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // A word far longer than any name is none of them; comparing it would only cost time.
    if word.len() > 100 {
        return None;
    }
    let wanted = key(word);
    if wanted.is_empty() {
        return None;
    }
    let mut best: Option<(usize, bool, &str)> = None;
    let mut prefixed: Option<&str> = None;
    let mut prefixes = 0_usize;
    for candidate in candidates {
        let own = key(candidate);
        let slips = strsim::osa_distance(&wanted, &own);
        let is_other = slips != 1 || !is_slip_of_finger(&wanted, &own);
        if best.is_none_or(|(fewest, was_other, _)| (slips, is_other) < (fewest, was_other)) {
            best = Some((slips, is_other, candidate));
        }
        if wanted.len() >= 3 && (own.starts_with(&wanted) || wanted.starts_with(&own) && own.len() >= 3) {
            prefixed = Some(candidate);
            prefixes += 1;
        }
    }
    let is_near = |(slips, is_other, _): &(usize, bool, &str)| *slips <= wanted.chars().count() / 3 || !is_other;
    let near = best.filter(is_near).map(|(_, _, candidate)| candidate);
    near.or(if prefixes == 1 { prefixed } else { None })
}

/// How many slips make one word of another: a letter added, left out or replaced, or two swapped.
#[must_use]
pub fn slips(word: &str, candidate: &str) -> usize {
    strsim::osa_distance(&key(word), &key(candidate))
}

/// Whether two keys differ in one letter that is a neighbour of the other on the keyboard. Digits are no letters: they
/// are data.
fn is_slip_of_finger(word: &str, candidate: &str) -> bool {
    let mut differing = word.chars().zip(candidate.chars()).filter(|(a, b)| a != b);
    let (Some((a, b)), None) = (differing.next(), differing.next()) else { return false };
    word.chars().count() == candidate.chars().count() && are_neighbours(a, b)
}

/// Rows of the keyboard that most keyboards share; each row is shifted by half a key to the one above it.
const KEYBOARD: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

fn are_neighbours(a: char, b: char) -> bool {
    let place = |letter: char| {
        KEYBOARD.iter().enumerate().find_map(|(row, keys)| Some((row, keys.chars().position(|key| key == letter)?)))
    };
    let (Some((row_a, column_a)), Some((row_b, column_b))) = (place(a), place(b)) else { return false };
    match row_b.checked_sub(row_a) {
        Some(0) => column_a.abs_diff(column_b) == 1,
        // Below a key are the one in its column and the one before it.
        Some(1) => column_b == column_a || column_b + 1 == column_a,
        Some(_) => false,
        None => are_neighbours(b, a),
    }
}

/// Whether a misspelled word means a candidate beyond doubt, so that it may be replaced without asking.
///
/// It does when both have one [`key`], or when no other candidate is near and the digits are the same. Digits are data
/// and not spelling: `M24` may be meant as any size.
pub fn is_certain<'a>(word: &str, meant: &str, candidates: impl IntoIterator<Item = &'a str>) -> bool {
    if key(word) == key(meant) {
        return true;
    }
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let others = candidates.into_iter().filter(|other| *other != meant);
    digits(word) == digits(meant) && nearest(word, others).is_none()
}

/// The candidate that a misspelled word means beyond doubt.
#[must_use]
pub fn certain<'a>(word: &str, candidates: &[&'a str]) -> Option<&'a str> {
    let near = nearest(word, candidates.iter().copied())?;
    is_certain(word, near, candidates.iter().copied()).then_some(near)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_their_article() {
        let shown = ["Acl", "`Integration`", "Network", "AWSCloudWatchLogsIntegration", "``", ""].map(with_article);
        assert_eq!(shown, ["an Acl", "an `Integration`", "a Network", "an AWSCloudWatchLogsIntegration", "a ``", "a "]);
    }

    #[test]
    fn values_are_quoted_shortened_and_made_visible() {
        assert_eq!(quoted("us-east1"), "`us-east1`");
        assert_eq!(quoted(""), "``");
        assert_eq!(quoted("a`b\nc"), "`a'b\\u{a}c`");
        assert_eq!(quoted(&"x".repeat(1_000_000)), format!("`{}…`", "x".repeat(60)));
        assert_eq!(quoted("\u{202e}txt"), "`\\u{202e}txt`");
    }

    #[test]
    fn lists_read_as_prose() {
        assert_eq!(one_of::<&str>(&[]), "");
        assert_eq!(one_of(&["a"]), "`a`");
        assert_eq!(one_of(&["a", "b"]), "`a` or `b`");
        assert_eq!(all_of(&["a", "b", "c"]), "`a`, `b` and `c`");
        let values = |count: usize| {
            let values: Vec<String> = (0..count).map(|i| i.to_string()).collect();
            all_of_values(&values).map(|text| text.replace(VALUE_MARK, ""))
        };
        assert_eq!(values(0), None);
        assert_eq!(values(2).unwrap(), "`0` and `1`");
        assert_eq!(values(10).unwrap(), "`0`, `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8` and `9`");
        assert_eq!(values(12).unwrap(), "`0`, `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9` and 2 more");
    }

    #[test]
    fn large_integers_have_separators() {
        let shown = [0, 999, 9_999, 10_000, 16_000, 100_000, 1_000_007, 1_234_567, 1_000_000_000_000].map(grouped);
        assert_eq!(
            shown,
            ["0", "999", "9999", "10,000", "16,000", "100,000", "1,000,007", "1,234,567", "1,000,000,000,000"]
        );
        let shown = [0.0, 0.5, -20_000.0, 20_000.0, 1e300].map(amount);
        assert_eq!(shown, ["0", "0.5", "-20000", "20,000", "1e300"]);
    }

    #[test]
    fn near_words_are_found_and_far_ones_are_not() {
        let sizes = ["single-node", "three-node-multi-zone"];
        assert_eq!(nearest("three-node", sizes), Some("three-node-multi-zone"));
        assert_eq!(nearest("singel node", sizes), Some("single-node"));
        assert_eq!(nearest("cluster", sizes), None);
        assert_eq!(nearest("", sizes), None);
        assert_eq!(nearest("dsikIops", ["diskIops", "diskSize"]), Some("diskIops"));
        assert_eq!(nearest(&"x".repeat(1_000_000), sizes), None);
    }

    #[test]
    fn slips_of_the_finger_are_nearer_than_others() {
        let sizes = ["F1", "C4", "M8", "M16"];
        assert_eq!((nearest("N8", sizes), nearest("X4", sizes), nearest("P8", sizes)), (Some("M8"), Some("C4"), None));
        assert_eq!(nearest("M9", sizes), None, "a digit is no slip of the finger");
        assert_eq!(nearest("fogs", ["logs", "dogs", "gogs"]), Some("dogs"));
        for (a, b, near) in [
            ('g', 'h', true),
            ('g', 't', true),
            ('g', 'b', true),
            ('q', 'p', false),
            ('q', 'z', false),
            ('é', 'e', false),
        ] {
            assert_eq!((are_neighbours(a, b), are_neighbours(b, a)), (near, near), "{a} {b}");
        }
    }

    #[test]
    fn only_unique_words_with_the_same_digits_are_certain() {
        let sizes = ["F1", "M16", "M64", "M128"];
        let near = [("m-64", "M64", true), ("MM64", "M64", true), ("M24", "M64", false), ("M129", "M128", false)];
        for (word, meant, certain) in near {
            assert_eq!((nearest(word, sizes), is_certain(word, meant, sizes)), (Some(meant), certain), "{word}");
        }
        let topologies = ["single-node", "three-node-multi-zone"];
        assert!(is_certain("three-node", "three-node-multi-zone", topologies));
        assert!(!is_certain("single-node-multi-zone", "three-node-multi-zone", topologies));
    }
}
