//! The program that libFuzzer drives. Which target it runs is in `FUZZ_TARGET`.
#![no_main]

use std::sync::OnceLock;

use fuzz::targets::{Target, named};
use libfuzzer_sys::fuzz_target;

static TARGET: OnceLock<Target> = OnceLock::new();

fuzz_target!(
    init: {
        let name = std::env::var("FUZZ_TARGET").unwrap_or_default();
        let target = named(&name).unwrap_or_else(|| panic!("FUZZ_TARGET is `{name}`, which is no target"));
        let _ = TARGET.set(target);
    },
    |bytes: &[u8]| {
        if let Some((_, run)) = TARGET.get() {
            run(bytes);
        }
    }
);
