//! The address arithmetic against other implementations: `differential blocks [--cases N] [--seconds N] [--seed N]`.
//! Cases are made at random from the seed and answered by the core, by the crate ipnet and by Python's ipaddress.

use std::process::ExitCode;
use std::time::{Duration, Instant};

mod cases;
mod ipnet;
mod python;

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
    let mut wanted = Wanted { cases: 200_000, time: Duration::from_secs(86_400), seed: 1 };
    if arguments.next().as_deref() != Some("blocks") {
        eprintln!("usage: differential blocks [--cases N] [--seconds N] [--seed N]");
        return ExitCode::FAILURE;
    }
    while let Some(option) = arguments.next() {
        let number = arguments.next().and_then(|number| number.parse::<u64>().ok());
        match (option.as_str(), number) {
            ("--cases", Some(number)) => wanted.cases = number,
            ("--seconds", Some(number)) => {
                (wanted.time, wanted.cases) = (Duration::from_secs(number), u64::MAX);
            }
            ("--seed", Some(number)) => wanted.seed = number,
            _ => {
                eprintln!("`{option}` is no option with a number");
                return ExitCode::FAILURE;
            }
        }
    }
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
            Err(error) => println!("{name}: not compared, {error}"),
        }
    }
    if same { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// What a comparison came to.
#[derive(Debug, Default)]
pub struct Compared {
    /// The other implementation with its version, where it says it itself.
    against: String,
    cases: u64,
    differences: Vec<String>,
}
