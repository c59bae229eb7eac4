//! Single plans. Most are in a table: `plans.txt`.

use eventstorecloud_planner::planner::addresses::{AddressPlan, NetworkStatus, ReleasedNetwork};
use serde_json::{Value, json};

use super::try_plan;
use crate::extended;
use crate::lines::Lines;
use crate::table;

fn plan(request: Value) -> AddressPlan {
    try_plan(&request).unwrap()
}

fn networks(plan: &AddressPlan) -> Vec<(&str, &str)> {
    plan.networks.iter().map(|network| (network.name.as_str(), network.cidr_block.as_str())).collect()
}

#[test]
fn plans_are_as_recorded() {
    let usual = json!({ "pools": ["10.0.0.0/16"], "requests": [{ "name": "a", "prefixLength": 24 }] });
    table::check("planner/addresses/plans.txt", |question| {
        let mut request: Value = serde_json::from_str(question).unwrap();
        if request.is_object() {
            request = extended(&usual, &request);
        }
        match try_plan(&request) {
            Ok(plan) => shown(&plan),
            Err(refused) => format!("refused: {refused}"),
        }
    });
}

fn shown(plan: &AddressPlan) -> String {
    assert_eq!(plan.ok, plan.unplaced.is_empty() && plan.diagnostics.is_empty());
    let mut lines = Lines::default();
    for network in &plan.networks {
        lines.add(format!("{:9} {:14} {:?}", network.name, network.cidr_block, network.status));
        network.reasons.iter().for_each(|reason| lines.below(reason));
        if !network.overlaps.is_empty() {
            lines.below(format!("shared with {:?}", network.overlaps));
        }
    }
    for moved in &plan.moved {
        lines.add(format!("moved: {} from {} to {}", moved.name, moved.from, moved.to));
    }
    for released in &plan.released {
        lines.add(format!("released: {} {}", released.name, released.cidr_block));
    }
    for unplaced in &plan.unplaced {
        let cloud = unplaced.cloud.map(|cloud| format!(" in {cloud:?}")).unwrap_or_default();
        let largest = unplaced.largest_free.as_deref().unwrap_or("nothing");
        lines.add(format!("no room: {} of /{}{cloud}", unplaced.name, unplaced.prefix_length));
        lines
            .below(format!("{} addresses are missing in {}, where {largest} is free", unplaced.missing, unplaced.pool));
        lines.below(&unplaced.help);
    }
    for diagnostic in &plan.diagnostics {
        lines.add(format!("{}: {}", diagnostic.name, diagnostic.message));
        lines.below(&diagnostic.help);
    }
    lines.0
}

#[test]
fn a_plan_says_where_everything_is() {
    let plan = plan(json!({
        "pools": [{ "cidrBlock": "10.20.0.0/16", "name": "cloud" }],
        "reserved": [{ "cidrBlock": "10.20.0.0/24", "name": "office" }, "192.168.0.0/16"],
        "requests": [
            { "name": "orders", "cloud": "aws", "region": "us-east-1", "clusters": 31, "peers": ["office", "factory"] },
            { "name": "billing", "cloud": "gcp", "prefixLength": 24, "peers": [] },
            { "name": "stock", "like": "orders" }
        ]
    }));
    assert_eq!(networks(&plan), [("orders", "10.20.2.0/23"), ("billing", "10.20.1.0/24"), ("stock", "10.20.4.0/23")]);
    assert_eq!(
        serde_json::to_value(&plan).unwrap(),
        json!({
            "ok": true,
            "networks": [
                {
                    "name": "orders", "cloud": "aws", "region": "us-east-1", "cidrBlock": "10.20.2.0/23",
                    "first": "10.20.2.0", "last": "10.20.3.255", "size": 512, "prefixLength": 23, "pool": "cloud",
                    "status": "new", "before": "billing", "after": "stock",
                    "reasons": [
                        "a /23 is the smallest supported CIDR block with the 264 addresses planned for 31 clusters: 8 for each and 16 that the cloud may reserve",
                        "`10.20.2.0/23` is the smallest free CIDR block with room for the network"
                    ],
                    "args": { "cidrBlock": "10.20.2.0/23", "resourceProvider": "aws", "region": "us-east-1" }
                },
                {
                    "name": "billing", "cloud": "gcp", "cidrBlock": "10.20.1.0/24",
                    "first": "10.20.1.0", "last": "10.20.1.255", "size": 256, "prefixLength": 24, "pool": "cloud",
                    "status": "new", "after": "orders",
                    "reasons": ["`10.20.1.0/24` is the smallest free CIDR block with room for the network"],
                    "args": { "cidrBlock": "10.20.1.0/24", "resourceProvider": "gcp" }
                },
                {
                    "name": "stock", "cidrBlock": "10.20.4.0/23",
                    "first": "10.20.4.0", "last": "10.20.5.255", "size": 512, "prefixLength": 23, "pool": "cloud",
                    "status": "new", "before": "orders",
                    "reasons": ["a /23 is requested, like `orders`", "`10.20.4.0/22` is the smallest free CIDR block with room for the network"],
                    "args": { "cidrBlock": "10.20.4.0/23" }
                }
            ],
            "released": [], "moved": [], "unplaced": [], "diagnostics": [],
            "free": [{
                "pool": "cloud",
                "cidrBlocks": [
                    "10.20.128.0/17", "10.20.64.0/18", "10.20.32.0/19", "10.20.16.0/20", "10.20.8.0/21", "10.20.6.0/23"
                ],
                "count": 6, "size": 64000
            }],
            "pools": [{
                "name": "cloud", "cidrBlock": "10.20.0.0/16", "size": 65536, "used": 1280, "reserved": 256, "free": 64000,
                "largestFree": "10.20.128.0/17"
            }],
            "routes": [
                { "network": "orders", "peer": "factory", "toNetwork": "10.20.2.0/23" },
                { "network": "orders", "peer": "office", "toNetwork": "10.20.2.0/23" }
            ],
            "peers": [{ "peer": "office", "routes": ["10.20.0.0/24"] }]
        })
    );
}

#[test]
fn a_plan_is_the_lock_of_the_next() {
    let mut request = json!({
        "pools": ["10.0.0.0/16"],
        "requests": [{ "name": "a", "prefixLength": 24 }, { "name": "b", "prefixLength": 22 }, { "name": "c", "prefixLength": 24 }]
    });
    let first = plan(request.clone());
    request["existing"] = serde_json::to_value(&first).unwrap();
    let again = plan(request.clone());
    assert_eq!(networks(&again), networks(&first));
    assert!(again.networks.iter().all(|network| network.status == NetworkStatus::Kept));
    request["requests"] = json!([{ "name": "d", "prefixLength": 23 }, { "name": "c", "prefixLength": 24 }, { "name": "a", "prefixLength": 24 }]);
    let next = plan(request);
    assert_eq!(networks(&next), [("d", "10.0.2.0/23"), ("c", "10.0.1.0/24"), ("a", "10.0.0.0/24")]);
    let released = [ReleasedNetwork { name: "b".to_string(), cidr_block: "10.0.4.0/22".to_string() }];
    assert_eq!(next.released, released);
}

#[test]
fn the_old_block_of_a_network_that_moves_stays_taken() {
    let plan = plan(json!({
        "pools": ["10.0.0.0/16"],
        "existing": { "networks": [{ "name": "a", "cidrBlock": "10.0.0.0/24" }] },
        "requests": [{ "name": "a", "prefixLength": 23, "growth": "move" }]
    }));
    assert_eq!((plan.ok, plan.moved.len(), plan.pools[0].used), (true, 1, 768));
}

#[test]
fn the_routes_of_a_peer_are_what_is_reserved_under_its_name() {
    let plan = plan(json!({
        "pools": ["10.0.0.0/16"],
        "reserved": [
            { "name": "office", "cidrBlock": "10.1.0.0/29" }, { "name": "office", "cidrBlock": "10.1.1.0/28" },
            { "name": "home", "cidrBlock": "10.1.2.0/30" }
        ],
        "requests": [{ "name": "a", "prefixLength": 24, "peers": ["office"] }]
    }));
    assert_eq!((plan.ok, plan.peers.len()), (false, 1));
    assert_eq!(plan.peers[0].routes, ["10.1.0.0/29", "10.1.1.0/28"]);
}

#[test]
fn shared_addresses_stay_shared_when_the_two_come_to_share_a_peer_or_one_goes() {
    let request = |peers: [&str; 3]| {
        let network =
            |name: &str, peer: &str| json!({ "name": name, "prefixLength": 24, "peers": [peer], "overlap": "allowed" });
        let [a, b, c] = peers;
        json!({ "pools": ["10.0.0.0/23"], "requests": [network("a", a), network("b", b), network("c", c)] })
    };
    let shared = plan(request(["x", "y", "y"]));
    assert_eq!(networks(&shared), [("a", "10.0.0.0/24"), ("b", "10.0.1.0/24"), ("c", "10.0.0.0/24")]);
    assert_eq!(shared.networks[0].overlaps, ["c"]);
    assert_eq!(shared.networks[2].overlaps, ["a"]);
    let mut next = request(["y", "y", "y"]);
    next["existing"] = serde_json::to_value(&shared).unwrap();
    let same = plan(next.clone());
    assert_eq!(networks(&same), networks(&shared));
    assert_eq!(same.diagnostics.iter().map(|diagnostic| diagnostic.name.as_str()).collect::<Vec<_>>(), ["c"]);
    next["requests"].as_array_mut().unwrap().remove(0);
    let less = plan(next);
    assert_eq!((less.ok, networks(&less)), (true, vec![("b", "10.0.1.0/24"), ("c", "10.0.0.0/24")]));
}

#[test]
fn pools_and_requests_are_required() {
    for (request, path) in
        [(json!({ "requests": [] }), "request.pools"), (json!({ "pools": ["10.0.0.0/8"] }), "request.requests")]
    {
        let refused = try_plan(&request).unwrap_err();
        assert_eq!((refused.path.as_str(), refused.reason.as_str()), (path, "is required"));
    }
}
