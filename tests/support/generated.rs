//! Laws on generated inputs.

use std::hash::{BuildHasher as _, Hasher as _, RandomState};

use proptest::test_runner::{Config, RngSeed};

/// So many inputs for each law, from a seed that a failing test prints: `PROPTEST_RNG_SEED` generates the same again, and
/// `PROPTEST_CASES` another number of them.
pub fn inputs(cases: u32) -> Config {
    let from_environment = Config::default();
    let seed = match from_environment.rng_seed {
        RngSeed::Fixed(seed) => seed,
        RngSeed::Random => RandomState::new().build_hasher().finish(),
    };
    eprintln!("PROPTEST_RNG_SEED={seed}");
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { from_environment.cases } else { cases };
    Config { cases, rng_seed: RngSeed::Fixed(seed), failure_persistence: None, ..from_environment }
}
