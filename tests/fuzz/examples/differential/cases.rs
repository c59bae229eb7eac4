//! Cases at random, and what the core answers. A case is a line of words, and so is an answer.

use std::net::Ipv4Addr;
use std::time::Instant;

use eventstorecloud_planner::net::{Cidr, CidrError, FreeSpace, first_overlaps};
use fastrand::Rng;

use super::Wanted;

/// What is asked, in the order of how a case is chosen.
pub const KINDS: [&str; 6] = ["parse", "pair", "split", "around", "overlapping", "free"];

/// Most parts that a split is compared of.
const MOST_PARTS: u8 = 6;

/// Random cases from a seed, as many as are wanted.
#[derive(Debug)]
pub struct Cases {
    random: Rng,
    left: u64,
    end: Instant,
}

/// A case and the core's answer.
#[derive(Debug)]
pub struct Case {
    /// One of [`KINDS`].
    pub kind: &'static str,
    /// What it is about.
    pub words: Vec<String>,
    /// What the core says.
    pub answer: String,
}

impl Cases {
    /// The cases of a seed.
    pub fn of(wanted: Wanted) -> Self {
        Self { random: Rng::with_seed(wanted.seed), left: wanted.cases, end: Instant::now() + wanted.time }
    }

    fn below(&mut self, end: u64) -> u64 {
        self.random.u64(..end)
    }

    fn address(&mut self) -> Ipv4Addr {
        let bits = self.random.u64(..) as u32;
        // Half of them near each other, so that blocks meet.
        Ipv4Addr::from(if self.below(2) == 0 { 0x0a00_0000 | (bits & 0xffff) } else { bits })
    }

    fn length(&mut self, least: u8) -> u8 {
        least + self.below(u64::from(33 - least)) as u8
    }

    fn block(&mut self) -> Cidr {
        let (address, length) = (self.address(), self.length(0));
        Cidr::containing(address, length).unwrap_or(Cidr::ALL)
    }

    /// A block in this one.
    fn inside(&mut self, block: Cidr) -> Cidr {
        let offset = self.random.u64(..) & (block.size() - 1);
        let address = Ipv4Addr::from(u32::from(block.first()) + offset as u32);
        let length = self.length(block.prefix_length());
        Cidr::containing(address, length).unwrap_or(block)
    }

    /// Text of a block: right, with host bits, or with a character changed.
    fn text(&mut self) -> String {
        let block = match self.below(3) {
            0 => return format!("{}/{}", self.address(), self.below(35)),
            _ => self.block().to_string(),
        };
        if self.below(2) == 0 {
            return block;
        }
        let mut characters: Vec<char> = block.chars().collect();
        let place = self.below(characters.len() as u64) as usize;
        let other = char::from(b"0123456789./x-:"[self.below(15) as usize]);
        match self.below(3) {
            0 => characters[place] = other,
            1 => drop(characters.remove(place)),
            _ => characters.insert(place, other),
        }
        characters.into_iter().collect()
    }
}

impl Iterator for Cases {
    type Item = Case;

    fn next(&mut self) -> Option<Case> {
        self.left = self.left.checked_sub(1)?;
        if self.left.is_multiple_of(1024) && Instant::now() > self.end {
            return None;
        }
        let kind = KINDS[self.below(6) as usize];
        let (words, answer) = match kind {
            "parse" => {
                let text = self.text();
                let answer = parse(&text);
                (vec![text], answer)
            }
            "pair" => {
                let a = self.block();
                let b = if self.below(2) == 0 { self.inside(a) } else { self.block() };
                let (a, b) = if self.below(2) == 0 { (a, b) } else { (b, a) };
                (words(&[a, b]), format!("{} {} {}", a.contains(b), b.contains(a), a.overlaps(b)))
            }
            "split" => {
                let block = self.block();
                let length = (block.prefix_length() + self.below(u64::from(MOST_PARTS)) as u8).min(33);
                let parts = block.split(length).map_or("refused".to_string(), |parts| words(&parts).join(" "));
                (vec![block.to_string(), length.to_string()], parts)
            }
            "around" => {
                let (address, length) = (self.address(), self.length(0));
                let around = Cidr::containing(address, length);
                (vec![address.to_string(), length.to_string()], around.map_or(String::new(), |block| block.to_string()))
            }
            "overlapping" => {
                let blocks: Vec<Cidr> = (0..self.below(12)).map(|_| self.block()).collect();
                let place = |first: Option<usize>| first.map_or("-".to_string(), |first| first.to_string());
                let answer: Vec<String> = first_overlaps(&blocks).into_iter().map(place).collect();
                (words(&blocks), answer.join(" "))
            }
            _ => {
                let pool = self.block();
                let taken: Vec<Cidr> = (0..self.below(8))
                    .map(|_| if self.below(8) == 0 { self.block() } else { self.inside(pool) })
                    .collect();
                let length = self.length(pool.prefix_length());
                let free = FreeSpace::without(pool, &taken);
                let mut blocks: Vec<Cidr> = free.cidr_blocks(pool).collect();
                blocks.sort_unstable();
                let best = free.best_fit(length, pool).map_or("-".to_string(), |block| block.to_string());
                let mut all = vec![length.to_string(), pool.to_string()];
                all.extend(words(&taken));
                (all, format!("{best} {} {}", free.size(pool), words(&blocks).join(" ")).trim_end().to_string())
            }
        };
        Some(Case { kind, words, answer })
    }
}

/// Blocks as text.
fn words(blocks: &[Cidr]) -> Vec<String> {
    blocks.iter().map(Cidr::to_string).collect()
}

/// What a text is: a block with its facts, one with host bits and the block that is meant, or nothing.
fn parse(text: &str) -> String {
    match Cidr::parse(text) {
        Ok(block) => {
            let facts = block.facts();
            format!("block {} {} {} {}", facts.cidr_block, facts.first, facts.last, facts.size)
        }
        Err(CidrError::HostBits(block)) => format!("meant {block}"),
        Err(_) => "nothing".to_string(),
    }
}
