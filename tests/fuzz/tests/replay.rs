//! Every seed is run, among them the inputs that once failed.

use std::panic::catch_unwind;

use fuzz::{seeds, targets};

#[test]
fn every_seed_passes() {
    for (target, run) in targets::ALL {
        for seed in seeds::of(target) {
            assert!(catch_unwind(|| run(&seed)).is_ok(), "{target} fails on {}", seed.escape_ascii());
        }
    }
}
