//! What the core answers natively, for the core in WebAssembly to be compared with: `tests/differential/core.mjs` reads it.
//!
//! Inputs are those that the fuzzing begins with, with bytes changed at random, and bytes at random. Each is what a target
//! makes questions of; a question is written as its name, its input, whether it is answered, and the answer. Each of name,
//! input and answer comes after its length in four bytes, the least one first.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::time::Instant;

use fuzz::questions::{Asked, heard};
use fuzz::targets::{ALL, Target};

use super::Wanted;
use super::random::Random;

/// Bytes of an input that is made at random.
const MOST: u64 = 600;

/// Bytes that are changed in an input that is kept.
const MOST_CHANGED: u64 = 8;

/// Writes the answers to as many inputs as are wanted.
///
/// # Errors
/// When an input cannot be read, or nobody reads the answers any more.
pub fn write(wanted: Wanted) -> io::Result<()> {
    let (mut random, end) = (Random::of(wanted.seed), Instant::now() + wanted.time);
    let kept = ALL.iter().map(kept).collect::<io::Result<Vec<_>>>()?;
    let mut to = BufWriter::new(io::stdout().lock());
    for ((_, run), kept) in ALL.iter().zip(&kept).cycle().take(usize::try_from(wanted.cases).unwrap_or(usize::MAX)) {
        if Instant::now() >= end {
            break;
        }
        let input = if random.below(2) == 0 { made(&mut random) } else { changed(kept, &mut random) };
        for asked in heard(|| run(&input)) {
            send(&asked, &mut to)?;
        }
    }
    to.flush()
}

/// The inputs of a target, in the order of their names.
fn kept((name, _): &Target) -> io::Result<Vec<Vec<u8>>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name);
    let mut files = fs::read_dir(folder)?.map(|file| Ok(file?.path())).collect::<io::Result<Vec<_>>>()?;
    files.sort();
    files.iter().map(fs::read).collect()
}

fn made(random: &mut Random) -> Vec<u8> {
    (0..random.below(MOST)).map(|_| random.number() as u8).collect()
}

fn changed(kept: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let mut input = kept[random.below(kept.len() as u64) as usize].clone();
    for _ in 0..random.below(MOST_CHANGED) {
        let place = random.below(input.len().max(1) as u64) as usize;
        if let Some(byte) = input.get_mut(place) {
            *byte = random.number() as u8;
        }
    }
    input
}

fn send(Asked { name, input, answer }: &Asked, to: &mut impl Write) -> io::Result<()> {
    let answer_or_none = answer.as_deref().unwrap_or_default();
    for bytes in [name.as_bytes(), input, &[u8::from(answer.is_some())], answer_or_none] {
        to.write_all(&(bytes.len() as u32).to_le_bytes())?;
        to.write_all(bytes)?;
    }
    Ok(())
}
