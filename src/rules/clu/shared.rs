//! What several rules about clusters need.

use crate::catalogue::rows::{DiskType, InstanceType, Range, Topology};
use crate::model::kind::PropertyId;
use crate::model::resource::State;
use crate::model::{Fit, fit, managed_cluster as cluster, network};
use crate::rules::prelude::*;
use crate::value::spelling::{all_of, is_certain};

/// A setting that a disk type takes in a range and then requires, or does not take at all.
#[derive(Debug)]
pub(super) struct Setting {
    pub id: PropertyId,
    pub name: &'static str,
    pub unit: &'static str,
    pub range: fn(&DiskType) -> Option<Range>,
}

pub(super) static IOPS: Setting =
    Setting { id: cluster::DISK_IOPS, name: "diskIops", unit: "IOPS", range: |disk| disk.iops };
pub(super) static THROUGHPUT: Setting =
    Setting { id: cluster::DISK_THROUGHPUT, name: "diskThroughput", unit: "MB/s", range: |disk| disk.throughput };

/// The topology, when it is a known one.
pub(super) fn topology<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Option<&'static Topology> {
    let written = cx.text(resource, cluster::TOPOLOGY).known()?;
    cx.catalogue().topology(written.trim())
}

/// The instance size, when it is a known one.
pub(super) fn instance_type<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Option<&'a InstanceType> {
    let written = cx.text(resource, cluster::INSTANCE_TYPE).known()?;
    cx.catalogue().instance_type(written.trim())
}

/// The disk type, when it is a known one.
pub(super) fn disk_type<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Option<&'a DiskType> {
    let written = cx.text(resource, cluster::DISK_TYPE).known()?;
    cx.catalogue().disk_type(written.trim())
}

/// The disk size, when it is one that the provider takes. Any other is CLU009's.
pub(super) fn disk_size<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Option<f64> {
    let range = cx.catalogue().disk_size_gb();
    let size = cx.number(resource, cluster::DISK_SIZE).known()?;
    range.is_none_or(|range| is_within(size, range)).then_some(size)
}

/// The value of a setting that the disk type takes, when it is in its range. Any other is CLU014's or CLU015's.
pub(super) fn setting<'a>(
    cx: &mut Context<'a>,
    resource: &'a Resource,
    disk: &DiskType,
    setting: &Setting,
) -> Option<f64> {
    let range = (setting.range)(disk)?;
    cx.number(resource, setting.id).known().filter(|number| is_within(*number, range))
}

/// Whether a number is within the bounds of a range; it may have a fraction.
pub(super) fn is_within(number: f64, range: Range) -> bool {
    matches!(fit(number, range), Fit::Inside | Fit::Fraction)
}

/// Whether the network is in another cloud than the disk type. CLU007 reports that, and what else the disk type asks
/// for no longer matters then. To be asked last, so that nothing waits for the network without need.
pub(super) fn is_of_another_cloud<'a>(cx: &mut Context<'a>, resource: &'a Resource, disk: &DiskType) -> bool {
    network_cloud(cx, resource).is_some_and(|cloud| cloud != disk.cloud)
}

/// The cloud of the network, when it is known.
pub(super) fn network_cloud<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Option<Cloud> {
    let net = cx.follow(resource, cluster::NETWORK_ID).known()?;
    let provider = cx.text(net, network::RESOURCE_PROVIDER).known()?;
    cx.catalogue().cloud(provider.trim()).map(|row| row.id)
}

/// Whether the cluster is known to be public, or known not to be.
pub(super) fn is_public<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Option<bool> {
    cx.boolean(resource, cluster::PUBLIC_ACCESS).or(false)
}

/// Whether an id is left out or blank.
pub(super) fn is_absent<'a>(cx: &mut Context<'a>, resource: &'a Resource, id: PropertyId) -> bool {
    match cx.state(resource, id) {
        Some(State::Missing) => true,
        Some(State::Text(text)) => text.trim().is_empty(),
        _ => false,
    }
}

/// A value that is none of a closed list. `more` ends the help.
pub(super) fn unknown<'a>(
    resource: &'a Resource,
    id: PropertyId,
    written: &str,
    what: &str,
    known: &[&'a str],
    more: &str,
) -> Finding<'a> {
    let finding = Finding::at(resource, id, no_known(written, what));
    let all = all_of(known);
    match nearest(written, known.iter().copied()) {
        Some(meant) if is_certain(written, meant, known.iter().copied()) => {
            finding.help(format!("write {}; known are {all}{more}", quoted(meant))).set(id, meant)
        }
        Some(meant) => finding.help(format!("write {}, if that is meant; known are {all}{more}", quoted(meant))),
        None => finding.help(format!("write {}{more}", one_of(known))),
    }
}

/// Completes a fix that changes the disk type by what the new one asks of the rest: settings it needs, does not take,
/// or takes in other bounds, and the least size.
pub(super) fn with_settings<'a>(
    cx: &mut Context<'a>,
    mut finding: Finding<'a>,
    resource: &'a Resource,
    disk: &DiskType,
) -> Finding<'a> {
    let keep = keeps_settings(cx, resource, disk);
    for setting in [&IOPS, &THROUGHPUT] {
        let is_given = cx.is_given(resource, setting.id);
        finding = match (setting.range)(disk) {
            Some(range) if !(is_given && keep) => finding.set(setting.id, range.min),
            None if is_given => finding.remove(setting.id),
            _ => finding,
        };
    }
    match disk_size(cx, resource) {
        Some(size) if fit(size, disk.size_gb) == Fit::Below => finding.set(cluster::DISK_SIZE, disk.size_gb.min),
        _ => finding,
    }
}

/// Whether the settings that are written suit a disk type, as far as they are known: their ranges (CLU014, CLU015) and
/// ratios (CLU017, CLU018).
fn keeps_settings<'a>(cx: &mut Context<'a>, resource: &'a Resource, disk: &DiskType) -> bool {
    let (Some(iops_range), Some(throughput_range)) = (disk.iops, disk.throughput) else { return true };
    let iops = cx.number(resource, cluster::DISK_IOPS);
    let throughput = cx.number(resource, cluster::DISK_THROUGHPUT).known();
    let is_iops_right = iops.known().is_none_or(|iops| is_within(iops, iops_range));
    let is_throughput_right = throughput.is_none_or(|throughput| is_within(throughput, throughput_range));
    // One that is left out is completed with the least.
    let Some(effective) = iops.or(f64::from(iops_range.min)) else { return is_throughput_right };
    let needed = throughput.zip(disk.min_iops_per_mbps).map(|(throughput, each)| throughput * f64::from(each));
    let possible = disk_size(cx, resource).zip(disk.max_iops_per_gib).map(|(size, each)| size * f64::from(each));
    let is_possible = effective <= f64::from(iops_range.min) || possible.is_none_or(|possible| effective <= possible);
    is_iops_right && is_throughput_right && is_possible && needed.is_none_or(|needed| needed <= effective)
}

/// The message about a value that is none of a list.
pub(super) fn no_known(written: &str, what: &str) -> String {
    if written.trim().is_empty() {
        format!("the {what} is blank")
    } else {
        format!("{} is no known {what}", quoted(written))
    }
}

/// A value of a list, but with white space around it.
pub(super) fn padded<'a>(resource: &'a Resource, id: PropertyId, written: &str, meant: &str) -> Finding<'a> {
    Finding::at(resource, id, format!("{} has white space around it", quoted(written)))
        .help(format!("write {}", quoted(meant)))
        .set(id, meant)
}

/// Reports that a setting is missing which the disk type requires.
pub(super) fn require<'a>(cx: &mut Context<'a>, resource: &'a Resource, setting: &Setting) {
    if cx.is_given(resource, setting.id) {
        return;
    }
    let Some(disk) = disk_type(cx, resource) else { return };
    let Some(range) = (setting.range)(disk) else { return };
    if is_of_another_cloud(cx, resource, disk) {
        return;
    }
    let (Setting { id, name, unit, .. }, Range { mut min, max }) = (setting, range);
    if *id == cluster::DISK_IOPS {
        let throughput = cx.number(resource, cluster::DISK_THROUGHPUT).known();
        min = disk.least_iops(throughput).unwrap_or(min);
    }
    cx.report(
        Finding::at(resource, *id, format!("a disk of type {} needs `{name}`", quoted(disk.id.as_str())))
            .help(format!(
                "add `{name}: {min}`, the least possible; up to {max} {unit} can be had; the builder adds it by itself"
            ))
            .set(*id, min),
    );
}

/// Reports that a setting is outside the range of the disk type.
pub(super) fn keep_in_range<'a>(cx: &mut Context<'a>, resource: &'a Resource, setting: &Setting) {
    if !cx.is_given(resource, setting.id) {
        return;
    }
    let Some(disk) = disk_type(cx, resource) else { return };
    let Some(range) = (setting.range)(disk) else { return };
    let Some(number) = cx.number(resource, setting.id).known() else { return };
    let side = match fit(number, range) {
        Fit::Inside | Fit::Fraction => return,
        Fit::Below => "below",
        Fit::Above => "above",
    };
    if is_of_another_cloud(cx, resource, disk) {
        return;
    }
    let (Setting { id, name, unit, .. }, Range { min, max }) = (setting, range);
    let (shown, disk) = (quoted(&number.to_string()), quoted(disk.id.as_str()));
    let message = format!("`{name}` is {shown}, {side} what the provider takes for {disk}");
    let help = format!("set `{name}` to a whole number from {min} to {max} ({unit})");
    cx.report(Finding::at(resource, *id, message).help(help));
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::diagnostic::Report;
    use crate::rules::check_document;
    use crate::rules::page::{expand, input};

    fn check(document: Value, options: Value) -> Report {
        let (document, _) = expand(&document.to_string()).unwrap();
        check_document(input(&document).unwrap(), &serde_json::from_value(options).unwrap()).unwrap()
    }

    fn cluster(args: Value) -> Report {
        check(json!({ "kind": "ManagedCluster", "args": args }), json!({}))
    }

    fn on(provider: &str, mut args: Value) -> Report {
        args["networkId"] = json!({ "ref": "net" });
        let region = if provider == "gcp" { "us-east1" } else { "us-east-1" };
        let net =
            json!({ "kind": "Network", "name": "net", "args": { "resourceProvider": provider, "region": region } });
        check(json!({ "resources": [net, { "kind": "ManagedCluster", "name": "db", "args": args }] }), json!({}))
    }

    fn codes(report: &Report) -> Vec<&'static str> {
        report.diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
    }

    /// A small cluster with a disk whose speed is not set.
    fn plain_disk(disk: &str, size: u32) -> Value {
        json!({ "instanceType": "F1", "diskType": disk, "diskSize": size, "diskIops": null, "diskThroughput": null })
    }

    /// The edits of all fixes, as JSON.
    fn fixes(report: &Report) -> Value {
        json!(report.diagnostics.iter().flat_map(|diagnostic| &diagnostic.fix).collect::<Vec<_>>())
    }

    #[test]
    fn one_fault_is_reported_once() {
        for (args, expected) in [
            (json!({ "diskType": " gp2 ", "diskIops": 3000 }), &["CLU006"][..]),
            (json!({ "diskType": " gp3" }), &["CLU005"]),
            (json!({ "diskType": "GP3" }), &[]),
            (json!({ "diskType": "gP3", "diskIops": null }), &["CLU012", "CLU008"]),
            (json!({ "topology": " Single-Node", "instanceType": "M8" }), &["CLU002"]),
            (json!({ "instanceType": "m32 " }), &["CLU003"]),
            (json!({ "instanceType": "" }), &["CLU003"]),
            (json!({ "projectionLevel": "System" }), &[]),
            (json!({ "projectionLevel": "system " }), &["CLU027"]),
            (json!({ "diskSize": 2.5 }), &["CLU009"]),
            (json!({ "diskSize": -8 }), &["CLU009"]),
            (json!({ "diskSize": 1e300 }), &["CLU009"]),
            (json!({ "diskIops": 100_000.5 }), &["CLU014"]),
            (json!({ "diskIops": 3000.5, "diskThroughput": 130.5 }), &["CLU011", "CLU011"]),
            (json!({ "diskType": { "unknown": true }, "diskIops": -0.5 }), &[]),
            (json!({ "diskType": "ssd", "diskIops": 0, "diskThroughput": 0.0 }), &[]),
            (json!({ "diskType": "ssd", "diskIops": 10.5, "diskThroughput": null }), &["CLU016"]),
            (json!({ "diskSize": null }), &["ARG003"]),
            (plain_disk("ssd", 8), &["CLU010"]),
            (plain_disk("premium-ssd-lrs", 9), &["CLU010"]),
            (plain_disk("premium-ssd-lrs", 10), &["CLU020"]),
            (json!({ "publicAccess": true, "aclId": "" }), &["CLU030"]),
            (json!({ "aclId": "" }), &[]),
            (json!({ "projectId": null, "networkId": " " }), &["CLU040", "CLU040"]),
            (json!({ "region": 3, "dnsName": { "unknown": true } }), &["CLU036", "CLU036"]),
        ] {
            assert_eq!(codes(&cluster(args.clone())), expected, "{args}");
        }
    }

    #[test]
    fn a_disk_of_another_cloud_is_one_fault() {
        for args in [
            json!({ "diskType": "gp3", "diskIops": null, "diskThroughput": 1 }),
            json!({ "diskType": "gp3", "diskIops": 16000, "diskSize": 8, "instanceType": "F1" }),
            json!({ "diskType": "premium-ssd-lrs", "diskSize": 9, "instanceType": "F1" }),
        ] {
            assert_eq!(codes(&on("gcp", args.clone())), ["CLU007"], "{args}");
        }
        assert_eq!(codes(&on("aws", json!({ "diskType": "ssd" }))), ["CLU007"]);
    }

    #[test]
    fn a_disk_type_is_guessed_for_the_cloud_of_the_network() {
        let right = json!([
            { "path": "diskType", "value": "ssd" },
            { "path": "diskIops", "remove": true },
            { "path": "diskThroughput", "remove": true },
        ]);
        assert_eq!(fixes(&cluster(json!({ "diskType": "PD-SSD" }))), right);
        assert_eq!(fixes(&on("gcp", json!({ "diskType": "pd-ssd" }))), right);
        let other = on("aws", json!({ "diskType": "pd-ssd" }));
        assert_eq!((codes(&other), fixes(&other)), (vec!["CLU005"], json!([])));
        assert!(other.diagnostics[0].help.starts_with("write `gp3`"), "{}", other.diagnostics[0].help);
        // A digit is no slip of the pen.
        assert_eq!(fixes(&cluster(json!({ "diskType": "gp4" }))), json!([]));
    }

    #[test]
    fn settings_are_kept_where_they_suit_the_new_disk_type() {
        for (size, iops, throughput, fixed_iops, fixed_throughput) in [
            (1000, json!(3000), json!(125), None, None),
            // Each MB/s takes four IOPS.
            (1000, json!(4000), json!(1000), None, None),
            (1000, json!(3000), json!(1000), Some(3000), Some(125)),
            (1000, json!(null), json!(1000), Some(3000), Some(125)),
            (1000, json!(null), json!(750), Some(3000), None),
            // Each GB has room for 500 IOPS.
            (8, json!(4000), json!(125), None, None),
            (8, json!(16000), json!(125), Some(3000), Some(125)),
            (8, json!(3000), json!(125), None, None),
            (1000, json!(2999), json!(125), Some(3000), Some(125)),
            (1000, json!(3000), json!(124), Some(3000), Some(125)),
        ] {
            let args = json!({ "diskType": "gp2", "diskSize": size, "diskIops": iops, "diskThroughput": throughput, "instanceType": "F1" });
            let mut expected = vec![json!({ "path": "diskType", "value": "gp3" })];
            expected.extend(fixed_iops.map(|value| json!({ "path": "diskIops", "value": value })));
            expected.extend(fixed_throughput.map(|value| json!({ "path": "diskThroughput", "value": value })));
            assert_eq!(fixes(&cluster(args.clone())), json!(expected), "{args}");
        }
    }

    #[test]
    fn a_disk_that_is_too_small_for_the_new_type_grows() {
        for (size, grown) in [(8, Some(10)), (9, Some(10)), (10, None)] {
            let mut expected = vec![json!({ "path": "diskType", "value": "ssd" })];
            expected.extend(grown.map(|value| json!({ "path": "diskSize", "value": value })));
            assert_eq!(fixes(&on("gcp", plain_disk("gp3", size))), json!(expected), "{size}");
        }
    }

    #[test]
    fn a_size_with_another_number_is_only_a_guess() {
        let report = cluster(json!({ "instanceType": "M129" }));
        let found = &report.diagnostics[0];
        assert_eq!((found.code, found.fix.is_empty()), ("CLU003", true));
        assert!(found.help.starts_with("write `M128`, if that is meant; known are "), "{}", found.help);
    }

    #[test]
    fn production_is_told_each_thing_once() {
        for (args, expected) in [
            (json!({ "instanceType": "F1" }), &["CLU021"][..]),
            (json!({ "instanceType": "m8" }), &["CLU024"]),
            (json!({ "instanceType": "M16" }), &[]),
            (json!({ "protected": false }), &["CLU033"]),
            (json!({ "topology": "single-node", "instanceType": "M8" }), &["CLU024", "CLU022"]),
        ] {
            let cluster = json!({ "kind": "ManagedCluster", "args": args });
            assert_eq!(codes(&check(cluster.clone(), json!({ "environment": "prod" }))), expected, "{args}");
            let elsewhere = codes(&check(cluster, json!({ "environment": "test" })));
            assert_eq!(elsewhere, Vec::<&str>::new(), "{args}");
        }
    }

    #[test]
    fn what_a_user_adds_is_not_judged() {
        let options = json!({ "environment": "production", "catalogue": {
            "instanceTypes": ["R8"], "diskTypes": [{ "cloud": "aws", "id": "io2" }],
        } });
        let mut args = plain_disk("io2", 8);
        args["topology"] = json!("single-node");
        args["instanceType"] = json!("r8");
        assert_eq!(codes(&check(json!({ "kind": "ManagedCluster", "args": args }), options)), ["CLU022"]);
    }

    #[test]
    fn nothing_waits_without_need() {
        let report = cluster(json!({
            "diskType": { "unknown": true }, "instanceType": { "unknown": true }, "topology": { "unknown": true },
            "diskIops": { "unknown": true }, "diskThroughput": { "unknown": true },
        }));
        assert_eq!(codes(&report), Vec::<&str>::new());
        let waiting =
            |path| report.deferred.iter().find(|entry| entry.path == path).map_or(vec![], |entry| entry.codes.clone());
        // Large enough for any type; only the types themselves, and what they ask for, are open.
        assert_eq!(
            waiting("diskType"),
            ["CLU005", "CLU006", "CLU007", "CLU008", "CLU014", "CLU015", "CLU016", "CLU017", "CLU018"]
        );
        assert_eq!(waiting("instanceType"), ["CLU003", "CLU019"]);
        assert_eq!(waiting("topology"), ["CLU001", "CLU002", "CLU023"]);
        assert_eq!(waiting("networkId"), ["CLU032", "STACK002"]);
    }

    #[test]
    fn secrets_are_not_shown() {
        for (path, value) in [
            ("diskType", json!("pd-ssd")),
            ("instanceType", json!("m5.large")),
            ("diskSize", json!(7777)),
            ("name", json!(" ")),
        ] {
            let report = cluster(json!({ path: { "secret": value } }));
            assert!(!report.diagnostics.is_empty(), "{path}");
            for diagnostic in &report.diagnostics {
                assert!(
                    diagnostic.message.starts_with("the value is secret") && diagnostic.fix.is_empty(),
                    "{}",
                    diagnostic.message
                );
            }
        }
    }
}
