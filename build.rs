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

#[path = "build/provider_facts.rs"]
mod provider_facts;

const DATA: &str = "src/catalogue/data";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/catalogue/rows");
    println!("cargo::rerun-if-changed={DATA}");
    let facts = read("provider_facts", provider_facts::Facts::read)?;
    let mut code = String::new();
    macro_rules! print {
        ($($(#[$doc:meta])+ $table:ident: $row:ident $(and $additions:ident)?,)+) => {
            $(
                let has_additions = [$(stringify!($additions))?].contains(&"additions");
                table::<rows::$row>(&mut code, stringify!($table), stringify!($row), has_additions, &facts)?;
            )+
        };
    }
    rows::cloud_tables!(print {});
    rows::access_tables!(print {});
    rows::service_tables!(print {});
    let out = std::env::var("OUT_DIR")?;
    std::fs::write(Path::new(&out).join("catalogue.rs"), code)?;
    std::fs::write(Path::new(&out).join("provider_facts.rs"), facts.print()?)?;
    Ok(())
}

/// Reads one file; an error names it.
fn read<T>(file: &str, parse: impl FnOnce(&str) -> Result<T, Box<dyn Error>>) -> Result<T, Box<dyn Error>> {
    let path = Path::new(DATA).join(format!("{file}.json"));
    let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    parse(&text).map_err(|e| format!("{}: {e}", path.display()).into())
}

/// Reads one file and prints it as a `static`, in the order of the file, with the way to it from the type of its rows.
fn table<T: Clone + Debug + DeserializeOwned + 'static>(
    code: &mut String,
    file: &str,
    row: &str,
    has_additions: bool,
    facts: &provider_facts::Facts,
) -> Result<(), Box<dyn Error>> {
    let table: rows::Table<T> = read(file, |text| {
        let text = if file == "features" { facts.complete(text)? } else { text.to_string() };
        Ok(serde_json::from_str(&text)?)
    })?;
    let name = file.to_uppercase();
    writeln!(code, "pub(super) static {name}: Table<{row}> = {table:?};")?;
    writeln!(code, "impl Row for {row} {{ fn table() -> &'static Table<Self> {{ &{name} }} }}")?;
    if !has_additions {
        writeln!(code, "impl Fixed for {row} {{}}")?;
    }
    Ok(())
}
