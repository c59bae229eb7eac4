//! What address plans claim, tried with every CIDR block of small pools.

use std::collections::{BTreeMap, BTreeSet};

use eventstorecloud_planner::net::Cidr;
use eventstorecloud_planner::planner::addresses::{AddressPlan, NetworkStatus};
use eventstorecloud_planner::rules::check_document;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use super::try_plan;
use crate::generated::inputs;
use crate::raw;

const POOLS: [&str; 5] = ["10.0.0.0/21", "10.0.16.0/22", "172.16.252.0/22", "192.168.0.0/20", "10.128.0.0/9"];
const REGIONS: [(&str, &str); 12] = [
    ("aws", "us-east-1"),
    ("aws", "US-East-1"),
    ("aws", "us_east_1"),
    ("aws", "us-gov-west-1"),
    ("aws", "cn-north-1"),
    ("gcp", "us-east1"),
    ("gcp", "us-east-1"),
    ("gcp", "mars-east1"),
    ("azure", "eastus"),
    ("azure", "East US"),
    ("azure", "us-east-1"),
    ("azure", " westeurope "),
];

fn cidr(text: &str) -> Cidr {
    Cidr::parse(text).unwrap()
}

fn inside(pool: &str, index: Index, length: u8) -> String {
    let parts = cidr(pool).split(length.max(cidr(pool).prefix_length()));
    index.get(&parts.unwrap()).to_string()
}

fn block(lengths: std::ops::RangeInclusive<u8>) -> impl Strategy<Value = String> {
    (select(&POOLS[..4]), any::<Index>(), lengths).prop_map(|(pool, index, length)| inside(pool, index, length))
}

fn request() -> impl Strategy<Value = Value> {
    let pools = prop::collection::btree_set(select(&POOLS[..]), 1..4)
        .prop_filter("small ones", |pools| pools.len() > 1 || !pools.contains(POOLS[4]));
    let pools = prop_oneof![8 => pools.prop_map(|pools| pools.into_iter().map(str::to_string).collect::<Vec<_>>()),
        // All private address space, so that there is none to add.
        1 => Just(vec!["10.0.0.0/8".to_string(), "172.16.0.0/12".to_string(), "192.168.0.0/16".to_string()])];
    let length = prop_oneof![20 => 21_u8..=24, 4 => 16_u8..=20, 1 => 8_u8..=15];
    let peers = prop::option::of(prop::collection::btree_set(select(&["office", "shop", "loopback"][..]), 0..3));
    let network = (
        length,
        peers,
        any::<bool>(),
        any::<bool>(),
        prop::option::weighted(0.3, any::<Index>()),
        (any::<Index>(), 0_u8..10),
    );
    let existing = (block(20..=24), any::<bool>());
    (
        pools,
        prop::collection::vec((block(21..=27), prop::option::of(select(&["office", "shop"][..]))), 0..6),
        prop::collection::vec((network, prop::option::weighted(0.3, existing)), 1..9),
        prop::bool::weighted(0.15),
    )
        .prop_map(|(pools, reserved, networks, notable)| {
            let mut requests: Vec<Value> = Vec::new();
            let mut had: Vec<Value> = Vec::new();
            for (number, ((length, peers, overlap, grows, pool, (like, way)), existing)) in networks.into_iter().enumerate() {
                let mut network = json!({ "name": format!("n{number}"), "cloud": "gcp", "region": "us-east1", "prefixLength": length });
                if way == 0 && number > 0 {
                    network.as_object_mut().unwrap().remove("prefixLength");
                    network["like"] = json!(format!("n{}", like.index(number)));
                }
                if way == 1 {
                    network.as_object_mut().unwrap().remove("prefixLength");
                    network["clusters"] = json!(u32::from(length) * 7);
                }
                if let Some(peers) = peers {
                    network["peers"] = json!(peers);
                    if overlap && way < 6 {
                        network["overlap"] = json!("allowed");
                    }
                }
                if grows {
                    network["growth"] = json!("move");
                }
                if let Some(pool) = pool {
                    network["pool"] = json!(pool.get(&pools));
                }
                if let Some((block, _)) = existing
                    && had.iter().all(|one| !cidr(one["cidrBlock"].as_str().unwrap()).overlaps(cidr(&block)))
                {
                    had.push(json!({ "name": format!("n{number}"), "cidrBlock": block }));
                }
                requests.push(network);
            }
            let reserved: Vec<Value> = reserved.into_iter().map(|(block, name)| match name {
                Some(name) => json!({ "cidrBlock": block, "name": name }),
                None => json!(block),
            }).collect();
            json!({ "pools": pools, "reserved": reserved, "requests": requests, "existing": { "networks": had }, "reserveNotable": !notable })
        })
}

/// The largest CIDR blocks of a pool that overlap nothing taken.
fn free_in(pool: Cidr, taken: &[Cidr]) -> Vec<Cidr> {
    let near: Vec<Cidr> = taken.iter().copied().filter(|taken| taken.overlaps(pool)).collect();
    if near.is_empty() {
        return vec![pool];
    }
    if near.iter().any(|taken| taken.contains(pool)) {
        return Vec::new();
    }
    pool.split(pool.prefix_length() + 1).unwrap().into_iter().flat_map(|half| free_in(half, &near)).collect()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap()
}

fn list<'a>(request: &'a Value, key: &str) -> &'a [Value] {
    request[key].as_array().unwrap()
}

fn pools_of(request: &Value) -> Vec<Cidr> {
    list(request, "pools").iter().map(|pool| cidr(pool.as_str().unwrap())).collect()
}

fn reserved_of(request: &Value) -> Vec<Cidr> {
    let own = list(request, "reserved").iter().map(|one| cidr(one.as_str().unwrap_or_else(|| text(one, "cidrBlock"))));
    own.chain((request["reserveNotable"] == true).then(|| cidr("172.17.0.0/16"))).collect()
}

fn may_overlap(a: &Value, b: &Value) -> bool {
    let peers = |network: &Value| -> Option<BTreeSet<String>> {
        Some(network["peers"].as_array()?.iter().map(|peer| peer.as_str().unwrap().to_string()).collect())
    };
    let both = a["overlap"] == "allowed" && b["overlap"] == "allowed";
    both && peers(a).zip(peers(b)).is_some_and(|(a, b)| a.is_disjoint(&b))
}

fn length_of(request: &Value, network: &Value) -> u8 {
    if let Some(length) = network["prefixLength"].as_u64() {
        return u8::try_from(length).unwrap();
    }
    if let Some(clusters) = network["clusters"].as_u64() {
        return (8..=24).rev().find(|length| 1_u64 << (32 - length) >= clusters * 8 + 16).unwrap();
    }
    let like = list(request, "requests").iter().find(|other| other["name"] == network["like"]).unwrap();
    length_of(request, like)
}

/// Where each network goes, and from which free CIDR block, found by trying all of them.
fn expected(request: &Value) -> BTreeMap<String, (Option<Cidr>, String)> {
    let (pools, reserved) = (pools_of(request), reserved_of(request));
    let had: BTreeMap<&str, Cidr> = list(&request["existing"], "networks")
        .iter()
        .map(|one| (text(one, "name"), cidr(text(one, "cidrBlock"))))
        .collect();
    let requests = list(request, "requests");
    let mut taken: Vec<(&Value, Cidr)> =
        requests.iter().filter_map(|network| Some((network, *had.get(text(network, "name"))?))).collect();
    let mut all = BTreeMap::new();
    for network in requests {
        let (name, length) = (text(network, "name"), length_of(request, network));
        let old = had.get(name).copied();
        let outcome = match old {
            Some(old) if length >= old.prefix_length() => (Some(old), "kept".to_string()),
            Some(old) if network["growth"] != "move" => (Some(old), "too small".to_string()),
            _ => {
                let usable =
                    || pools.iter().filter(|pool| network["pool"].as_str().is_none_or(|own| cidr(own) == **pool));
                let blocked: Vec<Cidr> = reserved.iter().copied().chain(taken.iter().map(|(_, cidr)| *cidr)).collect();
                let free =
                    usable().flat_map(|pool| free_in(*pool, &blocked)).filter(|free| free.prefix_length() <= length);
                let room = free.min_by_key(|free| (free.size(), free.first()));
                let first = |room: Cidr| Cidr::containing(room.first(), length).unwrap();
                let shared = || {
                    let strict =
                        taken.iter().filter(|(other, _)| other["name"] == name || !may_overlap(network, other));
                    let strict: Vec<Cidr> = reserved.iter().copied().chain(strict.map(|(_, cidr)| *cidr)).collect();
                    usable().flat_map(|pool| free_in(*pool, &strict)).any(|free| free.prefix_length() <= length)
                };
                match (room, old) {
                    (Some(room), _) => (Some(first(room)), room.to_string()),
                    (None, _) if shared() => (None, "shared".to_string()),
                    (None, Some(old)) => (Some(old), "stuck".to_string()),
                    (None, None) => (None, "unplaced".to_string()),
                }
            }
        };
        all.insert(name.to_string(), outcome.clone());
        if outcome.1 == "shared" {
            // Which one it shares is not claimed, so what follows is not foretold.
            break;
        }
        if let Some(new) = outcome.0.filter(|new| Some(*new) != old) {
            taken.push((network, new));
        }
    }
    all
}

fn check_places(request: &Value, plan: &AddressPlan) -> Result<(), TestCaseError> {
    for (name, (place, how)) in expected(request) {
        let network = plan.networks.iter().find(|network| network.name == name);
        let unplaced = plan.unplaced.iter().find(|one| one.name == name);
        let last = network.and_then(|network| network.reasons.last()).map_or("", String::as_str);
        match how.as_str() {
            "kept" => prop_assert!(last.contains("keeps its") || last.contains("never made smaller"), "{}", last),
            "too small" => prop_assert!(last.contains("`growth` is `move`"), "{}", last),
            "stuck" => prop_assert!(last.contains("there is no room for a /") && unplaced.is_some(), "{}", last),
            "shared" => prop_assert!(last.contains("is free, so the network shares"), "{}", last),
            "unplaced" => prop_assert!(network.is_none() && unplaced.is_some()),
            room => {
                prop_assert_eq!(last, format!("`{}` is the smallest free CIDR block with room for the network", room))
            }
        }
        if how != "shared" {
            prop_assert_eq!(network.map(|network| cidr(&network.cidr_block)), place);
        }
        let length =
            length_of(request, list(request, "requests").iter().find(|one| text(one, "name") == name).unwrap());
        if let Some(unplaced) = unplaced {
            prop_assert_eq!(unplaced.prefix_length, length);
            let pool = plan.pools.iter().find(|pool| pool.name == unplaced.pool).unwrap();
            let free = plan.free.iter().find(|free| free.pool == pool.name).unwrap();
            let largest = free.cidr_blocks.iter().map(|text| cidr(text).size()).max().unwrap_or(0);
            prop_assert_eq!(u64::from(unplaced.missing), (1_u64 << (32 - length)) - largest);
        }
    }
    Ok(())
}

fn names(plan: &AddressPlan) -> BTreeSet<String> {
    plan.unplaced.iter().map(|one| one.name.clone()).collect()
}

/// The request with what an offer for a network says.
fn applied(request: &Value, name: &str, offer: &str) -> Option<Value> {
    let mut changed = request.clone();
    let quoted: Vec<&str> = offer.split('`').skip(1).step_by(2).collect();
    let of = |changed: &mut Value, key: &str, value: Value| {
        let requests = changed["requests"].as_array_mut().unwrap();
        requests.iter_mut().find(|one| one["name"] == name).unwrap()[key] = value;
    };
    match offer {
        _ if offer.starts_with("use the pool ") => of(&mut changed, "pool", json!(quoted[0])),
        _ if offer.starts_with("add the pool ") || offer.starts_with("add a pool such as ") => {
            changed["pools"].as_array_mut().unwrap().push(json!(quoted[0]));
            if offer.contains("use it instead") {
                of(&mut changed, "pool", json!(quoted[0]));
            }
        }
        _ if offer.starts_with("remove ") => {
            for thing in offer.split("the ").skip(1) {
                let what = thing.split('`').nth(1).unwrap();
                if thing.starts_with("network") {
                    changed["requests"].as_array_mut().unwrap().retain(|one| one["name"] != what);
                } else {
                    let block = |one: &Value| one.as_str().unwrap_or_else(|| text(one, "cidrBlock")).to_string();
                    changed["reserved"].as_array_mut().unwrap().retain(|one| block(one) != what);
                }
            }
        }
        _ if offer.starts_with("set `growth`") => of(&mut changed, "growth", json!("move")),
        _ if offer.starts_with("use another name") => {
            of(&mut changed, "name", json!("renamed"));
            for one in changed["requests"].as_array_mut().unwrap() {
                if one["like"] == name {
                    one["like"] = json!("renamed");
                }
            }
        }
        _ => return None,
    }
    Some(changed)
}

fn check_offers(request: &Value, plan: &AddressPlan) -> Result<(), TestCaseError> {
    let unplaced = names(plan);
    let helps = plan.unplaced.iter().map(|one| (&one.name, &one.help, None));
    let helps = helps.chain(plan.diagnostics.iter().map(|one| (&one.name, &one.help, Some(&one.message))));
    for (name, help, message) in helps {
        for offer in help.split(", or ") {
            let Some(changed) = applied(request, name, offer) else {
                let known = [
                    "make room for a /",
                    "change the pools",
                    "request no more than",
                    "reserve CIDR blocks",
                    "correct the CIDR",
                    "set `overlap`",
                ];
                prop_assert!(known.iter().any(|start| offer.starts_with(start)), "{}", offer);
                continue;
            };
            let next = try_plan(&changed).map_err(|refused| TestCaseError::fail(format!("{offer}: {refused}")))?;
            let own = if offer.starts_with("use another name") { "renamed" } else { name.as_str() };
            let after = names(&next);
            // What is said of a CIDR block that a network has is no word about the room for another one.
            let is_stuck = message.is_some() && unplaced.contains(name);
            prop_assert!(is_stuck || !after.contains(own), "{} for {}", offer, name);
            prop_assert!(next.networks.iter().any(|one| one.name == own), "{} for {}", offer, name);
            prop_assert!(after.is_subset(&unplaced), "{} for {}: {:?}", offer, name, after);
            let again = |one: &&eventstorecloud_planner::planner::addresses::AddressDiagnostic| {
                one.name == own && message.is_none_or(|message| one.message == *message)
            };
            let known = |message: &str| plan.diagnostics.iter().any(|one| one.name == *name && one.message == message);
            let said = next.diagnostics.iter().find(again).filter(|one| message.is_some() || !known(&one.message));
            prop_assert!(said.is_none(), "{} for {}: {:?}", offer, name, said);
        }
    }
    Ok(())
}

/// The networks of a plan with their peerings, as a program.
fn document(plan: &AddressPlan) -> Value {
    let mut resources = vec![json!({ "kind": "Project", "name": "shop", "args": { "name": "shop" } })];
    for network in &plan.networks {
        let mut args = serde_json::to_value(&network.args).unwrap();
        args["projectId"] = json!({ "ref": "shop" });
        args["name"] = json!(network.name);
        resources.push(json!({ "kind": "Network", "name": network.name, "args": args }));
        for route in plan.routes.iter().filter(|route| route.network == network.name) {
            let Some(peer) = plan.peers.iter().find(|peer| peer.peer == route.peer) else { continue };
            let args = json!({ "projectId": { "ref": "shop" }, "name": format!("{}-{}", network.name, peer.peer), "networkId": { "ref": network.name },
                "peerResourceProvider": "gcp", "peerNetworkRegion": "us-east1", "peerAccountId": "my-project-1234",
                "peerNetworkId": peer.peer, "routes": peer.routes });
            resources
                .push(json!({ "kind": "Peering", "name": format!("{}-{}", network.name, peer.peer), "args": args }));
        }
    }
    json!({ "partial": true, "resources": resources })
}

proptest! {
    #![proptest_config(inputs(256))]

    #[test]
    fn what_plans_claim_holds_for_every_cidr_block(request in request()) {
        let plan = match try_plan(&request) {
            Ok(plan) => plan,
            // As large as a network of another size, which no network may have.
            Err(refused) => return Err(TestCaseError::fail(refused.to_string())),
        };
        prop_assert_eq!(plan.ok, plan.unplaced.is_empty() && plan.diagnostics.is_empty());
        check_places(&request, &plan)?;
        check_offers(&request, &plan)?;
        if plan.ok {
            let report = check_document(&raw(&document(&plan)), &raw(&json!({}))).unwrap();
            let shares = plan.networks.iter().any(|network| !network.overlaps.is_empty());
            // Reserved CIDR blocks of two peers that overlap are the user's, and so is the same peer of two networks.
            let allowed = |code: &str| shares || code.starts_with("PEER");
            prop_assert_eq!(report.counts.errors, 0, "{:?}", report.diagnostics);
            let left: Vec<_> = report.diagnostics.iter().filter(|one| !allowed(one.code)).collect();
            prop_assert!(left.is_empty(), "{:?}", left);
        }
        prop_assert!(plan.networks.iter().all(|network| network.status != NetworkStatus::Moved || plan.moved.iter().any(|moved| moved.name == network.name)));
    }
}

#[test]
fn regions_are_refused_where_builders_refuse_them_and_written_as_they_write_them() {
    for (cloud, region) in REGIONS {
        let planned = try_plan(&json!({ "pools": ["10.0.0.0/16"], "requests": [
            { "name": "a", "cloud": cloud, "region": region, "prefixLength": 20 },
        ] }));
        let args = |region: &str| {
            json!({ "partial": true, "resources": [{ "kind": "Network", "name": "a", "args": {
            "projectId": { "ref": "p" }, "name": "a", "resourceProvider": cloud, "region": region, "cidrBlock": "10.0.0.0/20"
        } }, { "kind": "Project", "name": "p", "args": { "name": "p" } }] })
        };
        let said = |region: &str| check_document(&raw(&args(region)), &raw(&json!({}))).unwrap();
        match planned {
            Ok(plan) => {
                let given = plan.networks[0].args.region.clone().unwrap();
                let (asked, given) = (said(region), said(&given));
                assert_eq!(asked.counts.errors, 0, "{cloud} {region}: {:?}", asked.diagnostics);
                // What is left is about the region itself, and not about how it is written.
                let is_unknown = given.diagnostics.iter().all(|one| one.message.contains("is not in the catalogue"));
                assert!(given.diagnostics.is_empty() || is_unknown, "{cloud} {region}: {:?}", given.diagnostics);
            }
            Err(refused) => {
                assert_eq!(refused.path, "request.requests[0].region");
                assert!(said(region).counts.errors > 0, "{cloud} {region}: {refused}");
            }
        }
    }
}
