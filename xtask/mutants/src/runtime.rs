//! Compiled into the copy of the core: which of its changes is in force.

use std::cell::RefCell;
use std::collections::HashSet;
use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::sync::{Mutex, OnceLock};

fn active() -> u32 {
    static ACTIVE: OnceLock<u32> = OnceLock::new();
    *ACTIVE.get_or_init(|| std::env::var("MUTANT").ok().and_then(|number| number.parse().ok()).unwrap_or(0))
}

/// True unless this change is in force; notes that a test came here.
pub fn none(number: u32) -> bool {
    static NOTES: OnceLock<Option<Mutex<File>>> = OnceLock::new();
    thread_local!(static NOTED: RefCell<HashSet<u32>> = RefCell::new(HashSet::new()));
    let notes = NOTES.get_or_init(|| {
        let path = std::env::var_os("MUTANTS_REACHED")?;
        OpenOptions::new().create(true).append(true).open(path).ok().map(Mutex::new)
    });
    if let Some(notes) = notes
        && NOTED.with(|noted| noted.borrow_mut().insert(number))
        && let Ok(mut file) = notes.lock()
    {
        let _written = file.write_all(format!("{number}\n").as_bytes());
    }
    active() != number
}

/// Whether this change is in force.
pub fn on(number: u32) -> bool {
    active() == number
}
