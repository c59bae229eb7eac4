//! The catalogue's rows keep their promises: ordered, unique, readable, with a source; and no rule repeats one.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests stop at the first surprise"
)]

use std::collections::BTreeSet;
use std::path::Path;

use eventstorecloud_planner::catalogue::{Catalogue, last_supported_day};
use eventstorecloud_planner::net::Block;
use eventstorecloud_planner::rules::page::files;
use eventstorecloud_planner::schedule::Schedule;
use eventstorecloud_planner::value::date::Date;
use eventstorecloud_planner::value::server_version::ServerVersion;
use serde_json::Value;

/// Every table as it is in its file.
fn tables() -> Vec<(String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/catalogue/data");
    let mut tables: Vec<(String, Value)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_str().unwrap().to_string();
            (name, serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap())
        })
        .collect();
    tables.sort_by(|(a, _), (b, _)| a.cmp(b));
    tables
}

fn rows(table: &Value) -> &Vec<Value> {
    table["rows"].as_array().unwrap()
}

/// What tells a row from the others of its table.
fn id(row: &Value) -> String {
    ["cloud", "id", "line", "to", "prefix", "block"]
        .iter()
        .filter_map(|key| row[key].as_str())
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn every_row_has_source_confidence_and_an_identity_of_its_own() {
    for (name, table) in tables() {
        assert!(Date::parse(table["asOf"].as_str().unwrap()).is_some(), "{name}");
        let mut seen = BTreeSet::new();
        for row in rows(&table) {
            assert!(!row["source"].as_array().unwrap().is_empty(), "{name}: {row}");
            assert!(
                row["source"].as_array().unwrap().iter().all(|s| !s.as_str().unwrap().trim().is_empty()),
                "{name}: {row}"
            );
            assert!(["low", "medium", "high"].contains(&row["confidence"].as_str().unwrap()), "{name}: {row}");
            assert!(seen.insert(id(row)), "{name}: {} is there twice", id(row));
        }
        assert!(!seen.is_empty(), "{name} is empty");
    }
}

#[test]
fn tables_without_an_order_of_their_own_are_sorted() {
    for (name, table) in tables() {
        // Sizes go from small to large, lines from old to new, clouds and levels as their sources list them.
        let own_order = [
            "clouds",
            "instance_types",
            "server_lines",
            "topologies",
            "projection_levels",
            "regions",
            "upgrade_paths",
            "schedule_fields",
        ];
        if own_order.contains(&name.as_str()) {
            continue;
        }
        let ids: Vec<String> = rows(&table).iter().map(id).collect();
        let mut sorted = ids.clone();
        sorted.sort();
        assert_eq!(ids, sorted, "{name}");
    }
    let facts = Catalogue::default();
    let regions: Vec<_> = facts.regions().map(|row| (row.cloud, row.id.as_str().to_string())).collect();
    assert!(regions.is_sorted(), "regions");
    let lines: Vec<_> = facts.server_lines().map(|row| ServerVersion::parse_line(row.line.as_str()).unwrap()).collect();
    assert!(lines.is_sorted(), "server lines");
    assert!(facts.instance_types().collect::<Vec<_>>().is_sorted_by_key(|row| (row.ram_gb, row.rating)), "sizes");
}

#[test]
fn what_a_row_refers_to_exists() {
    let facts = Catalogue::default();
    for disk in facts.disk_types() {
        if let Some(new) = &disk.replaced_by {
            assert!(facts.disk_type(new.as_str()).unwrap().replaced_by.is_none(), "{}", disk.id);
        }
        assert!(disk.size_gb.min < disk.size_gb.max, "{}", disk.id);
    }
    for topology in facts.topologies() {
        assert!(topology.console_max_instance_type.iter().all(|size| facts.instance_type(size.as_str()).is_some()));
    }
    for line in facts.server_lines() {
        let released = Date::parse(line.released.as_str()).unwrap();
        assert!(last_supported_day(line).is_none_or(|last| released < last), "{}", line.line);
        assert_eq!(line.supported_until.is_some(), last_supported_day(line).is_some(), "{}", line.line);
        for namespace in line.documented_by.iter() {
            assert!(facts.package_of(namespace.as_str()).is_some(), "{namespace}");
        }
    }
    assert_eq!(facts.projection_levels().filter(|level| level.default).count(), 1);
}

#[test]
fn spellings_can_be_read() {
    let facts = Catalogue::default();
    for region in facts.regions() {
        assert!(region.cloud.spells(region.id.as_str()), "{}", region.id);
        assert_eq!(facts.region_by_spelling(region.cloud, region.name.as_str()).unwrap().id, region.id);
    }
    for (name, table) in tables() {
        for row in rows(&table) {
            if name == "notable_blocks" {
                assert!(Block::parse(row["block"].as_str().unwrap()).is_ok(), "{row}");
            }
            if let Some(schedule) = row["schedule"].as_str() {
                assert!(Schedule::parse(schedule).is_ok(), "{row}");
            }
        }
    }
}

/// A fact has one home: no rule's code has the name of a region, size, disk type, version or cloud in it.
#[test]
fn no_rule_repeats_a_fact() {
    let mut facts = BTreeSet::new();
    for (name, table) in tables() {
        // Words of the language, names of properties that are inputs of the model, and names that only the catalogue has.
        let names = ["projection_levels", "template_variables", "provider_settings", "identifier_shapes", "limits"];
        if names.contains(&name.as_str()) {
            continue;
        }
        for row in rows(&table) {
            facts.extend(
                ["id", "line", "prefix", "block"].iter().filter_map(|key| row[key].as_str()).map(str::to_string),
            );
        }
    }
    assert!(facts.contains("us-east-1") && facts.contains("gp3") && facts.contains("26.0"));
    for (_, rule, file) in files() {
        let code = file.split("#[cfg(test)]").next().unwrap();
        for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for fact in &facts {
                let literal = format!("\"{fact}\"");
                assert!(!line.contains(&literal), "{} repeats {literal}: {line}", rule.code);
            }
        }
    }
}
