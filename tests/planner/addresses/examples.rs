//! Examples of what is planned, what is said about it, and what is refused.

use serde_json::{Value, json};

use eventstorecloud_planner::catalogue::Catalogue;
use eventstorecloud_planner::catalogue::rows::Cloud;
use eventstorecloud_planner::model::raw::Raw;
use eventstorecloud_planner::planner::addresses::{AddressPlan, NetworkStatus, plan_address_space};

fn raw(request: Value) -> Raw {
    serde_json::from_value(request).unwrap()
}

fn plan(request: Value) -> AddressPlan {
    plan_address_space(&raw(request), &Catalogue::default()).unwrap()
}

fn error(request: Value) -> String {
    plan_address_space(&raw(request), &Catalogue::default()).unwrap_err().to_string()
}

fn networks(plan: &AddressPlan) -> Vec<(&str, &str)> {
    plan.networks.iter().map(|network| (network.name.as_str(), network.cidr_block.as_str())).collect()
}

/// A request for one network in one pool, changed in some places.
fn one(changes: Value) -> Value {
    let mut request = json!({ "name": "a", "prefixLength": 24 });
    for (key, value) in changes.as_object().unwrap() {
        request[key] = value.clone();
    }
    json!({ "pools": ["10.0.0.0/16"], "requests": [request] })
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
                        "a /23 is the smallest CIDR block with the 264 addresses planned for 31 clusters: 8 for each and 16 that the cloud may reserve",
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
    request["requests"] = json!([{ "name": "d", "prefixLength": 23 }, { "name": "c", "prefixLength": 24 }, { "name": "a", "prefixLength": 25 - 1 }]);
    let next = plan(request);
    assert_eq!(networks(&next), [("d", "10.0.2.0/23"), ("c", "10.0.1.0/24"), ("a", "10.0.0.0/24")]);
    assert_eq!((next.released[0].name.as_str(), next.released[0].cidr_block.as_str()), ("b", "10.0.4.0/22"));
}

#[test]
fn a_network_that_grows_moves_only_when_requested() {
    let grow = |growth: &str, pool: &str| {
        plan(json!({
            "pools": [pool],
            "existing": { "networks": [{ "name": "a", "cidrBlock": "10.0.0.0/24" }] },
            "requests": [{ "name": "a", "prefixLength": 23, "growth": growth }]
        }))
    };
    let refused = grow("refuse", "10.0.0.0/16");
    assert_eq!((refused.ok, networks(&refused)), (false, vec![("a", "10.0.0.0/24")]));
    assert_eq!(refused.diagnostics[0].message, "the CIDR block `10.0.0.0/24` is smaller than the requested /23");
    let moved = grow("move", "10.0.0.0/16");
    assert_eq!((moved.ok, networks(&moved)), (true, vec![("a", "10.0.2.0/23")]));
    assert_eq!((moved.moved[0].from.as_str(), moved.moved[0].to.as_str()), ("10.0.0.0/24", "10.0.2.0/23"));
    assert_eq!(moved.pools[0].used, 768, "the old block stays taken");
    let stuck = grow("move", "10.0.0.0/23");
    assert_eq!((stuck.ok, networks(&stuck)), (false, vec![("a", "10.0.0.0/24")]));
    assert_eq!((stuck.unplaced[0].missing, stuck.moved.len()), (256, 0));
}

#[test]
fn an_existing_network_stays_even_where_it_should_not_be() {
    let plan = plan(json!({
        "pools": ["10.0.0.0/16", { "name": "b", "cidrBlock": "10.1.0.0/16" }],
        "reserved": ["10.0.3.0/24"],
        "existing": { "networks": [
            { "name": "outside", "cidrBlock": "10.9.0.0/24" },
            { "name": "reserved", "cidrBlock": "10.0.2.0/23" },
            { "name": "elsewhere", "cidrBlock": "10.0.0.0/24" },
            { "name": "large", "cidrBlock": "10.1.0.0/16" }
        ] },
        "requests": [
            { "name": "outside", "prefixLength": 24 },
            { "name": "reserved", "prefixLength": 24 },
            { "name": "elsewhere", "prefixLength": 24, "pool": "b" },
            { "name": "large", "prefixLength": 24, "cloud": "aws" }
        ]
    }));
    let diagnostics: Vec<&str> = plan.diagnostics.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
    assert_eq!(
        diagnostics,
        [
            "the CIDR block `10.9.0.0/24` is not inside any pool",
            "the CIDR block `10.0.2.0/23` overlaps the reserved CIDR block `10.0.3.0/24`",
            "the CIDR block `10.0.0.0/24` is inside the pool `10.0.0.0/16`, not `b`",
        ]
    );
    assert!(plan.moved.is_empty() && plan.unplaced.is_empty());
    assert_eq!(plan.networks[3].reasons, ["the network exists, and its CIDR block is never made smaller"]);
}

#[test]
fn a_network_without_room_has_help() {
    let help = |request: Value| {
        let plan = plan(request);
        assert!(!plan.ok);
        let unplaced = plan.unplaced.last().unwrap();
        (unplaced.missing, unplaced.pool.clone(), unplaced.largest_free.clone(), unplaced.help.clone())
    };
    let full = json!({
        "pools": [{ "cidrBlock": "10.0.0.0/22", "name": "small" }],
        "reserved": [{ "cidrBlock": "10.0.3.0/25", "name": "office" }],
        "requests": [
            { "name": "a", "prefixLength": 24 }, { "name": "b", "prefixLength": 24 }, { "name": "c", "prefixLength": 23 }
        ]
    });
    assert_eq!(
        help(full),
        (
            256,
            "small".to_string(),
            Some("10.0.1.0/24".to_string()),
            "remove the network `b` to free `10.0.0.0/23`, or add a pool with a free /23".to_string()
        )
    );
    assert_eq!(
        help(json!({ "pools": ["10.0.0.0/22"], "requests": [{ "name": "a", "prefixLength": 20 }] })),
        (
            3072,
            "10.0.0.0/22".to_string(),
            Some("10.0.0.0/22".to_string()),
            "add a pool of at least a /20; no pool that the network may use is that large".to_string()
        )
    );
    let elsewhere = json!({
        "pools": [{ "cidrBlock": "172.17.0.0/16", "name": "docker" }, { "cidrBlock": "10.0.0.0/16", "name": "other" }],
        "requests": [{ "name": "a", "prefixLength": 20, "pool": "docker" }]
    });
    assert_eq!(
        help(elsewhere),
        (4096, "docker".to_string(), None, "use the pool `other`, which has room, instead of `docker`".to_string())
    );
    let bridge = json!({ "pools": ["172.16.0.0/15"], "requests": [
        { "name": "a", "prefixLength": 16 }, { "name": "b", "prefixLength": 16 }
    ] });
    assert_eq!(help(bridge).3, "remove the network `a` to free `172.16.0.0/16`, or add a pool with a free /16");
    let docker = json!({ "pools": ["172.17.0.0/16"], "requests": [{ "name": "a", "prefixLength": 20 }] });
    assert_eq!(
        help(docker).3,
        "remove the reserved CIDR block `172.17.0.0/16` of `Docker's default bridge` to free `172.17.0.0/20`, or add a pool with a free /20"
    );
}

/// The help for a network of some size, where all of a pool is reserved by name.
fn help(pool: &str, reserved: &[(&str, &str)], length: u8) -> String {
    let reserved: Vec<Value> =
        reserved.iter().map(|(name, block)| json!({ "name": name, "cidrBlock": block })).collect();
    let plan = plan(json!({
        "pools": [pool], "reserved": reserved, "requests": [{ "name": "new", "prefixLength": length }]
    }));
    assert!(plan.networks.is_empty());
    plan.unplaced[0].help.clone()
}

#[test]
fn help_removes_as_little_as_possible() {
    let four =
        |a: &'static str, b: &'static str, c: &'static str, d: &'static str| [("a", a), ("b", b), ("c", c), ("d", d)];
    for (pool, reserved, free, without) in [
        // One large block counts as one, wherever the small ones are.
        (
            "10.0.0.0/23",
            &[("a", "10.0.0.0/24"), ("b", "10.0.1.0/25"), ("c", "10.0.1.128/25")][..],
            "10.0.0.0/24",
            "`10.0.0.0/24` of `a`",
        ),
        (
            "10.0.0.0/22",
            &[
                ("a", "10.0.0.0/23"),
                ("b", "10.0.2.0/25"),
                ("c", "10.0.2.128/25"),
                ("d", "10.0.3.0/25"),
                ("e", "10.0.3.128/25"),
            ],
            "10.0.0.0/24",
            "`10.0.0.0/23` of `a`",
        ),
        // Of one and one, the smaller.
        (
            "10.0.0.0/22",
            &[("a", "10.0.0.0/23"), ("b", "10.0.2.0/24"), ("c", "10.0.3.0/24")],
            "10.0.2.0/24",
            "`10.0.2.0/24` of `b`",
        ),
        // Of the same, the lower.
        ("10.0.0.0/23", &[("a", "10.0.1.0/24"), ("b", "10.0.0.0/24")], "10.0.0.0/24", "`10.0.0.0/24` of `b`"),
        // What is inside of a larger block is free only without both.
        (
            "10.0.0.0/23",
            &four("10.0.0.0/23", "10.0.0.0/25", "10.0.0.128/25", "10.0.1.0/25"),
            "10.0.1.0/24",
            "`10.0.0.0/23` of `a` and the reserved CIDR block `10.0.1.0/25` of `d`",
        ),
        (
            "10.0.0.0/23",
            &[("a", "10.0.0.0/23"), ("b", "10.0.0.0/25"), ("c", "10.0.1.255/32")],
            "10.0.1.0/24",
            "`10.0.0.0/23` of `a` and the reserved CIDR block `10.0.1.255/32` of `c`",
        ),
        ("10.0.0.0/23", &[("a", "10.0.0.0/23"), ("b", "10.0.1.255/32")], "10.0.0.0/24", "`10.0.0.0/23` of `a`"),
        // A reserved block may be larger than the pool, and begin before it.
        ("10.0.1.0/24", &[("a", "10.0.0.0/16")], "10.0.1.0/24", "`10.0.0.0/16` of `a`"),
        // No more than three are named.
        (
            "10.0.0.0/24",
            &four("10.0.0.0/26", "10.0.0.64/26", "10.0.0.128/26", "10.0.0.192/26")[..3],
            "10.0.0.0/24",
            "`10.0.0.0/26` of `a`, the reserved CIDR block `10.0.0.64/26` of `b` and the reserved CIDR block `10.0.0.128/26` of `c`",
        ),
        (
            "10.0.0.0/24",
            &four("10.0.0.0/26", "10.0.0.64/26", "10.0.0.128/26", "10.0.0.192/26"),
            "10.0.0.0/24",
            "`10.0.0.0/26` of `a`, the reserved CIDR block `10.0.0.64/26` of `b`, the reserved CIDR block `10.0.0.128/26` of `c` and 1 more",
        ),
    ] {
        let expected =
            format!("remove the reserved CIDR block {without} to free `{free}`, or add a pool with a free /24");
        assert_eq!(help(pool, reserved, 24), expected, "{reserved:?}");
    }
    // Nothing that goes makes a pool larger.
    assert_eq!(
        help("10.0.0.0/22", &[("a", "10.0.0.0/24")], 20),
        "add a pool of at least a /20; no pool that the network may use is that large"
    );
}

#[test]
fn each_network_without_room_is_named_with_its_cloud() {
    let plan = plan(json!({ "pools": ["10.0.0.0/24"], "requests": [
        { "name": "a", "prefixLength": 24 },
        { "name": "b", "prefixLength": 24, "cloud": "aws" },
        { "name": "c", "prefixLength": 24, "cloud": "gcp" },
        { "name": "d", "prefixLength": 24 }
    ] }));
    let unplaced: Vec<_> = plan.unplaced.iter().map(|unplaced| (unplaced.name.as_str(), unplaced.cloud)).collect();
    assert_eq!(unplaced, [("b", Some(Cloud::Aws)), ("c", Some(Cloud::Gcp)), ("d", None)]);
    let help = "remove the network `a` to free `10.0.0.0/24`, or add a pool with a free /24";
    assert!(plan.unplaced.iter().all(|unplaced| unplaced.help == help));
}

#[test]
fn an_existing_network_of_the_requested_size_has_no_diagnostic() {
    let plan = plan(json!({
        "pools": ["10.0.0.0/8", { "name": "b", "cidrBlock": "172.20.0.0/16" }],
        "existing": { "networks": [
            { "name": "largest", "cidrBlock": "10.0.0.0/8" }, { "name": "named", "cidrBlock": "172.20.0.0/24" }
        ] },
        "requests": [
            { "name": "largest", "prefixLength": 8 }, { "name": "named", "prefixLength": 24, "pool": "b" }
        ]
    }));
    assert_eq!((plan.ok, networks(&plan)), (true, vec![("largest", "10.0.0.0/8"), ("named", "172.20.0.0/24")]));
    for network in &plan.networks {
        assert_eq!(network.reasons, ["the network exists and keeps its CIDR block"]);
    }
}

#[test]
fn networks_that_exist_share_addresses_only_where_both_may() {
    let request = |listed: [Value; 2], overlap: [&str; 2]| {
        let existing =
            |name: &str, listed: &Value| json!({ "name": name, "cidrBlock": "10.0.0.0/24", "overlaps": listed });
        let wanted = |name: &str, peer: &str, overlap: &str| json!({ "name": name, "prefixLength": 24, "peers": [peer], "overlap": overlap });
        json!({
            "pools": ["10.0.0.0/16"],
            "existing": { "networks": [existing("a", &listed[0]), existing("b", &listed[1])] },
            "requests": [wanted("a", "x", overlap[0]), wanted("b", "y", overlap[1])]
        })
    };
    // One of the two blocks may have been written by hand, so that it is enough when one names the other.
    let none = || json!([]);
    for listed in [[json!(["b"]), none()], [none(), json!(["a"])], [none(), none()]] {
        let plan = plan(request(listed, ["allowed", "allowed"]));
        assert_eq!((plan.ok, networks(&plan)), (true, vec![("a", "10.0.0.0/24"), ("b", "10.0.0.0/24")]));
    }
    for overlap in [["allowed", "never"], ["never", "allowed"], ["never", "never"]] {
        assert_eq!(
            error(request([none(), none()], overlap)),
            "request.existing.networks[1].cidrBlock: `10.0.0.0/24` overlaps `10.0.0.0/24` of the network `a`, and the two may not share addresses"
        );
        for listed in [[json!(["b"]), none()], [none(), json!(["a"])]] {
            let plan = plan(request(listed, overlap));
            let diagnostics: Vec<_> = plan
                .diagnostics
                .iter()
                .map(|diagnostic| (diagnostic.name.as_str(), diagnostic.message.as_str()))
                .collect();
            assert_eq!(
                diagnostics,
                [(
                    "b",
                    "the CIDR block `10.0.0.0/24` overlaps `10.0.0.0/24` of the network `a`, and the two may no longer share addresses"
                )]
            );
        }
    }
}

#[test]
fn the_bridge_of_docker_is_free_only_when_requested() {
    let mut request = json!({ "pools": ["172.17.0.0/16"], "requests": [{ "name": "a", "prefixLength": 24 }] });
    assert!(plan(request.clone()).networks.is_empty());
    request["reserveNotable"] = json!(false);
    assert_eq!(networks(&plan(request)), [("a", "172.17.0.0/24")]);
}

#[test]
fn cidr_blocks_that_no_peering_can_route_are_reported() {
    let mut request = one(json!({ "peers": ["office"] }));
    request["reserved"] = json!([
        { "name": "office", "cidrBlock": "10.1.0.0/29" }, { "name": "office", "cidrBlock": "10.1.1.0/28" },
        { "name": "home", "cidrBlock": "10.1.2.0/30" }
    ]);
    let plan = plan(request);
    let diagnostics: Vec<&str> = plan.diagnostics.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
    assert_eq!(
        diagnostics,
        ["the reserved CIDR block `10.1.0.0/29` must have a prefix length from 8 to 28 to be a route of a peering"]
    );
    assert_eq!((plan.ok, &plan.peers[0].routes), (false, &vec!["10.1.0.0/29".to_string(), "10.1.1.0/28".to_string()]));
}

#[test]
fn addresses_are_shared_as_a_last_resort_by_those_that_share_no_peer() {
    let request = |peers: [Value; 3], overlap: &str| {
        let network =
            |name: &str, peers: &Value| json!({ "name": name, "prefixLength": 24, "peers": peers, "overlap": overlap });
        json!({
            "pools": ["10.0.0.0/23"],
            "requests": [network("a", &peers[0]), network("b", &peers[1]), network("c", &peers[2])]
        })
    };
    let [x, y, none] = [json!(["x"]), json!(["y"]), json!([])];
    let shared = plan(request([x.clone(), y.clone(), y.clone()], "allowed"));
    assert_eq!(networks(&shared), [("a", "10.0.0.0/24"), ("b", "10.0.1.0/24"), ("c", "10.0.0.0/24")]);
    assert_eq!(
        (shared.ok, &shared.networks[2].overlaps, &shared.networks[0].overlaps),
        (true, &vec!["a".to_string()], &vec!["c".to_string()])
    );
    assert_eq!(plan(request([x.clone(), y.clone(), none.clone()], "allowed")).networks.len(), 3);
    assert_eq!(plan(request([x.clone(), y.clone(), json!(["x", "y"])], "allowed")).unplaced.len(), 1);
    assert_eq!(plan(request([x.clone(), y.clone(), none], "never")).unplaced.len(), 1);
    // The plan is a lock even when one of the two goes, and when they come to share a peer.
    let mut next = request([y.clone(), y.clone(), y], "allowed");
    next["existing"] = serde_json::to_value(&shared).unwrap();
    let same = plan(next.clone());
    assert_eq!(networks(&same), networks(&shared));
    assert_eq!(
        same.diagnostics[0].message,
        "the CIDR block `10.0.0.0/24` overlaps `10.0.0.0/24` of the network `a`, and the two may no longer share addresses"
    );
    next["requests"].as_array_mut().unwrap().remove(0);
    let less = plan(next);
    assert_eq!((less.ok, networks(&less)), (true, vec![("b", "10.0.1.0/24"), ("c", "10.0.0.0/24")]));
}

#[test]
fn invalid_requests_have_their_path() {
    let pools = |pools: Value| json!({ "pools": pools, "requests": [] });
    let existing =
        |networks: Value| json!({ "pools": ["10.0.0.0/8"], "requests": [], "existing": { "networks": networks } });
    let two = |a: Value, b: Value| json!({ "pools": ["10.0.0.0/8"], "requests": [a, b] });
    for (request, message) in [
        (json!(3), "request: must be an object, not a number"),
        (json!({ "requests": [] }), "request.pools: is required"),
        (json!({ "pools": ["10.0.0.0/8"] }), "request.requests: is required"),
        (json!({ "pool": [] }), "request.pool: unknown key; did you mean `pools`?"),
        (pools(json!([])), "request.pools: must not be empty; add a CIDR block such as `10.20.0.0/16`"),
        (
            pools(json!([7])),
            "request.pools[0]: must be a CIDR block such as `10.20.0.0/16`, or an object with `cidrBlock` and `name`, not a number",
        ),
        (
            pools(json!(["10.0.0.1/16"])),
            "request.pools[0]: `10.0.0.1/16` has host bits set after its prefix; use `10.0.0.0/16`",
        ),
        (
            pools(json!([{ "cidrBlock": "ten" }])),
            "request.pools[0].cidrBlock: `ten` is not an IPv4 CIDR block such as `10.20.0.0/16`",
        ),
        (pools(json!([{ "name": "x" }])), "request.pools[0].cidrBlock: is required"),
        (
            pools(json!(["8.8.8.0/24"])),
            "request.pools[0]: `8.8.8.0/24` is not inside private address space; use a CIDR block inside `10.0.0.0/8`, `172.16.0.0/12` or `192.168.0.0/16`",
        ),
        (
            pools(json!(["10.0.0.0/16", "10.0.0.0/24"])),
            "request.pools[1]: `10.0.0.0/24` overlaps the pool `10.0.0.0/16`",
        ),
        (
            pools(json!([{ "cidrBlock": "10.0.0.0/16", "name": "x" }, { "cidrBlock": "10.1.0.0/16", "name": "x" }])),
            "request.pools[1].name: duplicate pool name `x`",
        ),
        (
            json!({ "pools": ["10.0.0.0/8"], "requests": [], "reserved": ["10.0.0.0"] }),
            "request.reserved[0]: `10.0.0.0` has no prefix length; for this one address, use `10.0.0.0/32`",
        ),
        (
            json!({ "pools": ["10.0.0.0/8"], "requests": [], "reserveNotable": 1 }),
            "request.reserveNotable: must be a boolean, not a number",
        ),
        (existing(json!([{ "name": "a" }])), "request.existing.networks[0].cidrBlock: is required"),
        (
            existing(json!([{ "name": "a", "cidrBlock": "0.0.0.0/0" }])),
            "request.existing.networks[0].cidrBlock: `0.0.0.0/0` is larger than a /8, the largest CIDR block of a network",
        ),
        (
            existing(json!([{ "name": "a", "cidrBlock": "10.0.0.0/24" }, { "name": "a", "cidrBlock": "10.1.0.0/24" }])),
            "request.existing.networks[1].name: duplicate network name `a`",
        ),
        (
            existing(json!([{ "name": "b", "cidrBlock": "10.0.0.0/24" }, { "name": "a", "cidrBlock": "10.0.0.0/16" }])),
            "request.existing.networks[1].cidrBlock: `10.0.0.0/16` overlaps `10.0.0.0/24` of the network `b`, and the two may not share addresses",
        ),
        (one(json!({ "name": " " })), "request.requests[0].name: must not be blank"),
        (one(json!({ "cloud": "gpc" })), "request.requests[0].cloud: unknown cloud `gpc`; did you mean `gcp`?"),
        (
            one(json!({ "prefixLength": 25 })),
            "request.requests[0].prefixLength: must be an integer from 8 to 24, not 25",
        ),
        (
            one(json!({ "cloud": "aws", "prefixLength": 15 })),
            "request.requests[0].prefixLength: must be an integer from 16 to 24, not 15",
        ),
        (
            one(json!({ "prefixLength": 16.5 })),
            "request.requests[0].prefixLength: must be an integer from 8 to 24, not 16.5",
        ),
        (one(json!({ "clusters": 1 })), "request.requests[0]: has `prefixLength` and `clusters`; set only one of them"),
        (one(json!({ "pool": "x" })), "request.requests[0].pool: unknown pool `x`"),
        (one(json!({ "growth": "moved" })), "request.requests[0].growth: unknown growth `moved`; did you mean `move`?"),
        (
            one(json!({ "overlap": "allowed" })),
            "request.requests[0].overlap: `allowed` requires `peers`; a network without `peers` may be peered with any network",
        ),
        (one(json!({ "peers": ["x", "x"] })), "request.requests[0].peers[1]: duplicate peer `x`"),
        (one(json!({ "peers": [null] })), "request.requests[0].peers[0]: must be a string, not `null`"),
        (
            two(json!({ "name": "a", "clusters": 0 }), json!({})),
            "request.requests[0].clusters: must be an integer from 1 to 2,097,150, not 0",
        ),
        (
            two(json!({ "name": "a" }), json!({})),
            "request.requests[0]: has no size; set `prefixLength`, `clusters` or `like`",
        ),
        (
            two(json!({ "name": "a", "prefixLength": 24 }), json!({ "name": "a", "prefixLength": 24 })),
            "request.requests[1].name: duplicate network name `a`; `request.requests[0]` has it too",
        ),
        (
            two(json!({ "name": "orders", "prefixLength": 24 }), json!({ "name": "b", "like": "ordres" })),
            "request.requests[1].like: unknown network `ordres`; did you mean `orders`?",
        ),
        (
            two(json!({ "name": "a", "like": "b" }), json!({ "name": "b", "like": "a" })),
            "request.requests[0].like: cycle: `a` -> `b` -> `a`; set `prefixLength` or `clusters` of one of them",
        ),
        (
            two(json!({ "name": "a", "like": "a" }), json!({ "name": "b", "like": "a" })),
            "request.requests[0].like: cycle: `a` -> `a`; set `prefixLength` or `clusters` of one of them",
        ),
        (
            two(json!({ "name": "a", "like": "b" }), json!({ "name": "b", "like": "b" })),
            "request.requests[0].like: cycle: `a` -> `b` -> `b`; set `prefixLength` or `clusters` of one of them",
        ),
        (
            json!({ "pools": ["10.0.0.0/8"], "requests": [
                { "name": "a", "like": "b" }, { "name": "b", "like": "a" },
                { "name": "c", "prefixLength": 24 }, { "name": "d", "prefixLength": 24 }
            ] }),
            "request.requests[0].like: cycle: `a` -> `b` -> `a`; set `prefixLength` or `clusters` of one of them",
        ),
        (
            two(json!({ "name": "a", "cloud": "aws", "like": "b" }), json!({ "name": "b", "prefixLength": 8 })),
            "request.requests[0].like: the network `b` has a /8; AWS supports /16 to /24",
        ),
    ] {
        assert_eq!(error(request.clone()), message, "{request}");
    }
}
