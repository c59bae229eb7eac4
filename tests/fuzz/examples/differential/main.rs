//! The core against others that answer the same: `differential blocks|answers [--cases N] [--seconds N] [--seed N]`.
//! Cases are made at random from the seed. Of `blocks`, the core's answers are compared with those of the crate ipnet and of
//! Python's ipaddress; `answers` writes what the core says natively, for another program to compare.

use std::process::ExitCode;
use std::time::{Duration, Instant};

mod answers;
mod cases;
mod ipnet;
mod python;

const USAGE: &str = "usage: differential blocks|answers [--cases N] [--seconds N] [--seed N]";

/// What was asked for.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// Cases for each implementation.
    cases: u64,
    /// The longest time for each.
    time: Duration,
    seed: u64,
}

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let what = arguments.next().unwrap_or_default();
    let wanted = match Wanted::read(arguments) {
        Ok(wanted) => wanted,
        Err(error) => {
            eprintln!("{error}\n{USAGE}");
            return ExitCode::FAILURE;
        }
    };
    match what.as_str() {
        "blocks" if blocks(wanted) => ExitCode::SUCCESS,
        "blocks" => ExitCode::FAILURE,
        "answers" => answers::write(wanted).map_or_else(
            |error| {
                eprintln!("the answers cannot be written ({error})");
                ExitCode::FAILURE
            },
            |()| ExitCode::SUCCESS,
        ),
        _ => {
            eprintln!("{USAGE}");
            ExitCode::FAILURE
        }
    }
}

impl Wanted {
    fn read(mut arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut wanted = Self { cases: 200_000, time: Duration::from_secs(86_400), seed: 1 };
        while let Some(option) = arguments.next() {
            let number = arguments.next().and_then(|number| number.parse::<u64>().ok());
            match (option.as_str(), number) {
                ("--cases", Some(number)) => wanted.cases = number,
                ("--seconds", Some(number)) => (wanted.time, wanted.cases) = (Duration::from_secs(number), u64::MAX),
                ("--seed", Some(number)) => wanted.seed = number,
                _ => return Err(format!("`{option}` is no option with a number")),
            }
        }
        Ok(wanted)
    }
}

/// True when nothing differs.
fn blocks(wanted: Wanted) -> bool {
    println!("address blocks, seed {}: {}", wanted.seed, cases::KINDS.join(", "));
    let mut same = true;
    for (name, compare) in
        [("ipnet 2.12.2", ipnet::compare as fn(Wanted) -> Result<Compared, String>), ("Python", python::compare)]
    {
        let start = Instant::now();
        match compare(wanted) {
            Ok(Compared { against, cases, differences }) => {
                let name = if against.is_empty() { name } else { &against };
                let seconds = start.elapsed().as_secs_f64();
                println!("{name}: {cases} cases compared in {seconds:.1} s, {} differ", differences.len());
                for difference in differences.iter().take(20) {
                    println!("  {difference}");
                }
                same &= differences.is_empty();
            }
            Err(error) => {
                println!("{name}: not compared, {error}");
                same = false;
            }
        }
    }
    same
}

/// What a comparison came to.
#[derive(Debug, Default)]
pub struct Compared {
    /// The other implementation with its version, where it says it itself.
    against: String,
    cases: u64,
    differences: Vec<String>,
}
