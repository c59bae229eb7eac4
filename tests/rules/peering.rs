//! Which rule is about what: every fault of a peering is reported once.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use eventstorecloud_planner::diagnostic::{Diagnostic, Report};
use eventstorecloud_planner::model::peering;
use eventstorecloud_planner::model::resource::{Args, Notation};
use eventstorecloud_planner::rules::{build, check_document};
use rule_pages::page::{expand, input};

fn check_as(document: Value, profile: &str) -> Report {
    let (document, _) = expand(&document.to_string()).unwrap();
    let options = serde_json::from_value(json!({ "profile": profile })).unwrap();
    check_document(input(&document).unwrap(), &options).unwrap()
}

fn check(resources: Vec<Value>) -> Report {
    check_as(json!({ "resources": resources }), "default")
}

fn network(name: &str, args: Value) -> Value {
    json!({ "kind": "Network", "name": name, "args": args })
}

fn network_with(name: &str, cidr: &str) -> Value {
    network(name, json!({ "cidrBlock": cidr }))
}

fn peering(name: &str, args: Value) -> Value {
    json!({ "kind": "Peering", "name": name, "args": args })
}

fn to(name: &str, network: &str, routes: &[&str]) -> Value {
    peering(name, json!({ "networkId": { "ref": network }, "routes": routes }))
}

/// Checks a peering on AWS, completed, of a network that is also on AWS.
fn on_aws(args: Value) -> Report {
    let mut args = args;
    args["networkId"] = json!({ "ref": "net" });
    check(vec![network("net", json!({})), peering("p", args)])
}

fn of_peerings(report: &Report) -> impl Iterator<Item = &Diagnostic> {
    report.diagnostics.iter().filter(|diagnostic| diagnostic.code.starts_with("PEER"))
}

fn codes(report: &Report) -> Vec<&'static str> {
    of_peerings(report).map(|diagnostic| diagnostic.code).collect()
}

/// Code, resource and path of every diagnostic, and what is related.
fn locations(report: &Report) -> Vec<String> {
    let name = |d: &Diagnostic| d.resource.as_ref().unwrap().name.clone();
    of_peerings(report)
        .map(|d| {
            let related = d.related.iter().map(|related| format!("{}.{}", related.resource.name, related.path));
            format!("{} {}.{} {}", d.code, name(d), d.path, related.collect::<Vec<_>>().join(" "))
        })
        .collect()
}

/// The values that fixes write.
fn fixed(report: &Report) -> Vec<Value> {
    let edits = of_peerings(report).flat_map(|diagnostic| &diagnostic.fix);
    edits.map(|edit| serde_json::to_value(edit).unwrap()["value"].clone()).collect()
}

const TENANT: &str = "0f8fad5b-d9cb-469f-a165-70867728950e";
const SUBSCRIPTION: &str = "7b2f3c4d-1a2b-4c3d-8e9f-0a1b2c3d4e5f";

fn virtual_network() -> String {
    format!("/subscriptions/{SUBSCRIPTION}/resourceGroups/apps/providers/Microsoft.Network/virtualNetworks/v")
}

#[test]
fn each_cloud_is_reported_by_one_rule() {
    let gcp = json!({ "peerNetworkRegion": "us-east1", "peerAccountId": "orders-prod", "peerNetworkId": "apps" });
    for (own, peer, as_gcp, expected, fix) in [
        ("aws", "aws", false, &[][..], None),
        ("aws", "AWS", false, &["PEER002"], Some("aws")),
        ("aws", " aws ", false, &["PEER002"], Some("aws")),
        ("aws", "", false, &["PEER001"], Some("aws")),
        ("aws", "amazon", false, &["PEER001"], Some("aws")),
        // The rest of the peering suits another cloud: something other than the name may be wrong.
        ("gcp", "google", false, &["PEER001"], None),
        ("gcp", "google", true, &["PEER001"], Some("gcp")),
        ("gcp", "aws", true, &["PEER003"], Some("gcp")),
        ("gcp", "aws", false, &["PEER003"], None),
        ("gcp", "Google Cloud", true, &["PEER001"], Some("gcp")),
        ("nowhere", "aws", false, &[], None),
    ] {
        let region = if own == "gcp" { "us-east1" } else { "us-east-1" };
        let mut args = if as_gcp { gcp.clone() } else { json!({}) };
        args["networkId"] = json!({ "ref": "net" });
        args["peerResourceProvider"] = json!(peer);
        let net = network("net", json!({ "resourceProvider": own, "region": region }));
        let report = check(vec![net, peering("p", args)]);
        assert_eq!(codes(&report), expected, "{own} {peer}");
        assert_eq!(fixed(&report), Vec::from_iter(fix.map(Value::from)), "{own} {peer}");
    }
    // Without the network, only the rest of the peering tells the cloud.
    let alone = |args| check(vec![peering("p", args)]);
    assert_eq!(fixed(&alone(json!({ "peerResourceProvider": "amazon" }))), Vec::<Value>::new());
    let mut args = gcp.clone();
    args["peerResourceProvider"] = json!("gcp ");
    assert_eq!(codes(&alone(args)), ["PEER002"]);
}

#[test]
fn each_region_is_reported_by_one_rule() {
    for (own, peer, expected, fix) in [
        ("us-east-1", "us-east-1", &[][..], None),
        ("us-east-1", "us-west-2", &["PEER004"], None),
        ("US-East-1", "us-east-1", &[], None),
        ("us-east-1", " US-East-1", &["PEER005"], Some("us-east-1")),
        ("us-west-2", " US-East-1", &["PEER005", "PEER004"], Some("us-east-1")),
        ("us-west-2", "us-east1", &["PEER005"], Some("us-east-1")),
        ("us-west-2", "mars", &["PEER005"], None),
        ("us-west-2", "", &["PEER005"], None),
        // Where a network with an invalid region is, is not known.
        ("us-east1", "us-west-2", &[], None),
    ] {
        let net = network("net", json!({ "region": own }));
        let args = json!({ "networkId": { "ref": "net" }, "peerNetworkRegion": peer });
        let report = check(vec![net, peering("p", args)]);
        let mut found = codes(&report);
        found.sort_unstable();
        let mut expected = expected.to_vec();
        expected.sort_unstable();
        assert_eq!(found, expected, "{own} {peer}");
        assert_eq!(fixed(&report), Vec::from_iter(fix.map(Value::from)), "{own} {peer}");
    }
    // In an unknown cloud, every spelling of a region is accepted.
    assert_eq!(codes(&on_aws(json!({ "peerResourceProvider": "x", "peerNetworkRegion": "East US" }))), ["PEER001"]);
}

#[test]
fn each_route_is_reported_by_one_rule() {
    for (route, expected, fix) in [
        ("172.20.0.0/16", None, None),
        ("172.20.0.0/28", None, None),
        ("172.20.0.5/16", Some("PEER007"), Some("172.20.0.0/16")),
        (" 172.20.0.5/16", Some("PEER007"), Some("172.20.0.0/16")),
        ("172.20.0.0/16 ", Some("PEER007"), Some("172.20.0.0/16")),
        ("172.20.0.0/29 ", Some("PEER007"), None),
        ("172.20.0.0", Some("PEER007"), None),
        ("", Some("PEER007"), None),
        ("172.20.0.0/033", Some("PEER007"), None),
        ("172.020.0.0/16", Some("PEER007"), None),
        ("2001:db8::/32", Some("PEER007"), None),
        ("apps", Some("PEER007"), None),
        ("172.20.0.1/29", Some("PEER008"), None),
        ("172.20.0.0/29", Some("PEER008"), None),
        ("172.20.0.1/32", Some("PEER008"), None),
        ("0.0.0.0/0", Some("PEER008"), None),
        ("10.0.0.0/7", Some("PEER008"), None),
        ("10.20.4.0/24", Some("PEER009"), None),
        ("10.0.0.0/8", Some("PEER009"), None),
        ("172.250.0.0/24", Some("PEER010"), None),
        ("172.0.0.0/8", Some("PEER010"), None),
    ] {
        let report = on_aws(json!({ "routes": [route] }));
        assert_eq!(codes(&report), Vec::from_iter(expected), "{route:?}");
        assert_eq!(fixed(&report), Vec::from_iter(fix.map(Value::from)), "{route:?}");
        assert!(report.diagnostics.iter().all(|d| d.path == "routes[0]"), "{route:?}");
    }
    // Two faults: how it is written, and what it overlaps. The fix of one does not change the other.
    assert_eq!(codes(&on_aws(json!({ "routes": ["10.20.0.1/24"] }))), ["PEER007", "PEER009"]);
    assert_eq!(codes(&on_aws(json!({ "routes": [] }))), ["PEER006"]);
    assert_eq!(codes(&on_aws(json!({ "routes": { "unknown": true } }))), Vec::<&str>::new());
    assert_eq!(codes(&on_aws(json!({ "routes": [{ "unknown": true }] }))), Vec::<&str>::new());
}

#[test]
fn each_identifier_is_reported_by_one_rule() {
    let net = virtual_network();
    let padded = format!("{net} ");
    for (cloud, account, id, expected, fix) in [
        ("aws", "012345678901", "vpc-0a1b2c3d", None, None),
        ("aws", "arn:aws:iam::012345678901:root", "vpc-0a1b2c3d", Some("PEER011"), None),
        ("aws", " 012345678901", "vpc-0a1b2c3d", Some("PEER011"), Some("012345678901")),
        ("aws", "", "vpc-0a1b2c3d", Some("PEER011"), None),
        ("aws", "012345678901", "my-vpc", Some("PEER012"), None),
        ("aws", "012345678901", "VPC-0A1B2C3D ", Some("PEER012"), Some("vpc-0a1b2c3d")),
        ("gcp", "orders-prod", "apps", None, None),
        ("gcp", "123456789012", "apps", Some("PEER013"), None),
        ("gcp", "Orders-prod", "apps", Some("PEER013"), Some("orders-prod")),
        ("gcp", "orders-prod", "projects/orders-prod/global/networks/apps", Some("PEER014"), None),
        ("gcp", "orders-prod", "apps ", Some("PEER014"), Some("apps")),
        ("azure", TENANT, net.as_str(), None, None),
        ("azure", "orders", net.as_str(), Some("PEER015"), None),
        (
            "azure",
            "0F8FAD5B-D9CB-469F-A165-70867728950E ",
            net.as_str(),
            Some("PEER015"),
            Some("0F8FAD5B-D9CB-469F-A165-70867728950E"),
        ),
        ("azure", SUBSCRIPTION, net.as_str(), Some("PEER015"), None),
        ("azure", TENANT, "my-vnet", Some("PEER016"), None),
        ("azure", TENANT, padded.as_str(), Some("PEER016"), Some(net.as_str())),
        ("nowhere", "x", "y", Some("PEER001"), None),
    ] {
        let region = match cloud {
            "gcp" => "us-east1",
            "azure" => "eastus",
            _ => "us-east-1",
        };
        let args = json!({
            "peerResourceProvider": cloud, "peerNetworkRegion": region, "peerAccountId": account, "peerNetworkId": id,
        });
        let report = check(vec![peering("p", args.clone())]);
        assert_eq!(codes(&report), Vec::from_iter(expected), "{args}");
        assert_eq!(fixed(&report), Vec::from_iter(fix.map(Value::from)), "{args}");
        // In another case it is the same cloud; in an unknown cloud, the rest does not matter.
        let mut shouted = args.clone();
        shouted["peerResourceProvider"] = json!(cloud.to_uppercase());
        let count = if cloud == "nowhere" { 1 } else { 1 + Vec::from_iter(expected).len() };
        assert_eq!(codes(&check(vec![peering("p", shouted)])).len(), count, "{args}");
        let own = if cloud == "gcp" { ("aws", "us-east-1") } else { ("gcp", "us-east1") };
        let mut elsewhere = args.clone();
        elsewhere["networkId"] = json!({ "ref": "net" });
        let net = network("net", json!({ "resourceProvider": own.0, "region": own.1 }));
        let wanted = if cloud == "nowhere" { "PEER001" } else { "PEER003" };
        assert_eq!(codes(&check(vec![net, peering("p", elsewhere)])), [wanted], "{args}");
    }
    // The subscription is one in any case and with white space around it, and no spelling makes a tenant of it.
    let args = json!({
        "peerResourceProvider": "azure", "peerNetworkRegion": "eastus",
        "peerAccountId": format!(" {}", SUBSCRIPTION.to_uppercase()), "peerNetworkId": padded,
    });
    assert_eq!(codes(&check(vec![peering("p", args)])), ["PEER015", "PEER016"]);
}

#[test]
fn networks_with_one_peer_are_compared() {
    let nets = |a: &str, b: &str| [network_with("a", a), network_with("b", b)];
    let with = |a: &str, b: &str, peerings: Vec<Value>| locations(&check([nets(a, b).to_vec(), peerings].concat()));
    let none = Vec::<String>::new();
    // A route of one peering is in the CIDR block of the other network.
    let found =
        with("10.20.0.0/16", "10.21.0.0/16", vec![to("pa", "a", &["10.21.4.0/24"]), to("pb", "b", &["172.20.0.0/16"])]);
    assert_eq!(found, ["PEER009 pb.networkId pa.routes[0] b.cidrBlock"]);
    // Two such routes are reported once, and so is a route that the own peering has as well.
    let found = with(
        "10.20.0.0/16",
        "10.21.0.0/16",
        vec![to("pa", "a", &["172.20.0.0/16", "10.21.4.0/24", "10.21.8.0/24"]), to("pb", "b", &["172.20.0.0/16"])],
    );
    assert_eq!(found, ["PEER009 pb.networkId pa.routes[1] b.cidrBlock"]);
    let found =
        with("10.20.0.0/16", "10.21.0.0/16", vec![to("pa", "a", &["10.21.4.0/24"]), to("pb", "b", &["10.21.0.0/16"])]);
    assert_eq!(found, ["PEER009 pb.routes[0] b.cidrBlock"]);
    // The CIDR blocks themselves are compared: the second peering is reported, with the first.
    let found = with(
        "10.20.0.0/16",
        "10.20.128.0/17",
        vec![to("pb", "b", &["172.20.0.0/16"]), to("pa", "a", &["172.20.0.0/16"])],
    );
    assert_eq!(found, ["PEER018 pa.networkId b.cidrBlock"]);
    // However the CIDR block is spelled: fixing that must not add a new error.
    let found = with(
        "10.20.0.1/16",
        " 10.20.128.0/17",
        vec![to("pa", "a", &["10.20.0.0/24"]), to("pb", "b", &["172.20.0.0/16"])],
    );
    assert_eq!(found, ["PEER009 pa.routes[0] a.cidrBlock", "PEER018 pb.networkId a.cidrBlock"]);
    // CIDR blocks that are invalid, or have to be replaced, are not compared.
    for wrong in ["10.0.0.0/4", "10.20.0.0", "", "10.20.0.0/25"] {
        let found =
            with("10.20.0.0/16", wrong, vec![to("pa", "a", &["172.20.0.0/16"]), to("pb", "b", &["172.20.0.0/16"])]);
        assert_eq!(found, none, "{wrong:?}");
    }
    // Other peers, and unknown peers.
    let mut elsewhere = to("pb", "b", &["172.21.0.0/16"]);
    for other in [json!("vpc-0a1b2c3d"), json!({ "unknown": true })] {
        elsewhere["args"]["peerNetworkId"] = other;
        let found = with("10.20.0.0/16", "10.20.0.0/16", vec![to("pa", "a", &["172.20.0.0/16"]), elsewhere.clone()]);
        assert_eq!(found, none);
    }
    // One network, peered twice: its CIDR block does not overlap itself.
    let found =
        with("10.20.0.0/16", "10.21.0.0/16", vec![to("p", "a", &["172.20.0.0/16"]), to("q", "a", &["172.20.0.0/16"])]);
    assert_eq!(found, ["PEER017 q.peerNetworkId p.peerNetworkId"]);
    // A peering of a network outside the program has routes as well.
    let outside = peering("pa", json!({ "routes": ["10.21.0.0/16"] }));
    let found = with("10.20.0.0/16", "10.21.0.0/16", vec![outside, to("pb", "b", &["172.20.0.0/16"])]);
    assert_eq!(found, ["PEER009 pb.networkId pa.routes[0] b.cidrBlock"]);
}

#[test]
fn a_public_network_is_reported_once() {
    for (public, cidr, expected) in [
        (json!(true), Value::Null, &["PEER019"][..]),
        (json!(true), json!("172.20.0.0/16"), &["PEER019"]),
        (json!(false), json!("10.20.0.0/16"), &[]),
        (json!({ "unknown": true }), json!("172.20.0.0/16"), &["PEER009"]),
        (json!({ "unknown": true }), json!("10.20.0.0/16"), &[]),
    ] {
        let net = network("net", json!({ "publicAccess": public, "cidrBlock": cidr }));
        assert_eq!(codes(&check(vec![net, to("p", "net", &["172.20.0.0/16"])])), expected, "{public}");
    }
    // Where the package has no public networks, another rule reports that.
    let net = network("net", json!({ "publicAccess": true }));
    let old = json!({ "target": "eventstorecloud@0.2.19", "resources": [net, to("p", "net", &["172.20.0.0/16"])] });
    assert_eq!(codes(&check_as(old, "default")), Vec::<&str>::new());
}

#[test]
fn routes_are_compared_within_a_network() {
    let wide = &["172.20.0.0/16"][..];
    let narrow = &["172.20.4.0/24"][..];
    let other = |mut peering: Value| {
        peering["args"]["peerNetworkId"] = json!("vpc-0a1b2c3d");
        peering
    };
    let unknown = |mut peering: Value| {
        peering["args"]["networkId"] = json!({ "unknown": true });
        peering
    };
    for (peerings, expected) in [
        (vec![to("p", "a", &["172.20.0.0/16", "172.21.0.0/16"])], &[][..]),
        (
            vec![to("p", "a", &["172.20.0.0/16", "172.20.4.0/24", "172.20.4.0/24"])],
            &["PEER023 p.routes[1] p.routes[0]", "PEER023 p.routes[2] p.routes[0]"],
        ),
        (vec![to("p", "a", narrow), other(to("q", "a", wide))], &["PEER023 q.routes[0] p.routes[0]"]),
        // Two networks may reach the same addresses in two ways.
        (vec![to("p", "a", narrow), other(to("q", "b", wide))], &[]),
        // PEER017 reports two peerings of the same two networks.
        (vec![to("p", "a", narrow), to("q", "a", wide)], &["PEER017 q.peerNetworkId p.peerNetworkId"]),
        (
            vec![to("p", "a", narrow), to("q", "a", wide), other(to("r", "a", wide))],
            &["PEER017 q.peerNetworkId p.peerNetworkId", "PEER023 r.routes[0] p.routes[0]"],
        ),
        (vec![unknown(to("p", "a", narrow)), other(to("q", "a", wide))], &[]),
        (
            vec![unknown(to("p", "a", &["172.20.0.0/16", "172.20.0.0/16"])), to("q", "a", wide)],
            &["PEER023 p.routes[1] p.routes[0]"],
        ),
    ] {
        let nets = vec![network_with("a", "10.20.0.0/16"), network_with("b", "10.21.0.0/16")];
        assert_eq!(locations(&check([nets, peerings].concat())), expected);
    }
}

#[test]
fn the_other_side_is_required_in_whole_programs() {
    let azure = json!({
        "peerResourceProvider": "azure", "peerNetworkRegion": "eastus", "peerAccountId": TENANT,
        "peerNetworkId": virtual_network(),
    });
    let gcp = json!({
        "peerResourceProvider": "gcp", "peerNetworkRegion": "us-east1", "peerAccountId": "orders-prod",
        "peerNetworkId": "apps",
    });
    let foreign = |kind: &str, name: &str| json!({ "kind": kind, "name": name });
    let role = || foreign("azure-native:authorization:RoleAssignment", "role");
    let mut after = peering("p", azure.clone());
    after["dependsOn"] = json!(["vnet", "role"]);
    let unknown = json!({ "peerResourceProvider": { "unknown": true } });
    for (resources, expected) in [
        (vec![peering("p", json!({}))], &["PEER020"][..]),
        (
            vec![
                peering("p", json!({})),
                foreign("aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter", "x"),
            ],
            &[],
        ),
        (vec![peering("p", json!({})), foreign("aws:ec2/vpc:Vpc", "x")], &["PEER020"]),
        (vec![peering("p", gcp.clone())], &["PEER021"]),
        (vec![peering("p", gcp), foreign("gcp:compute/networkPeering:NetworkPeering", "x")], &[]),
        (vec![peering("p", azure.clone())], &["PEER022"]),
        (vec![peering("p", azure), role()], &["PEER022"]),
        (vec![after.clone(), role()], &[]),
        (vec![after.clone(), foreign("azure:authorization/assignment:Assignment", "role")], &[]),
        (vec![after, foreign("azure-native:network:VirtualNetwork", "role")], &["PEER022"]),
        (vec![peering("p", unknown)], &[]),
    ] {
        assert_eq!(
            codes(&check_as(json!({ "partial": false, "resources": resources }), "advice")),
            expected,
            "{resources:?}"
        );
    }
    let args = json!({
        "projectId": "p", "networkId": "n", "peerResourceProvider": "aws", "peerNetworkRegion": "us-east-1",
        "peerAccountId": "012345678901", "peerNetworkId": "vpc-0a1b2c3d", "routes": ["172.20.0.0/16"],
    });
    let options = serde_json::from_value(json!({ "profile": "advice" })).unwrap();
    let built =
        build(&peering::KIND, Args::Whole(serde_json::from_value(args).unwrap()), Notation::Call, &options).unwrap();
    assert_eq!(codes(&built.report), Vec::<&str>::new());
}

#[test]
fn unknown_values_are_deferred_where_they_matter() {
    let deferred = |report: &Report, path: &str| {
        let entries = report.deferred.iter().filter(|entry| entry.path == path);
        let codes = entries.flat_map(|entry| entry.codes.clone());
        codes.filter(|code| code.starts_with("PEER")).collect::<Vec<_>>().join(" ")
    };
    let unknown = json!({ "unknown": true });
    let report = check(vec![peering(
        "p",
        json!({
            "peerResourceProvider": unknown, "peerNetworkRegion": unknown, "peerAccountId": unknown, "peerNetworkId": unknown,
            "routes": [unknown], "networkId": unknown,
        }),
    )]);
    assert_eq!(codes(&report), Vec::<&str>::new());
    assert_eq!(
        deferred(&report, "peerResourceProvider"),
        "PEER001 PEER002 PEER003 PEER004 PEER005 PEER011 PEER012 PEER013 PEER014 PEER015 PEER016"
    );
    assert_eq!(deferred(&report, "routes[0]"), "PEER007 PEER008 PEER009 PEER010 PEER023");
    assert_eq!(deferred(&report, "networkId"), "PEER019");
    // A single peering is compared with no other, and nothing is known of a network outside the program.
    let report = check(vec![peering("p", json!({}))]);
    assert_eq!(deferred(&report, "networkId"), "PEER003 PEER004 PEER009 PEER019");
    // Two peerings may be of the same two networks, or of one peer.
    let report = check(vec![
        peering("p", json!({ "peerNetworkId": unknown })),
        peering("q", json!({ "routes": ["172.21.0.0/16"] })),
    ]);
    assert_eq!(deferred(&report, "peerNetworkId"), "PEER009 PEER012 PEER017 PEER018 PEER023");
}

#[test]
fn peerings_without_a_common_peer_defer_nothing_for_each_other() {
    let compared = |report: &Report, path: &str| {
        let entries = report.deferred.iter().filter(|entry| entry.path == path);
        entries.flat_map(|entry| entry.codes.clone()).filter(|code| ["PEER017", "PEER018"].contains(code)).count()
    };
    let unknown = json!({ "unknown": true });
    let alone = check(vec![peering("p", json!({ "peerNetworkId": unknown }))]);
    assert_eq!(compared(&alone, "peerNetworkId"), 0);
    for (other, expected) in [("vpc-00000000000000001", 0), ("vpc-0a1b2c3d4e5f67890", 4)] {
        let peers = ["vpc-0a1b2c3d4e5f67890", other];
        let of = |(name, peer): (&str, &str)| peering(name, json!({ "networkId": unknown, "peerNetworkId": peer }));
        let report = check(["p", "q"].into_iter().zip(peers).map(of).collect());
        assert_eq!(compared(&report, "networkId"), expected, "{other}");
    }
}

#[test]
fn a_cloud_is_fixed_only_where_everything_else_suits_it() {
    let azure_id = virtual_network();
    let gcp = ["gcp", "google", "us-east1", "orders-prod", "apps"];
    let azure = ["azure", "microsoft", "eastus", TENANT, &azure_id];
    let with = |of: [&'static str; 5], index: usize, text: &'static str| {
        let mut changed = of;
        changed[index] = text;
        changed.map(str::to_string)
    };
    for ([own, written, region, account, net], is_certain) in [
        (gcp.map(str::to_string), true),
        (with(gcp, 2, "us-east-1"), false),
        (with(gcp, 3, "123456789012"), false),
        (with(gcp, 4, "projects/p/global/networks/apps"), false),
        (azure.map(str::to_string), true),
        // The subscription instead of the tenant.
        (azure.map(|text| text.replace(TENANT, SUBSCRIPTION)), false),
    ] {
        let own_region = if own == "gcp" { "us-east1" } else { "eastus" };
        let args = json!({
            "networkId": { "ref": "net" }, "peerResourceProvider": written, "peerNetworkRegion": region,
            "peerAccountId": account, "peerNetworkId": net,
        });
        let report =
            check(vec![network("net", json!({ "resourceProvider": own, "region": own_region })), peering("p", args)]);
        let found = of_peerings(&report).find(|found| found.code == "PEER001").unwrap();
        let expected = is_certain.then(|| json!({ "path": "peerResourceProvider", "value": own }));
        assert_eq!(json!(found.fix), json!(Vec::from_iter(expected)), "{region} {account} {net}");
    }
}

#[test]
fn the_message_says_what_is_wrong_with_an_identifier() {
    for (written, message) in [
        (" ", "`peerNetworkId` is blank"),
        (" vpc-0a1b2c3d", "` vpc-0a1b2c3d` has white space around it"),
        ("apps", "`apps` is not the id of an AWS VPC"),
    ] {
        let report = on_aws(json!({ "peerNetworkId": written }));
        let found = of_peerings(&report).find(|found| found.code == "PEER012").unwrap();
        assert_eq!(found.message, message);
    }
}

#[test]
fn secret_values_are_not_shown() {
    for (path, value) in [
        ("peerResourceProvider", json!("hush")),
        ("peerNetworkRegion", json!("hush")),
        ("peerAccountId", json!("hush")),
        ("peerNetworkId", json!("hush")),
        ("routes", json!(["hush"])),
        ("routes", json!(["10.20.77.0/24", "10.20.77.0/24"])),
    ] {
        let report = on_aws(json!({ path: { "secret": value } }));
        assert_ne!(codes(&report), Vec::<&str>::new(), "{path}");
        for diagnostic in of_peerings(&report) {
            let text = format!("{}{}", diagnostic.message, diagnostic.help);
            assert!(!text.contains("hush") && !text.contains("77") && diagnostic.fix.is_empty(), "{text}");
        }
    }
}

/// Comparing all pairs would take minutes.
#[test]
fn many_networks_with_one_peer_are_fast() {
    const MANY: usize = 10_000;
    // All networks have one CIDR block and all peerings one peer network, with routes outside the CIDR block or in it.
    for (route, expected) in
        [("172.20.0.0/16", [0, 0, MANY - 1, 2 * MANY]), ("10.20.0.0/16", [3 * MANY, 0, MANY - 1, 2 * MANY])]
    {
        let nets = (0..MANY).map(|i| network(&format!("net{i}"), json!({})));
        let peerings = (0..MANY).map(|i| to(&format!("p{i}"), &format!("net{i}"), &[route, route, route]));
        let (document, _) =
            expand(&json!({ "resources": nets.chain(peerings).collect::<Vec<_>>() }).to_string()).unwrap();
        let document = input(&document).unwrap();
        let options = serde_json::from_value(json!({ "profile": "advice" })).unwrap();
        let begin = Instant::now();
        let report = check_document(document, &options).unwrap();
        let took = begin.elapsed();
        let count = |code| report.diagnostics.iter().filter(|diagnostic| diagnostic.code == code).count();
        assert_eq!(["PEER009", "PEER017", "PEER018", "PEER023"].map(count), expected, "{route}");
        assert!(took < Duration::from_secs(20), "{took:?}");
    }
}
