//! What several rules about clusters need.

use crate::catalogue::rows::{DiskType, InstanceType, Range, Topology};
use crate::model::kind::PropertyId;
use crate::model::resource::State;
use crate::model::{Fit, fit, managed_cluster as cluster, network};
use crate::rules::prelude::*;
use crate::value::spelling::{all_of, is_certain};

/// A setting that a disk type takes in a range and then requires, or does not take at all.
#[derive(Debug)]
pub(in crate::rules) struct Setting {
    pub id: PropertyId,
    pub name: &'static str,
    pub unit: &'static str,
    pub range: fn(&DiskType) -> Option<Range>,
}

pub(in crate::rules) static IOPS: Setting =
    Setting { id: cluster::DISK_IOPS, name: "diskIops", unit: "IOPS", range: |disk| disk.iops };
pub(in crate::rules) static THROUGHPUT: Setting =
    Setting { id: cluster::DISK_THROUGHPUT, name: "diskThroughput", unit: "MB/s", range: |disk| disk.throughput };

/// The topology, when it is a known one.
pub(in crate::rules) fn topology<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Option<&'static Topology> {
    let written = cx.text(resource, cluster::TOPOLOGY).known()?;
    cx.catalogue().topology(written.trim())
}

/// The instance size, when it is a known one.
pub(in crate::rules) fn instance_type<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Option<&'a InstanceType> {
    let written = cx.text(resource, cluster::INSTANCE_TYPE).known()?;
    cx.catalogue().instance_type(written.trim())
}

/// The disk type, when it is a known one.
pub(in crate::rules) fn disk_type<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Option<&'a DiskType> {
    let written = cx.text(resource, cluster::DISK_TYPE).known()?;
    cx.catalogue().disk_type(written.trim())
}

/// The disk size, when it is one that the provider takes. Any other is CLU009's.
pub(in crate::rules) fn disk_size<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Option<f64> {
    let range = cx.catalogue().disk_size_gb();
    let size = cx.number(resource, cluster::DISK_SIZE).known()?;
    range.is_none_or(|range| is_within(size, range)).then_some(size)
}

/// The value of a setting that the disk type takes, when it is in its range. Any other is CLU014's or CLU015's.
pub(in crate::rules) fn setting<'a>(
    cx: &mut Context<'a>,
    resource: &'a Resource,
    disk: &DiskType,
    setting: &Setting,
) -> Option<f64> {
    let range = (setting.range)(disk)?;
    cx.number(resource, setting.id).known().filter(|number| is_within(*number, range))
}

/// Whether a number is within the bounds of a range; it may have a fraction.
pub(in crate::rules) fn is_within(number: f64, range: Range) -> bool {
    matches!(fit(number, range), Fit::Inside | Fit::Fraction)
}

/// Whether the network is in another cloud than the disk type. CLU007 reports that, and what else the disk type asks
/// for no longer matters then. To be asked last, so that nothing waits for the network without need.
pub(in crate::rules) fn is_of_another_cloud<'a>(cx: &mut Context<'a>, resource: &'a Resource, disk: &DiskType) -> bool {
    network_cloud(cx, resource).is_some_and(|cloud| cloud != disk.cloud)
}

/// The cloud of the network, when it is known.
pub(in crate::rules) fn network_cloud<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Option<Cloud> {
    let net = cx.follow(resource, cluster::NETWORK_ID).known()?;
    let provider = cx.text(net, network::RESOURCE_PROVIDER).known()?;
    cx.catalogue().cloud(provider.trim()).map(|row| row.id)
}

/// Whether the cluster is known to be public, or known not to be.
pub(in crate::rules) fn is_public<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Option<bool> {
    cx.boolean(resource, cluster::PUBLIC_ACCESS).or(false)
}

/// Whether an id is left out or blank.
pub(in crate::rules) fn is_absent<'a>(cx: &mut Context<'a>, resource: &'a Resource, id: PropertyId) -> bool {
    match cx.state(resource, id) {
        Some(State::Missing) => true,
        Some(State::Text(text)) => text.trim().is_empty(),
        _ => false,
    }
}

/// A value that is none of a closed list. `more` ends the help.
pub(in crate::rules) fn unknown<'a>(
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
pub(in crate::rules) fn with_settings<'a>(
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
pub(in crate::rules) fn no_known(written: &str, what: &str) -> String {
    if written.trim().is_empty() {
        format!("the {what} is blank")
    } else {
        format!("{} is no known {what}", quoted(written))
    }
}

/// A value of a list, but with white space around it.
pub(in crate::rules) fn padded<'a>(resource: &'a Resource, id: PropertyId, written: &str, meant: &str) -> Finding<'a> {
    Finding::at(resource, id, format!("{} has white space around it", quoted(written)))
        .help(format!("write {}", quoted(meant)))
        .set(id, meant)
}

/// Reports that a setting is missing which the disk type requires.
pub(in crate::rules) fn require<'a>(cx: &mut Context<'a>, resource: &'a Resource, setting: &Setting) {
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
        min = disk.min_iops(throughput).unwrap_or(min);
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
pub(in crate::rules) fn keep_in_range<'a>(cx: &mut Context<'a>, resource: &'a Resource, setting: &Setting) {
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
