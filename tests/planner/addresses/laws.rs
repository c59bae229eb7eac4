//! Laws of the address planner, on requests made at random and on requests that mean harm.

use std::collections::{BTreeMap, BTreeSet};

use eventstorecloud_planner::net::Cidr;
use eventstorecloud_planner::planner::addresses::{AddressPlan, NetworkStatus, PlannedNetwork};
use eventstorecloud_planner::rules::check_document;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use super::try_plan;
use crate::generated::inputs;
use crate::raw;

fn plan(request: &Value) -> AddressPlan {
    try_plan(request).unwrap_or_else(|refused| panic!("{refused}"))
}

fn cidr(text: &str) -> Cidr {
    Cidr::parse(text).unwrap()
}

/// Where every network is.
fn places(plan: &AddressPlan) -> BTreeMap<String, String> {
    plan.networks.iter().map(|network| (network.name.clone(), network.cidr_block.clone())).collect()
}

const POOLS: [&str; 3] = ["10.20.0.0/16", "172.16.0.0/15", "192.168.64.0/18"];

fn peers() -> impl Strategy<Value = Value> {
    let some = proptest::collection::btree_set(select(&["office", "factory", "shop"][..]), 0..3);
    prop_oneof![Just(Value::Null), some.prop_map(|peers| json!(peers))]
}

/// A network without a name.
fn network() -> impl Strategy<Value = Value> {
    let size = prop_oneof![
        (17_u8..=24).prop_map(|length| json!({ "prefixLength": length })),
        (1_u32..600).prop_map(|clusters| json!({ "clusters": clusters })),
    ];
    let cloud = select(&["aws", "gcp", "azure", ""][..]);
    (size, cloud, peers(), any::<bool>(), any::<bool>(), proptest::option::weighted(0.2, select(&POOLS[..]))).prop_map(
        |(mut network, cloud, peers, overlap, grows, pool)| {
            if !cloud.is_empty() {
                network["cloud"] = json!(cloud);
            }
            if !peers.is_null() {
                network["peers"] = peers;
                network["overlap"] = json!(if overlap { "allowed" } else { "never" });
            }
            if grows {
                network["growth"] = json!("move");
            }
            if let Some(pool) = pool {
                network["pool"] = json!(pool);
            }
            network
        },
    )
}

/// Blocks inside the pools, so that they matter.
fn reserved() -> impl Strategy<Value = Vec<String>> {
    let one = (select(&POOLS[..]), any::<Index>(), 18_u8..=28).prop_map(|(pool, index, length)| {
        let parts = cidr(pool).split(length).unwrap();
        index.get(&parts).to_string()
    });
    proptest::collection::vec(one, 0..8)
}

fn request(networks: &[(String, Value)], reserved: &[String]) -> Value {
    let networks: Vec<Value> = networks.iter().map(|(name, network)| with_name(name, network)).collect();
    json!({ "pools": POOLS, "reserved": reserved, "requests": networks })
}

fn with_name(name: &str, network: &Value) -> Value {
    let mut network = network.clone();
    network["name"] = json!(name);
    network
}

fn named(networks: Vec<Value>) -> Vec<(String, Value)> {
    networks.into_iter().enumerate().map(|(i, network)| (format!("n{i}"), network)).collect()
}

/// Whether two networks may share addresses.
fn may_overlap(a: &Value, b: &Value) -> bool {
    let peers = |network: &Value| -> Option<BTreeSet<String>> {
        let peers = network["peers"].as_array()?;
        Some(peers.iter().map(|peer| peer.as_str().unwrap().to_string()).collect())
    };
    let allowed = |network: &Value| network["overlap"] == "allowed";
    allowed(a) && allowed(b) && peers(a).zip(peers(b)).is_some_and(|(a, b)| a.is_disjoint(&b))
}

/// Everything that must be true of the CIDR blocks of a plan that starts with nothing.
fn check(networks: &[(String, Value)], reserved: &[String], plan: &AddressPlan) -> Result<(), TestCaseError> {
    let asked: BTreeMap<&str, &Value> = networks.iter().map(|(name, network)| (name.as_str(), network)).collect();
    let reserved: Vec<Cidr> = reserved.iter().map(|text| cidr(text)).chain([cidr("172.17.0.0/16")]).collect();
    for (i, network) in plan.networks.iter().enumerate() {
        let (own, wanted) = (cidr(&network.cidr_block), asked[network.name.as_str()]);
        let pool = wanted["pool"].as_str().unwrap_or_else(|| network.pool.as_deref().unwrap());
        prop_assert!(POOLS.contains(&pool) && cidr(pool).contains(own));
        prop_assert_eq!(network.pool.as_deref(), Some(pool));
        let smallest = if wanted["cloud"] == "aws" { 16 } else { 8 };
        prop_assert!((smallest..=24).contains(&own.prefix_length()));
        if let Some(length) = wanted["prefixLength"].as_u64() {
            prop_assert_eq!(u64::from(own.prefix_length()), length);
        }
        if let Some(clusters) = wanted["clusters"].as_u64() {
            prop_assert!(own.size() >= clusters * 8 + 16);
            prop_assert!(own.prefix_length() == 24 || own.size() < 2 * (clusters * 8 + 16));
        }
        prop_assert!(reserved.iter().all(|reserved| !reserved.overlaps(own)));
        for other in &plan.networks[..i] {
            if cidr(&other.cidr_block).overlaps(own) {
                prop_assert!(may_overlap(wanted, asked[other.name.as_str()]), "{} {}", network.name, other.name);
                prop_assert!(network.overlaps.contains(&other.name) && other.overlaps.contains(&network.name));
            }
        }
    }
    // What is free is free, and with what is taken it makes up the pool.
    for (free, pool) in plan.free.iter().zip(&plan.pools) {
        for text in &free.cidr_blocks {
            let taken = plan.networks.iter().map(|network| cidr(&network.cidr_block)).chain(reserved.iter().copied());
            prop_assert!(taken.into_iter().all(|taken| !taken.overlaps(cidr(text))));
        }
        prop_assert_eq!(pool.used + pool.reserved + pool.free, pool.size);
        prop_assert_eq!(free.cidr_blocks.iter().map(|text| cidr(text).size()).sum::<u64>(), u64::from(free.size));
    }
    // What is unplaced fits nowhere: no aligned CIDR block is free at the end, and so none was before.
    for unplaced in &plan.unplaced {
        let wanted = asked[unplaced.name.as_str()];
        for pool in POOLS.iter().filter(|pool| wanted["pool"].as_str().is_none_or(|asked| asked == **pool)) {
            let pool = cidr(pool);
            if unplaced.prefix_length < pool.prefix_length() {
                continue;
            }
            for candidate in pool.split(unplaced.prefix_length).unwrap() {
                let blocked = reserved.iter().any(|reserved| reserved.overlaps(candidate));
                let taken = |network: &PlannedNetwork| {
                    cidr(&network.cidr_block).overlaps(candidate) && !may_overlap(wanted, asked[network.name.as_str()])
                };
                prop_assert!(blocked || plan.networks.iter().any(taken), "{} fits {candidate}", unplaced.name);
            }
        }
        prop_assert!(unplaced.missing > 0 && !unplaced.help.is_empty());
    }
    prop_assert_eq!(plan.networks.len() + plan.unplaced.len(), networks.len());
    Ok(())
}

proptest! {
    #![proptest_config(inputs(128))]

    #[test]
    fn cidr_blocks_are_allowed_and_every_network_that_fits_is_placed(
        networks in proptest::collection::vec(network(), 0..40),
        reserved in reserved(),
    ) {
        let networks = named(networks);
        let request = request(&networks, &reserved);
        let first = plan(&request);
        check(&networks, &reserved, &first)?;
        prop_assert_eq!(serde_json::to_string(&first).unwrap(), serde_json::to_string(&plan(&request)).unwrap());
    }

    #[test]
    fn planned_networks_pass_the_check(
        networks in proptest::collection::vec(network(), 1..20),
        reserved in reserved(),
    ) {
        let networks = named(networks);
        let plan = plan(&request(&networks, &reserved));
        let mut resources = vec![json!({ "kind": "Project", "name": "shop", "args": { "name": "shop" } })];
        for network in &plan.networks {
            let mut args = json!({ "projectId": { "ref": "shop" }, "name": network.name, "resourceProvider": "gcp" });
            for (key, value) in serde_json::to_value(&network.args).unwrap().as_object().unwrap() {
                args[key] = value.clone();
            }
            args["region"] = json!(match args["resourceProvider"].as_str().unwrap() {
                "aws" => "us-east-1",
                "azure" => "eastus",
                _ => "us-east1",
            });
            resources.push(json!({ "kind": "Network", "name": network.name, "args": args }));
        }

        let report = check_document(&raw(&json!({ "resources": resources })), &raw(&json!({ "profile": "strict" }))).unwrap();
        prop_assert_eq!(report.counts.errors, 0, "{:?}", report.diagnostics);
        // Two that may share addresses are warned of when they do; nothing else is said of a CIDR block.
        let shares = plan.networks.iter().any(|network| !network.overlaps.is_empty());
        let of_cidr_blocks = report.diagnostics.iter().filter(|diagnostic| diagnostic.path == "cidrBlock");
        prop_assert!(shares || of_cidr_blocks.count() == 0, "{:?}", report.diagnostics);
    }

    #[test]
    fn what_is_appended_moves_nothing(
        networks in proptest::collection::vec(network(), 0..30),
        reserved in reserved(),
        cut in any::<Index>(),
    ) {
        let networks = named(networks);
        let cut = cut.index(networks.len() + 1);
        let (before, after) = (plan(&request(&networks[..cut], &reserved)), plan(&request(&networks, &reserved)));
        let (before, after) = (places(&before), places(&after));
        prop_assert!(before.iter().all(|(name, cidr)| after.get(name) == Some(cidr)));
        prop_assert_eq!(before.len(), after.keys().filter(|name| networks[..cut].iter().any(|(n, _)| n == *name)).count());
    }

    #[test]
    fn a_single_request_fits_when_any_aligned_cidr_block_is_free(reserved in reserved(), length in 16_u8..=24) {
        let networks = named(vec![json!({ "prefixLength": length })]);
        let plan = plan(&request(&networks, &reserved));
        check(&networks, &reserved, &plan)?;
    }
}

/// What happens to the networks from one call to the next.
#[derive(Clone, Debug)]
enum Change {
    Add(Value, Index),
    Remove(Index),
    Swap(Index, Index),
    Replace(Index, Value),
    Reserve(Vec<String>),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        4 => (network(), any::<Index>()).prop_map(|(network, at)| Change::Add(network, at)),
        2 => any::<Index>().prop_map(Change::Remove),
        2 => (any::<Index>(), any::<Index>()).prop_map(|(a, b)| Change::Swap(a, b)),
        1 => (any::<Index>(), network()).prop_map(|(at, network)| Change::Replace(at, network)),
        1 => reserved().prop_map(Change::Reserve),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 2_000, ..inputs(40) })]

    /// 40 programs of 25 changes: 1,000 rounds. Only what asks for it moves, and only to grow.
    #[test]
    fn what_exists_never_moves(changes in proptest::collection::vec(change(), 25)) {
        let mut networks: Vec<(String, Value)> = Vec::new();
        let mut reserved = Vec::new();
        let mut last: Option<AddressPlan> = None;
        for (round, change) in changes.into_iter().enumerate() {
            let count = networks.len();
            match change {
                Change::Add(network, at) => {
                    networks.insert(at.index(count + 1), (format!("n{round}"), network));
                }
                Change::Remove(at) if count > 0 => {
                    networks.remove(at.index(count));
                }
                Change::Swap(a, b) if count > 0 => networks.swap(a.index(count), b.index(count)),
                Change::Replace(at, network) if count > 0 => networks[at.index(count)].1 = network,
                Change::Reserve(cidrs) => reserved = cidrs,
                _ => {}
            }
            let mut request = request(&networks, &reserved);
            if let Some(last) = &last {
                request["existing"] = serde_json::to_value(last).unwrap();
            }
            let next = plan(&request);
            let before = last.as_ref().map(places).unwrap_or_default();
            for network in &next.networks {
                let Some(old) = before.get(&network.name) else {
                    prop_assert_eq!(network.status, NetworkStatus::New);
                    continue;
                };
                let wanted = &networks.iter().find(|(name, _)| *name == network.name).unwrap().1;
                if network.status == NetworkStatus::Kept {
                    prop_assert_eq!(&network.cidr_block, old);
                } else {
                    prop_assert_eq!((network.status, &wanted["growth"]), (NetworkStatus::Moved, &json!("move")));
                    prop_assert!(network.prefix_length < cidr(old).prefix_length());
                    prop_assert!(next.moved.iter().any(|moved| moved.name == network.name && moved.from == *old));
                    prop_assert!(!cidr(old).overlaps(cidr(&network.cidr_block)));
                }
            }
            let names = |list: Vec<&String>| -> BTreeSet<String> { list.into_iter().cloned().collect() };
            let mut all = names(next.networks.iter().map(|network| &network.name).collect());
            all.extend(next.released.iter().map(|released| released.name.clone()));
            prop_assert!(before.keys().all(|name| all.contains(name)));
            // What is new overlaps nothing that it may not, whatever else is wrong by now.
            for network in next.networks.iter().filter(|network| network.status != NetworkStatus::Kept) {
                let wanted = |name: &str| &networks.iter().find(|(other, _)| other == name).unwrap().1;
                for other in next.networks.iter().filter(|other| other.name != network.name) {
                    let apart = !cidr(&network.cidr_block).overlaps(cidr(&other.cidr_block));
                    prop_assert!(apart || may_overlap(wanted(&network.name), wanted(&other.name)));
                }
                prop_assert!(reserved.iter().all(|reserved| !cidr(reserved).overlaps(cidr(&network.cidr_block))));
            }
            // Old CIDR blocks of what moved are free in the next plan, so only without such ones is there nothing to
            // do.
            if next.moved.is_empty() {
                request["existing"] = serde_json::to_value(&next).unwrap();
                prop_assert_eq!(places(&plan(&request)), places(&next));
            }
            last = Some(next);
        }
    }

    #[test]
    fn no_request_stops_the_planner(request in hostile(4)) {
        let _ = try_plan(&request);
        let mut whole = json!({ "pools": ["10.0.0.0/8"], "requests": [{ "name": "a", "prefixLength": 24 }] });
        for key in ["pools", "reserved", "existing", "requests", "reserveNotable"] {
            let old = whole[key].take();
            whole[key] = request.clone();
            let _ = try_plan(&whole);
            whole[key] = old;
            if whole[key].is_null() {
                whole.as_object_mut().unwrap().remove(key);
            }
        }
    }
}

fn hostile(depth: u32) -> impl Strategy<Value = Value> {
    let texts = ["", "a", "10.0.0.0/8", "0.0.0.0/0", "10.0.0.0/33", "::/0", "aws", "\u{202e}`\u{0}", "move", "allowed"];
    let keys =
        ["pools", "requests", "existing", "networks", "name", "cidrBlock", "prefixLength", "clusters", "like", "peers"];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(|b| json!(b)),
        select(vec![-1.0, 0.0, 0.5, 8.0, 24.0, 33.0, 1e300]).prop_map(|n| json!(n)),
        select(texts.to_vec()).prop_map(|text| json!(text)),
    ];
    leaf.prop_recursive(depth, 40, 5, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            proptest::collection::btree_map(select(keys.to_vec()), inner, 0..5).prop_map(|map| json!(map)),
        ]
    })
}
