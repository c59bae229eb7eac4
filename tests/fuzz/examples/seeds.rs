//! Writes the seeds of every target into `corpus`, where cargo-fuzz looks for them.

use std::fs;
use std::io;
use std::path::Path;

use fuzz::{seeds, targets};

fn main() -> io::Result<()> {
    for (target, _) in targets::ALL {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target);
        fs::create_dir_all(&folder)?;
        for (i, seed) in seeds::of(target).iter().enumerate() {
            fs::write(folder.join(format!("seed-{i:04}")), seed)?;
        }
    }
    Ok(())
}
