//! What recommendations claim, held against every size and topology of the published tables.

use std::sync::LazyLock;

use eventstorecloud_planner::planner::sizing::ClusterRecommendation;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use super::recommend;
use crate::generated::inputs;

fn rows(text: &str) -> Vec<Value> {
    let table: Value = serde_json::from_str(text).unwrap();
    table["rows"].as_array().unwrap().clone()
}

static SIZES: LazyLock<Vec<Value>> =
    LazyLock::new(|| rows(include_str!("../../../src/catalogue/data/instance_types.json")));
static TOPOLOGIES: LazyLock<Vec<Value>> =
    LazyLock::new(|| rows(include_str!("../../../src/catalogue/data/topologies.json")));
static DISKS: LazyLock<Vec<Value>> =
    LazyLock::new(|| rows(include_str!("../../../src/catalogue/data/disk_types.json")));

static LEVELS: LazyLock<Vec<Value>> =
    LazyLock::new(|| rows(include_str!("../../../src/catalogue/data/projection_levels.json")));

/// Whether a size carries a workload; `Unknown` where a limit that matters is not published.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Verdict {
    Yes,
    Unknown,
    No,
}

const LIMITS: [(&str, &str); 2] = [("workingSetStreams", "workingSetStreams"), ("clients", "maxClients")];

fn wanted(workload: &Value, key: &str) -> f64 {
    workload[key].as_f64().unwrap_or(0.0)
}

fn verdict(workload: &Value, size: usize) -> Verdict {
    let row = &SIZES[size];
    let rating = row["rating"].as_str().unwrap();
    if rating == "development"
        && (workload["environment"] == "production"
            || LEVELS.iter().any(|row| row["id"] == workload["projectionLevel"] && row["writes"] == true))
    {
        return Verdict::No;
    }
    let each = LIMITS.iter().map(|(key, limit)| {
        let wanted = wanted(workload, key);
        let fits = |row: &Value| row[limit].as_f64().is_none_or(|max| wanted <= max);
        if !SIZES[size..].iter().all(fits) {
            Verdict::No
        } else if wanted == 0.0 || row[limit].is_number() {
            Verdict::Yes
        } else {
            Verdict::Unknown
        }
    });
    each.fold(Verdict::Yes, |all, one| match (all, one) {
        (Verdict::No, _) | (_, Verdict::No) => Verdict::No,
        (Verdict::Yes, Verdict::Yes) => Verdict::Yes,
        _ => Verdict::Unknown,
    })
}

fn index(rows: &[Value], id: &str) -> usize {
    rows.iter().position(|row| row["id"] == id).unwrap()
}

fn offered(topology: &Value, size: usize) -> bool {
    topology["consoleMaxInstanceType"].as_str().is_none_or(|max| size <= index(&SIZES, max))
}

/// The topologies that a workload leaves, those with fewer nodes first.
fn topologies(workload: &Value) -> Vec<&'static Value> {
    let mut left: Vec<&Value> = TOPOLOGIES
        .iter()
        .filter(|row| match workload["topology"].as_str() {
            Some(asked) => row["id"] == asked,
            None => {
                (workload["environment"] != "production" || row["nodes"].as_u64() > Some(1))
                    && (workload["replicas"] == 0 || row["supportsReplicas"] == true)
            }
        })
        .collect();
    left.sort_by_key(|row| row["nodes"].as_u64());
    left
}

fn workload() -> impl Strategy<Value = Value> {
    let around = |limits: &'static [u32]| {
        let near = (select(limits), -1_i32..=1).prop_map(|(limit, by)| f64::from(limit) + f64::from(by));
        prop::option::of(prop_oneof![4 => near.prop_map(|amount| amount.max(0.0)), 1 => Just(0.0), 1 => 0.0..1e8])
    };
    let rates = |limits: &'static [u32]| {
        let near = (select(limits), -1.0..=1.0_f64).prop_map(|(limit, by)| f64::from(limit) + by);
        prop::option::weighted(0.4, prop_oneof![near.prop_map(|amount: f64| amount.max(0.0)), 0.0..20_000.0])
    };
    let one_of = |values: &'static [&'static str]| prop::option::of(select(values));
    (
        (select(&["aws", "gcp", "azure"][..]), one_of(&["production", "test"])),
        around(&[500_000, 1_000_000, 6_000_000, 12_000_000, 30_000_000, 62_000_000]),
        around(&[1, 20, 250, 500]),
        (prop::option::of(0.0..5000.0), prop::option::of(0.0..100.0), prop::option::of(0_u32..36)),
        (rates(&[0, 3000, 4000, 16_000]), rates(&[0, 125, 750, 1000])),
        (one_of(&["single-node", "three-node-multi-zone"]), one_of(&["off", "system", "user"])),
        0_u32..3,
    )
        .prop_map(
            |((cloud, environment), streams, clients, (data, growth, months), (iops, rate), names, replicas)| {
                let (topology, level) = names;
                let mut workload = json!({
                    "cloud": cloud, "environment": environment, "workingSetStreams": streams, "clients": clients,
                    "dataGb": data, "growthGbPerMonth": growth, "months": months, "iops": iops, "throughputMbps": rate,
                    "topology": topology, "projectionLevel": level, "replicas": replicas,
                });
                workload.as_object_mut().unwrap().retain(|_, value| !value.is_null());
                workload
            },
        )
}

fn reason<'a>(plan: &'a ClusterRecommendation, property: &str) -> &'a str {
    &plan.choices.iter().find(|choice| choice.property == property).unwrap().reason
}

fn assumed(plan: &ClusterRecommendation) -> usize {
    plan.assumptions.iter().filter(|text| text.contains("is assumed to support")).count()
}

/// The sizes that may be chosen are all tried, with every topology.
fn check_size(workload: &Value, plan: &ClusterRecommendation) -> Result<(), TestCaseError> {
    let chosen = index(&SIZES, &plan.args.instance_type);
    let topology = &TOPOLOGIES[index(&TOPOLOGIES, &plan.args.topology)];
    let said = |key: &str| plan.diagnostics.iter().any(|one| one.path == format!("workload.{key}"));
    let of_size = ["workingSetStreams", "clients", "environment", "projectionLevel"].iter().any(|key| said(key));
    let possible = |topology: &Value, size: usize| offered(topology, size) && verdict(workload, size) != Verdict::No;
    let all: Vec<usize> = (0..SIZES.len()).collect();
    let first = topologies(workload).into_iter().find(|row| all.iter().any(|size| possible(row, *size)));
    prop_assert_eq!(of_size, all.iter().all(|size| verdict(workload, *size) == Verdict::No));
    let claim = reason(plan, "instanceType");
    if of_size {
        prop_assert_eq!(chosen, SIZES.len() - 1);
        prop_assert!(claim.starts_with("the largest size") && !claim.contains("smallest"), "{}", claim);
        prop_assert_eq!(assumed(plan), 0);
        return Ok(());
    }
    prop_assert_eq!(said("topology"), first.is_none());
    let sizes: Vec<usize> = match first {
        Some(first) => {
            prop_assert_eq!(first, topology);
            all.into_iter().filter(|size| offered(topology, *size)).collect()
        }
        None => all,
    };
    let smaller: Vec<Verdict> =
        sizes.iter().filter(|size| **size < chosen).map(|size| verdict(workload, *size)).collect();
    match verdict(workload, chosen) {
        Verdict::No => prop_assert!(false, "{chosen} does not fit"),
        Verdict::Yes => prop_assert!(!smaller.contains(&Verdict::Yes), "a smaller one is known to fit"),
        Verdict::Unknown => {
            // None is known to fit, and each limit that is assumed is published of no size that would carry it.
            prop_assert!(sizes.iter().all(|size| verdict(workload, *size) != Verdict::Yes));
            for (key, limit) in
                LIMITS.iter().filter(|(key, limit)| wanted(workload, key) > 0.0 && SIZES[chosen][limit].is_null())
            {
                prop_assert!(
                    !sizes
                        .iter()
                        .any(|size| SIZES[*size][limit].as_f64().is_some_and(|max| max >= wanted(workload, key)))
                );
            }
        }
    }
    let unpublished =
        LIMITS.iter().filter(|(key, limit)| wanted(workload, key) > 0.0 && SIZES[chosen][limit].is_null());
    prop_assert_eq!(assumed(plan), unpublished.count());
    // The words say no more than that.
    let start = claim.split(';').next().unwrap();
    match start {
        "the smallest size" => prop_assert!(smaller.is_empty()),
        "the smallest size that fits the workload" => {
            prop_assert!(verdict(workload, chosen) == Verdict::Yes && smaller.iter().all(|one| *one == Verdict::No));
        }
        "the smallest size that is known to fit the workload" => {
            prop_assert!(verdict(workload, chosen) == Verdict::Yes && smaller.contains(&Verdict::Unknown));
        }
        "the smallest size that fits the workload as far as limits are published" => {
            prop_assert!(verdict(workload, chosen) == Verdict::Unknown);
        }
        _ => prop_assert!(false, "{}", claim),
    }
    let passed = SIZES.get(chosen.wrapping_sub(1)).filter(|_| start != "the smallest size");
    prop_assert!(passed.is_none_or(|row| claim.contains(&format!("`{}`", row["id"].as_str().unwrap()))), "{}", claim);
    Ok(())
}

fn range(row: &Value, key: &str) -> Option<(f64, f64)> {
    Some((row[key]["min"].as_f64()?, row[key]["max"].as_f64()?))
}

/// Every disk of the catalogue's ranges is tried: none that is smaller or slower carries the workload.
fn check_disk(workload: &Value, plan: &ClusterRecommendation) -> Result<(), TestCaseError> {
    let row = &DISKS[index(&DISKS, &plan.args.disk_type)];
    let size = &SIZES[index(&SIZES, &plan.args.instance_type)];
    let said = |key: &str| plan.diagnostics.iter().any(|one| one.path == format!("workload.{key}"));
    let (least, most) = range(row, "sizeGb").unwrap();
    let months = workload["months"].as_f64().unwrap_or(12.0);
    let data = wanted(workload, "dataGb") + wanted(workload, "growthGbPerMonth") * months;
    let speeds = range(row, "iops").zip(range(row, "throughput"));
    if let Some(((min_iops, max_iops), (min_rate, max_rate))) = speeds {
        let (iops, rate) = (f64::from(plan.args.disk_iops.unwrap()), f64::from(plan.args.disk_throughput.unwrap()));
        let (asked_iops, asked_rate) = (wanted(workload, "iops").ceil(), wanted(workload, "throughputMbps").ceil());
        let each = row["minIopsPerMbps"].as_f64().unwrap();
        prop_assert_eq!((said("iops"), said("throughputMbps")), (asked_iops > max_iops, asked_rate > max_rate));
        prop_assert_eq!(
            rate,
            (0..=1000).map(f64::from).find(|rate| *rate >= min_rate && *rate >= asked_rate.min(max_rate)).unwrap()
        );
        let enough = |iops: &f64| *iops >= min_iops && *iops >= asked_iops.min(max_iops) && *iops >= rate * each;
        prop_assert_eq!(iops, (0..=16_000).map(f64::from).find(enough).unwrap());
        prop_assert_eq!(reason(plan, "diskIops") == "the workload requests it", iops == asked_iops && iops > min_iops);
        prop_assert_eq!(reason(plan, "diskIops") == "the maximum", asked_iops > max_iops);
        prop_assert_eq!(reason(plan, "diskThroughput") == "the maximum", asked_rate > max_rate);
    } else {
        prop_assert_eq!(
            (said("iops"), said("throughputMbps")),
            (wanted(workload, "iops") > 0.0, wanted(workload, "throughputMbps") > 0.0)
        );
    }
    let enough = |gb: &f64| {
        let iops = f64::from(plan.args.disk_iops.unwrap_or(0));
        *gb >= least
            && *gb >= size["recommendedDiskGb"].as_f64().unwrap_or(0.0)
            && *gb >= row["advisedSizeGb"].as_f64().unwrap_or(0.0)
            && row["maxIopsPerGib"].as_f64().is_none_or(|each| gb * each >= iops)
            && gb * 80.0 / 100.0 >= data - 1e-9
    };
    let smallest = (0..=4096).map(f64::from).find(enough);
    let is_given = wanted(workload, "dataGb") > 0.0;
    prop_assert_eq!(said("dataGb"), smallest.is_none() && is_given);
    prop_assert_eq!(said("growthGbPerMonth"), smallest.is_none() && !is_given);
    let too_large = plan.diagnostics.iter().find(|it| it.help.contains("keep less data"));
    let shorter = too_large.and_then(|it| it.help.strip_prefix("plan for at most ")?.split_once(" months"));
    let fits =
        |months: f64| wanted(workload, "dataGb") + wanted(workload, "growthGbPerMonth") * months <= most * 0.8 + 1e-6;
    if let Some((months, _)) = shorter {
        let months: f64 = months.replace(',', "").parse().unwrap();
        prop_assert!(fits(months) && !fits(months + 1.0 + 1e-6), "{months}");
    } else if too_large.is_some() {
        prop_assert!(!fits(1.0 + 1e-6));
    }
    prop_assert_eq!(f64::from(plan.args.disk_size), smallest.unwrap_or(most));
    let lasts = plan.assumptions.iter().any(|text| text.starts_with("the disk lasts"));
    prop_assert_eq!(lasts, smallest.is_some());
    let reason = reason(plan, "diskSize");
    prop_assert_eq!(reason == "the maximum size", smallest.is_none());
    prop_assert!(!reason.contains("sizing guide") || size["recommendedDiskGb"].as_f64() == smallest);
    if let Some(full) = plan.headroom.months_until_full {
        let growth = wanted(workload, "growthGbPerMonth");
        let after = |months: f64| wanted(workload, "dataGb") + growth * months;
        let disk = f64::from(plan.args.disk_size);
        prop_assert!(after(full) <= disk + 1e-6 || full == 0.0);
        prop_assert!(after(full + 1.0) > disk - 1e-6);
    }
    Ok(())
}

/// What the next size is said to bring is more than there is, and the way to it exists.
fn check_next(plan: &ClusterRecommendation) -> Result<(), TestCaseError> {
    let chosen = index(&SIZES, &plan.args.instance_type);
    let topology = &TOPOLOGIES[index(&TOPOLOGIES, &plan.args.topology)];
    let Some(step) = &plan.next_step else {
        prop_assert_eq!(chosen, SIZES.len() - 1);
        return Ok(());
    };
    let (now, next) = (&SIZES[chosen], &SIZES[chosen + 1]);
    prop_assert_eq!(&next["id"], &json!(step.instance_type));
    let more = |key: &str| next[key].as_f64() > now[key].as_f64();
    prop_assert_eq!(step.brings.contains("vCPUs"), more("vcpu") || more("ramGb"));
    prop_assert_eq!(step.brings.contains("streams"), more("workingSetStreams"));
    prop_assert_eq!(step.brings.contains("clients"), more("maxClients"));
    prop_assert!(!step.brings.is_empty());
    prop_assert_eq!(step.how.contains("change of `instanceType`"), offered(topology, chosen + 1));
    Ok(())
}

/// What a help offers to leave out, left out: what was said is no longer said, and nothing else is.
fn check_offers(workload: &Value, plan: &ClusterRecommendation) -> Result<(), TestCaseError> {
    for diagnostic in &plan.diagnostics {
        let Some(offered) = diagnostic.help.strip_prefix("remove ") else { continue };
        let offered = offered.split([',', ';']).next().unwrap();
        for key in offered.split('`').skip(1).step_by(2) {
            let mut without = workload.clone();
            without.as_object_mut().unwrap().remove(key);
            let next = recommend(&without);
            prop_assert!(
                next.diagnostics.iter().all(|one| one.path != diagnostic.path),
                "{} {}",
                workload,
                diagnostic.help
            );
            prop_assert!(next.diagnostics.len() < plan.diagnostics.len(), "{} {}", workload, diagnostic.help);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(inputs(1000))]

    #[test]
    fn what_recommendations_claim_holds_for_every_size(workload in workload()) {
        let plan = recommend(&workload);
        prop_assert_eq!(plan.ok, plan.diagnostics.is_empty());
        check_size(&workload, &plan)?;
        check_disk(&workload, &plan)?;
        check_next(&plan)?;
        check_offers(&workload, &plan)?;
    }
}

/// Months until the disk is full are those of the data, not of what is shown of them.
#[test]
fn a_disk_that_grows_slowly_is_full_no_later_than_said() {
    for (data, growth, full) in
        [(3_822.796_433_059_99, 0.003_371_178_285_508_615, 81_040.0), (4095.9, 0.1, 1.0), (4095.0, 0.4, 2.0)]
    {
        let workload = json!({ "cloud": "aws", "dataGb": data, "growthGbPerMonth": growth });
        assert_eq!(recommend(&workload).headroom.months_until_full, Some(full), "{workload}");
    }
}
