//! What Cargo.lock may hold: the lists of `deny.toml`, checked with nothing but cargo, so that they hold at every run of the
//! tests and not only where cargo-deny is installed.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests stop at the first surprise")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

/// The crates in the core, beside Rust's own library. Another one has to earn its place: here is where it is seen.
const IN_THE_CORE: [&str; 51] = [
    "cfg-if",
    "cidr",
    "cidr-utils",
    "form_urlencoded",
    "futures-core",
    "futures-task",
    "futures-util",
    "icu_collections",
    "icu_locale_core",
    "icu_normalizer",
    "icu_normalizer_data",
    "icu_properties",
    "icu_properties_data",
    "icu_provider",
    "idna",
    "idna_adapter",
    "itoa",
    "js-sys",
    "litemap",
    "memchr",
    "num-bigint",
    "num-integer",
    "num-traits",
    "percent-encoding",
    "pin-project-lite",
    "potential_utf",
    "regex",
    "regex-automata",
    "regex-syntax",
    "serde",
    "serde-wasm-bindgen",
    "serde_core",
    "serde_json",
    "slab",
    "smallvec",
    "stable_deref_trait",
    "strsim",
    "tinystr",
    "unicode-ident",
    "url",
    "utf8_iter",
    "utf_types",
    "validator",
    "wasm-bindgen",
    "wasm-bindgen-shared",
    "writeable",
    "yoke",
    "zerofrom",
    "zerotrie",
    "zerovec",
    "zmij",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO")).args(arguments).current_dir(root()).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "cargo {}: {said}", arguments.join(" "));
    String::from_utf8(output.stdout).unwrap()
}

/// A crate that some platform and some feature of ours has a use for.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Crate {
    name: String,
    version: String,
    license: String,
}

/// Those of one package, or of the whole workspace with the tools that build and test.
fn crates(of: &str) -> BTreeSet<Crate> {
    let said = cargo(&[
        "tree",
        "--locked",
        of,
        "--all-features",
        "--target=all",
        "--edges=all",
        "--prefix=none",
        "--format={p}|{l}",
    ]);
    // `name v1.0.0 (proc-macro)|MIT (*)`; a feature has a line of its own, without a license.
    let lines = said.lines().filter_map(|line| line.split_once('|'));
    let crates = lines.filter_map(|(package, license)| {
        let (name, rest) = package.split_once(" v")?;
        let version = rest.split(' ').next().unwrap_or(rest);
        let license = license.trim_end_matches("(*)").trim();
        Some(Crate { name: name.to_string(), version: version.to_string(), license: license.to_string() })
    });
    crates.collect()
}

/// The texts of a list in `deny.toml`: of each entry that is a table, the crate.
fn listed(name: &str) -> Vec<String> {
    let deny = std::fs::read_to_string(root().join("deny.toml")).unwrap();
    let (_, list) = deny.split_once(&format!("\n{name} = [")).unwrap_or_else(|| panic!("deny.toml has no {name}"));
    let (list, _) = list.split_once("]\n").unwrap();
    let entries =
        if list.contains('{') { list.split("crate = ").skip(1).collect() } else { list.split(',').collect::<Vec<_>>() };
    let entries = entries.into_iter().filter_map(|entry| entry.trim().strip_prefix('"')?.split('"').next());
    entries.map(str::to_string).collect()
}

/// Whether one of the allowed licenses is enough, and all of those that are demanded are allowed.
fn is_allowed(license: &str, allowed: &[String]) -> bool {
    let one = |license: &str| allowed.iter().any(|other| other == license.trim());
    let any = |choice: &str| choice.replace('/', " OR ").split(" OR ").any(one);
    license.split(" AND ").all(|part| any(part.trim().trim_matches(['(', ')'])))
}

#[test]
fn every_license_is_allowed() {
    let allowed = listed("allow");
    let crates = crates("--workspace");
    assert!(crates.len() > 100, "cargo has named only {} crates", crates.len());
    for Crate { name, license, .. } in &crates {
        assert!(is_allowed(license, &allowed), "{name}: `{license}` is not in deny.toml");
    }
}

#[test]
fn every_crate_is_from_the_one_registry() {
    let registries: Vec<_> = listed("allow-registry").iter().map(|registry| format!("registry+{registry}")).collect();
    let own: BTreeSet<_> =
        ["eventstorecloud-planner", "generate", "mutants", "rule-pages", "wasm-test-runner", "xtask"].into();
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).unwrap();
    for package in lock.split("[[package]]\n").skip(1) {
        let field = |name: &str| {
            let mut lines = package.lines();
            lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(" = \"")?.strip_suffix('"')).unwrap_or("")
        };
        let is_known = registries.iter().any(|registry| registry == field("source"));
        assert!(own.contains(field("name")) || is_known, "{} is from `{}`", field("name"), field("source"));
        assert!(own.contains(field("name")) || field("checksum").len() == 64, "{} has no checksum", field("name"));
    }
}

#[test]
fn no_crate_is_there_twice_or_banned() {
    let skipped = listed("skip");
    let mut counted: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for Crate { name, version, .. } in crates(concat!("--package=", env!("CARGO_PKG_NAME"))) {
        if !skipped.contains(&format!("{name}@{version}")) {
            counted.entry(name).or_default().insert(version);
        }
    }
    for (name, versions) in &counted {
        assert!(versions.len() == 1, "{name} is there in several versions: {versions:?}");
    }
    for banned in listed("deny") {
        assert!(!counted.contains_key(&banned), "{banned} is banned by deny.toml");
    }
}

#[test]
fn the_core_is_made_of_known_crates() {
    let said = cargo(&[
        "tree",
        "--locked",
        "--edges=normal,no-proc-macro",
        "--target=wasm32-unknown-unknown",
        "--prefix=none",
    ]);
    let names: BTreeSet<_> =
        said.lines().filter_map(|line| line.split(' ').next()).filter(|name| !name.is_empty()).collect();
    let others: BTreeSet<_> = names.into_iter().filter(|name| *name != env!("CARGO_PKG_NAME")).collect();
    assert_eq!(others, BTreeSet::from(IN_THE_CORE));
}

#[test]
fn the_test_would_see_a_wrong_license() {
    let allowed = ["MIT".to_string(), "Unicode-3.0".to_string()];
    for license in ["MIT", "Apache-2.0/MIT", "GPL-3.0 OR MIT", "(MIT OR Apache-2.0) AND Unicode-3.0"] {
        assert!(is_allowed(license, &allowed), "{license}");
    }
    for license in ["", "GPL-3.0", "MIT AND GPL-3.0", "(GPL-3.0 OR Apache-2.0) AND Unicode-3.0"] {
        assert!(!is_allowed(license, &allowed), "{license}");
    }
}
