//! What the core answers natively, for the core in WebAssembly to be compared with: `tests/differential/core.mjs` reads it.
//!
//! Inputs are those that the fuzzing begins with, with bytes changed at random, and bytes at random. Each is what a target
//! makes questions of; a question is written as its number, its input and its answer, each after its length in four bytes, the
//! least one first.

use std::io::{self, BufWriter, Write};
use std::time::Instant;

use fastrand::Rng;
use fuzz::questions::{Asked, heard};
use fuzz::seeds;
use fuzz::targets::ALL;

use super::Wanted;

/// Bytes of an input that is made at random.
const MOST: usize = 600;

/// Bytes that are changed in an input that is kept.
const MOST_CHANGED: usize = 8;

/// Writes the answers to as many inputs as are wanted.
///
/// # Errors
/// When nobody reads the answers any more.
pub fn write(wanted: Wanted) -> io::Result<()> {
    let (mut random, end) = (Rng::with_seed(wanted.seed), Instant::now() + wanted.time);
    let kept: Vec<_> = ALL.iter().map(|(name, _)| seeds::of(name)).collect();
    let mut to = BufWriter::new(io::stdout().lock());
    for ((_, run), kept) in ALL.iter().zip(&kept).cycle().take(usize::try_from(wanted.cases).unwrap_or(usize::MAX)) {
        if Instant::now() >= end {
            break;
        }
        let input = if random.bool() { made(&mut random) } else { changed(kept, &mut random) };
        for asked in heard(|| run(&input)) {
            send(&asked, &mut to)?;
        }
    }
    to.flush()
}

fn made(random: &mut Rng) -> Vec<u8> {
    (0..random.usize(..MOST)).map(|_| random.u8(..)).collect()
}

fn changed(kept: &[Vec<u8>], random: &mut Rng) -> Vec<u8> {
    let mut input = kept[random.usize(..kept.len())].clone();
    for _ in 0..random.usize(..MOST_CHANGED) {
        let place = random.usize(..input.len().max(1));
        if let Some(byte) = input.get_mut(place) {
            *byte = random.u8(..);
        }
    }
    input
}

fn send(Asked { question, input, answer }: &Asked, to: &mut impl Write) -> io::Result<()> {
    for bytes in [&[*question as u8], input.as_slice(), answer] {
        to.write_all(&(bytes.len() as u32).to_le_bytes())?;
        to.write_all(bytes)?;
    }
    Ok(())
}
