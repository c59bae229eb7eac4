//! The largest requests that are accepted, and larger ones.
//!
//! A step for each pair of 100,000 items would be ten thousand million steps: with one, a test here does not end.

use eventstorecloud_planner::planner::addresses::{MAX_ITEMS, MAX_OVERLAPPING, MAX_POOLS, NetworkStatus};
use serde_json::{Value, json};

use super::try_plan;

fn listed(count: usize, item: impl Fn(usize) -> Value) -> Value {
    (0..count).map(item).collect()
}

/// The network of some number, with more keys.
fn network(number: usize, more: &Value) -> Value {
    let mut network = json!({ "name": format!("n{number}") });
    network.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    network
}

fn small(number: usize) -> Value {
    network(number, &json!({ "prefixLength": 24 }))
}

/// A network that may share addresses with those that have none of its peers.
fn sharing(number: usize) -> Value {
    let peers: Vec<String> = (0..=number % 50).map(|peer| format!("p{peer}")).collect();
    network(number, &json!({ "prefixLength": 24, "peers": peers, "overlap": "allowed" }))
}

/// A single address, far from that of the number before.
fn address(number: usize) -> Value {
    let host = number * 167;
    json!(format!("10.{}.{}.{}/32", host / 65_536 % 256, host / 256 % 256, host % 256))
}

#[test]
fn one_item_more_than_is_supported_is_refused() {
    let cidrs = |limit: usize| listed(limit + 1, |_| json!("10.0.0.0/24"));
    let existing = listed(MAX_ITEMS + 1, |i| network(i, &json!({ "cidrBlock": "10.0.0.0/24" })));
    let (pools, items) =
        ("has 257 items; at most 256 are supported", "has 100,001 items; at most 100,000 are supported");
    let overlaps = "`allowed` is set for too many networks; at most 500 may share addresses";
    for (path, reason, key, value) in [
        ("request.pools", pools, "pools", cidrs(MAX_POOLS)),
        ("request.requests", items, "requests", listed(MAX_ITEMS + 1, small)),
        ("request.reserved", items, "reserved", cidrs(MAX_ITEMS)),
        ("request.existing.networks", items, "existing", json!({ "networks": existing })),
        ("request.requests[500].overlap", overlaps, "requests", listed(MAX_OVERLAPPING + 1, sharing)),
    ] {
        let mut request = json!({ "pools": ["10.0.0.0/8"], "requests": [] });
        request[key] = value;
        let refused = try_plan(&request).unwrap_err();
        assert_eq!((refused.path.as_str(), refused.reason.as_str()), (path, reason));
    }
}

/// A /24 of the private space by number: 65,536 of 10.0.0.0/8, then others.
fn slash_24(i: usize) -> String {
    match i {
        0..65_536 => format!("10.{}.{}.0/24", i / 256, i % 256),
        _ => format!("{}.{}.{}.0/24", 11 + (i - 65_536) / 65_536, (i / 256) % 256, i % 256),
    }
}

#[test]
fn a_thousand_networks_are_added_to_a_hundred_thousand() {
    let existing = listed(99_000, |i| json!({ "name": format!("n{i}"), "cidrBlock": slash_24(i) }));
    let requests = listed(100_000, |i| match i {
        0..1_000 => json!({ "name": format!("new{i}"), "prefixLength": 20 + i % 5 }),
        _ => small(i - 1_000),
    });
    let pools = ["172.16.0.0/12", "10.0.0.0/8"];
    let plan =
        try_plan(&json!({ "pools": pools, "existing": { "networks": existing }, "requests": requests })).unwrap();
    let of = |status| plan.networks.iter().filter(|network| network.status == status).count();
    assert_eq!((of(NetworkStatus::Kept), of(NetworkStatus::New), plan.unplaced.len()), (99_000, 619, 381));
}

/// How many of the networks get addresses; the others are listed as unplaced.
fn placed(request: &Value) -> usize {
    let plan = try_plan(request).unwrap();
    let (placed, requested) = (plan.networks.len(), request["requests"].as_array().unwrap().len());
    assert_eq!(placed + plan.unplaced.len(), requested);
    placed
}

/// As many pools as there may be, a /16 each.
fn pools() -> Value {
    listed(MAX_POOLS, |i| json!(format!("10.{i}.0.0/16")))
}

#[test]
fn the_most_networks_of_every_size_are_planned() {
    let requests = listed(MAX_ITEMS, |i| network(i, &json!({ "prefixLength": 8 + i % 17 })));
    assert_eq!(placed(&json!({ "pools": pools(), "requests": requests })), 1153);
}

#[test]
fn the_longest_chain_of_sizes_is_planned() {
    let requests = listed(MAX_ITEMS, |i| match i + 1 {
        MAX_ITEMS => small(i),
        next => network(i, &json!({ "like": format!("n{next}") })),
    });
    assert_eq!(placed(&json!({ "pools": pools(), "requests": requests })), 65_536);
}

#[test]
fn the_most_networks_that_share_are_planned_when_all_is_taken() {
    let alone = MAX_ITEMS - MAX_OVERLAPPING;
    let requests = listed(MAX_ITEMS, |i| if i < alone { small(i) } else { sharing(i) });
    assert_eq!(placed(&json!({ "pools": ["10.0.0.0/16"], "requests": requests })), 256);
}

#[test]
fn networks_are_planned_around_the_most_reserved_addresses() {
    let request = json!({ "pools": pools(), "reserved": listed(MAX_ITEMS, address), "requests": listed(1_000, small) });
    assert_eq!(placed(&request), 302);
}

#[test]
fn the_most_networks_that_share_are_planned_around_reserved_addresses() {
    let request = json!({
        "pools": ["10.0.0.0/8"],
        "reserved": listed(2_048, |i| json!(format!("10.{}.{}.1/32", i / 8, i * 32 % 256))),
        "existing": { "networks": [{ "name": "n0", "cidrBlock": "10.0.0.0/8" }] },
        "requests": listed(MAX_OVERLAPPING, |i| {
            network(i, &json!({ "prefixLength": 24, "peers": ["p"], "overlap": "allowed" }))
        })
    });
    assert_eq!(placed(&request), 1);
}

#[test]
fn one_block_that_is_reserved_most_often_is_one_block() {
    let reserved = listed(MAX_ITEMS, |_| json!("10.0.0.0/8"));
    assert_eq!(placed(&json!({ "pools": pools(), "reserved": reserved, "requests": listed(1_000, small) })), 0);
}

#[test]
fn the_largest_requests_are_refused() {
    let circle = listed(MAX_ITEMS, |i| network(i, &json!({ "like": format!("n{}", (i + 1) % MAX_ITEMS) })));
    let refused = try_plan(&json!({ "pools": ["10.0.0.0/16"], "requests": circle })).unwrap_err();
    assert_eq!(refused.path, "request.requests[0].like");
    let same = listed(MAX_ITEMS, |i| network(i, &json!({ "cidrBlock": "10.0.0.0/24" })));
    let request = json!({ "pools": ["10.0.0.0/16"], "requests": [], "existing": { "networks": same } });
    assert_eq!(try_plan(&request).unwrap_err().path, "request.existing.networks[1].cidrBlock");
}
