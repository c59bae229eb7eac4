//! Turns `src/catalogue/data/*.json` into constants.
//!
//! The row types are the crate's own (`src/catalogue/rows/mod.rs`): a file that does not fit them stops the build with
//! the file's name and the place in it. Nothing of the catalogue is parsed at run time.

use std::error::Error;
use std::fmt::{Debug, Write as _};
use std::path::Path;

use serde::de::DeserializeOwned;

#[expect(dead_code, unused_imports, reason = "only the shapes are needed here")]
#[path = "src/catalogue/rows/mod.rs"]
mod rows;

const DATA: &str = "src/catalogue/data";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/catalogue/rows");
    println!("cargo::rerun-if-changed={DATA}");
    let mut code = String::new();
    macro_rules! print {
        ($($(#[$doc:meta])+ $table:ident: $row:ident $(and $additions:ident)?,)+) => {
            $(
                let has_additions = [$(stringify!($additions))?].contains(&"additions");
                table::<rows::$row>(&mut code, stringify!($table), stringify!($row), has_additions)?;
            )+
        };
    }
    rows::cloud_tables!(print {});
    rows::access_tables!(print {});
    rows::service_tables!(print {});
    let out = std::env::var("OUT_DIR")?;
    std::fs::write(Path::new(&out).join("catalogue.rs"), code)?;
    Ok(())
}

/// Reads one file and prints it as a `static`, in the order of the file, with the way to it from the type of its rows.
fn table<T: Clone + Debug + DeserializeOwned + 'static>(
    code: &mut String,
    file: &str,
    row: &str,
    has_additions: bool,
) -> Result<(), Box<dyn Error>> {
    let path = Path::new(DATA).join(format!("{file}.json"));
    let place = |e: &dyn std::fmt::Display| format!("{}: {e}", path.display());
    let text = std::fs::read_to_string(&path).map_err(|e| place(&e))?;
    let table: rows::Table<T> = serde_json::from_str(&text).map_err(|e| place(&e))?;
    let name = file.to_uppercase();
    writeln!(code, "pub(super) static {name}: Table<{row}> = {table:?};")?;
    writeln!(code, "impl Row for {row} {{ fn table() -> &'static Table<Self> {{ &{name} }} }}")?;
    if !has_additions {
        writeln!(code, "impl Fixed for {row} {{}}")?;
    }
    Ok(())
}
