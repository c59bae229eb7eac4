//! Address blocks: any texts to every question about them, and laws between the answers.

use serde_json::json;

use super::{asked, block_text};
use crate::draw::Draw;
use crate::ffi::Question;
use crate::net::{Cidr, FreeSpace, MAX_SPLIT, first_overlaps};

/// The first byte is the question, the others are its blocks.
pub fn run(bytes: &[u8]) {
    let mut draw = Draw::of(bytes);
    match draw.below(6) {
        0 => parse(&block_text(&mut draw)),
        1 => pair(&block_text(&mut draw), &block_text(&mut draw)),
        2 => split(&block_text(&mut draw), draw.byte()),
        3 => lists(&texts(&mut draw)),
        4 => free(&block_text(&mut draw), &texts(&mut draw), draw.byte()),
        _ => free("10.0.0.0/24", &inside(&mut draw), draw.below(34) as u8),
    }
}

fn texts(draw: &mut Draw<'_>) -> Vec<String> {
    (0..draw.below(12)).map(|_| block_text(draw)).collect()
}

/// Blocks inside of one that is small enough to count.
fn inside(draw: &mut Draw<'_>) -> Vec<String> {
    let one = |draw: &mut Draw<'_>| Cidr::containing([10, 0, 0, draw.byte()].into(), 24 + draw.below(9) as u8);
    (0..draw.below(12)).filter_map(|_| one(draw)).map(|block| block.to_string()).collect()
}

fn parse(text: &str) {
    asked(Question::CidrParse, &[&json!(text)]);
    if let Ok(block) = Cidr::parse(text) {
        assert_eq!(block.to_string(), text, "what is parsed is canonical");
        assert_eq!(u64::from(u32::from(block.last())) - u64::from(u32::from(block.first())) + 1, block.size());
    }
    if let Some(meant) = Cidr::meant(text) {
        assert_eq!(Cidr::parse(&meant.to_string()), Ok(meant), "what is meant by {text} can be written");
    }
    let _ = Cidr::resized(text, 20);
}

fn pair(a: &str, b: &str) {
    asked(Question::CidrContains, &[&json!(a), &json!(b)]);
    asked(Question::CidrOverlaps, &[&json!(a), &json!(b)]);
    if let (Ok(a), Ok(b)) = (Cidr::parse(a), Cidr::parse(b)) {
        assert_eq!(a.overlaps(b), a.contains(b) || b.contains(a));
        assert_eq!(a.overlaps(b), b.overlaps(a));
    }
}

fn split(text: &str, length: u8) {
    let parts = Cidr::parse(text).ok().and_then(|block| Some((block, block.split(length).ok()?)));
    if let Some((block, parts)) = &parts {
        assert!(parts.len() as u64 <= u64::from(MAX_SPLIT));
        assert_eq!(parts.iter().map(|part| part.size()).sum::<u64>(), block.size());
        assert!(parts.iter().all(|part| block.contains(*part) && part.prefix_length() == length));
    }
    if parts.is_none_or(|(_, parts)| parts.len() <= 64) {
        asked(Question::CidrSplit, &[&json!(text), &json!(length)]);
    }
}

fn lists(texts: &[String]) {
    asked(Question::CidrOverlapping, &[&json!(texts)]);
    let blocks: Vec<Cidr> = texts.iter().filter_map(|text| Cidr::parse(text).ok()).collect();
    let expected = |place: usize| blocks.iter().position(|other| other.overlaps(blocks[place]));
    // The first other block that overlaps, where it stands before.
    let expected: Vec<_> = (0..blocks.len()).map(|place| expected(place).filter(|first| *first < place)).collect();
    assert_eq!(first_overlaps(&blocks), expected, "{texts:?}");
}

fn free(pool: &str, taken: &[String], length: u8) {
    asked(Question::CidrNextFree, &[&json!(pool), &json!(taken), &json!(length)]);
    let Ok(pool) = Cidr::parse(pool) else { return };
    let taken: Vec<Cidr> = taken.iter().filter_map(|text| Cidr::parse(text).ok()).collect();
    let space = FreeSpace::without(pool, &taken);
    let blocks: Vec<Cidr> = space.cidr_blocks(pool).collect();
    for (i, block) in blocks.iter().enumerate() {
        assert!(pool.contains(*block) && !taken.iter().any(|taken| taken.overlaps(*block)));
        assert!(!blocks.iter().take(i).any(|other| other.overlaps(*block)));
    }
    let mut one_by_one = FreeSpace::without(pool, &[]);
    taken.iter().for_each(|taken| one_by_one.take(*taken));
    assert_eq!(space, one_by_one, "taken at once and one by one");
    if length < pool.prefix_length() || length > 32 {
        return;
    }
    let place = space.best_fit(length, pool);
    let smallest = blocks.iter().filter(|block| block.prefix_length() <= length);
    let smallest = smallest.min_by_key(|block| (block.size(), block.first()));
    assert_eq!(place, smallest.and_then(|block| Cidr::containing(block.first(), length)), "{pool} without {taken:?}");
}
