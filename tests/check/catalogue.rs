//! The catalogue's rows keep their promises: ordered, unique, readable, with a source; and no rule repeats one.

use std::collections::BTreeSet;
use std::path::Path;

use eventstorecloud_planner::catalogue::rows::FeatureId;
use eventstorecloud_planner::catalogue::{Catalogue, last_supported_day};
use eventstorecloud_planner::model::kinds::KINDS;
use eventstorecloud_planner::model::provider;
use eventstorecloud_planner::model::target::Target;
use eventstorecloud_planner::net::Cidr;
use eventstorecloud_planner::rules::CATEGORIES;
use eventstorecloud_planner::schedule::Schedule;
use eventstorecloud_planner::value::date::Date;
use eventstorecloud_planner::value::identifier;
use eventstorecloud_planner::value::server_version::ServerVersion;
use eventstorecloud_planner::value::version::Version;
use rule_pages::page::file;
use serde_json::Value;

const FEATURES: [FeatureId; 5] = [
    FeatureId::AccessLists,
    FeatureId::Gp2Disks,
    FeatureId::ProjectionLevelInPlace,
    FeatureId::ReplicaSets,
    FeatureId::ServiceAccounts,
];

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
    ["cloud", "id", "line", "to", "prefix", "cidrBlock"]
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
fn rows_about_access_refer_to_what_there_is() {
    let facts = Catalogue::default();
    for feature in FEATURES {
        for row in facts.targets_with(feature) {
            for version in [&row.since, &row.before].into_iter().flatten() {
                assert!(Version::parse(version.as_str()).is_some(), "{}", row.target);
            }
            assert!(Target::parse(&format!("{}@0.0.0", row.target)).is_some(), "{}", row.target);
        }
        assert!(facts.targets_with(feature).next().is_some(), "{feature:?}");
    }
    for property in provider::KIND.properties {
        let setting = facts.provider_setting(property.name).unwrap_or_else(|| panic!("{}", property.name));
        assert!(setting.neutral.is_none() || setting.required_of_explicit, "{}", property.name);
    }
    let mut sources = BTreeSet::new();
    for sink in facts.sinks() {
        let kind = KINDS.iter().find(|kind| kind.name == sink.resource.as_str()).unwrap();
        // What a dedicated resource has is a property of it; what the generic one has is a key of its data.
        let keys = sink.keys.iter().map(|key| key.name.as_str());
        assert!(kind.name == "Integration" || keys.clone().all(|key| kind.property(key).is_some()), "{}", sink.id);
        assert!(sink.doubtful_sources.iter().all(|source| sink.sources.iter().any(|known| known == source)));
        sources.extend(sink.sources.iter().map(|source| source.as_str()));
    }
    assert!(sources.contains("issues"), "STACK007 asks for it");
    for spelling in facts.sink_key_spellings() {
        let has = |key: &str| facts.sinks().any(|sink| sink.keys.iter().any(|known| known.name.as_str() == key));
        assert!(has(spelling.key.as_str()), "{}", spelling.key);
    }
    for cloud in facts.clouds() {
        let side = facts.peer_side(cloud.id).unwrap();
        for id in [&side.account, &side.network] {
            let shape = facts.identifier_shape(id.as_str()).unwrap_or_else(|| panic!("{id}"));
            assert_eq!(shape.cloud, Some(cloud.id), "{id}");
        }
    }
    for path in facts.upgrade_paths() {
        for line in path.from.iter().chain([&path.to]) {
            let line = ServerVersion::parse_line(line.as_str()).unwrap();
            assert!(facts.server_line(line).is_some(), "{line}");
        }
        let from: Vec<_> = path.from.iter().map(|line| ServerVersion::parse_line(line.as_str()).unwrap()).collect();
        let newest_first = from.is_sorted_by(|a, b| a > b);
        assert!(newest_first && from[0] < ServerVersion::parse_line(path.to.as_str()).unwrap(), "{}", path.to);
    }
}

type Shape = fn(&str) -> bool;

/// The examples of identifiers have the shapes that are described next to them.
#[test]
fn examples_of_identifiers_have_their_shapes() {
    let facts = Catalogue::default();
    let shapes: [(&str, Shape); 11] = [
        ("aws-access-key-id", identifier::is_long_lived_access_key),
        ("aws-account-id", identifier::is_aws_account_id),
        ("aws-vpc-id", identifier::is_aws_vpc_id),
        ("cloudwatch-log-group", identifier::is_log_group),
        ("cloudwatch-namespace", identifier::is_metric_namespace),
        ("azure-network-id", |text| identifier::subscription_of_azure_network(text).is_some()),
        ("azure-tenant-id", identifier::is_uuid),
        ("gcp-network-name", identifier::is_gcp_network_name),
        ("gcp-project-id", identifier::is_gcp_project_id),
        ("kurrent-id", identifier::is_kurrent_id),
        ("slack-channel", identifier::is_slack_channel),
    ];
    for (id, has_shape) in shapes {
        let example = facts.identifier_shape(id).unwrap_or_else(|| panic!("{id}")).example.as_str();
        assert!(has_shape(example), "{id}: {example}");
    }
    let (_, table) = tables().into_iter().find(|(name, _)| name == "identifier_shapes").unwrap();
    assert_eq!(rows(&table).len(), shapes.len(), "every shape is here");
}

/// What the table says of each field of a schedule is what the parser takes.
#[test]
fn fields_of_schedules_are_those_that_can_be_read() {
    let (_, table) = tables().into_iter().find(|(name, _)| name == "schedule_fields").unwrap();
    assert_eq!(rows(&table).len(), 5);
    for (place, row) in rows(&table).iter().enumerate() {
        assert_eq!(row["position"].as_u64().unwrap(), place as u64 + 1);
        let with = |text: &str| {
            let mut fields = ["0", "0", "*", "*", "*"];
            fields[place] = text;
            Schedule::parse(&fields.join(" ")).is_ok()
        };
        assert!(with("*"), "{row}");
        for number in 0..=100_u64 {
            let range = row["numbers"].as_object();
            let known =
                range.is_some_and(|range| (range["min"].as_u64()..=range["max"].as_u64()).contains(&Some(number)));
            assert_eq!(with(&number.to_string()), known, "{number}: {row}");
        }
        assert_eq!(with("*/2"), row["steps"].as_bool().unwrap(), "{row}");
    }
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
            if name == "notable_cidrs" {
                assert!(Cidr::parse(row["cidrBlock"].as_str().unwrap()).is_ok(), "{row}");
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
                ["id", "line", "prefix", "cidrBlock"].iter().filter_map(|key| row[key].as_str()).map(str::to_string),
            );
        }
    }
    assert!(facts.contains("us-east-1") && facts.contains("gp3") && facts.contains("26.0"));
    let rules = CATEGORIES.iter().flat_map(|category| category.rules.iter().map(move |rule| (category, *rule)));
    for (category, rule) in rules {
        let code = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file(category, rule))).unwrap();
        for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for fact in &facts {
                let literal = format!("\"{fact}\"");
                assert!(!line.contains(&literal), "{} repeats {literal}: {line}", rule.code);
            }
        }
    }
}
