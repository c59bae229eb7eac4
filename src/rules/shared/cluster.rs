//! What several rules about clusters need.

use crate::catalogue::Catalogue;
use crate::catalogue::rows::{DiskType, InstanceType, Range, Topology};
use crate::model::kind::PropertyId;
use crate::model::resource::State;
use crate::model::{Fit, fit, managed_cluster as cluster, network};
use crate::rules::prelude::*;
use crate::value::spelling::{all_of, is_certain};

/// A setting that a disk type requires in a range, or does not support at all.
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

/// A property whose value is one of a closed list, in any case.
#[derive(Debug)]
pub(in crate::rules) struct Choice {
    pub id: PropertyId,
    pub name: &'static str,
    /// What its values are called.
    pub noun: &'static str,
    pub nouns: &'static str,
    /// The value as the list has it.
    pub find: for<'a> fn(&'a Catalogue, &str) -> Option<&'a str>,
    pub all: for<'a> fn(&'a Catalogue) -> Vec<&'a str>,
    /// How a help ends that names the list.
    pub note: fn(&Catalogue) -> String,
}

pub(in crate::rules) static TOPOLOGY: Choice = Choice {
    id: cluster::TOPOLOGY,
    name: "topology",
    noun: "topology",
    nouns: "topologies",
    find: |catalogue, name| catalogue.topology(name).map(|row| row.id.as_str()),
    all: |catalogue| catalogue.topologies().map(|row| row.id.as_str()).collect(),
    note: |_| String::new(),
};
pub(in crate::rules) static INSTANCE_TYPE: Choice = Choice {
    id: cluster::INSTANCE_TYPE,
    name: "instanceType",
    noun: "instance type",
    nouns: "instance types",
    find: |catalogue, name| catalogue.instance_type(name).map(|row| row.id.as_str()),
    all: |catalogue| catalogue.instance_types().map(|row| row.id.as_str()).collect(),
    note: |_| "; the option `catalogue.instanceTypes` adds others".to_string(),
};
pub(in crate::rules) static PROJECTION_LEVEL: Choice = Choice {
    id: cluster::PROJECTION_LEVEL,
    name: "projectionLevel",
    noun: "projection level",
    nouns: "projection levels",
    find: |catalogue, name| catalogue.projection_level(name).map(|row| row.id.as_str()),
    all: |catalogue| catalogue.projection_levels().map(|row| row.id.as_str()).collect(),
    note: |catalogue| {
        let default = catalogue.projection_levels().find(|row| row.default);
        default.map_or(String::new(), |row| format!("; the default is `{}`", row.id))
    },
};

/// The topology, if it is a known one.
pub(in crate::rules) fn topology<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Option<&'static Topology> {
    let written = cx.text(resource, cluster::TOPOLOGY).known()?;
    cx.catalogue().topology(written.trim())
}

/// The instance type, if it is a known one.
pub(in crate::rules) fn instance_type<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Option<&'a InstanceType> {
    let written = cx.text(resource, cluster::INSTANCE_TYPE).known()?;
    cx.catalogue().instance_type(written.trim())
}

/// The instance type of a production cluster, if it is a known one.
pub(in crate::rules) fn production_instance_type<'a>(
    cx: &mut Context<'a>,
    resource: &'a Resource,
) -> Option<&'a InstanceType> {
    if cx.settings().is_production() { instance_type(cx, resource) } else { None }
}

/// The disk type, if it is a known one.
pub(in crate::rules) fn disk_type<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Option<&'a DiskType> {
    let written = cx.text(resource, cluster::DISK_TYPE).known()?;
    cx.catalogue().disk_type(written.trim())
}

/// The disk size, if the provider accepts it. Another rule reports any other size.
pub(in crate::rules) fn disk_size<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Option<f64> {
    let range = cx.catalogue().disk_size_gb();
    let size = cx.number(resource, cluster::DISK_SIZE).known()?;
    range.is_none_or(|range| is_within(size, range)).then_some(size)
}

/// The value of a setting, if it is in the range of the disk type. Other rules report any other value.
pub(in crate::rules) fn setting<'a>(
    cx: &mut Context<'a>,
    resource: &'a Resource,
    disk: &DiskType,
    setting: &Setting,
) -> Option<f64> {
    let range = (setting.range)(disk)?;
    cx.number(resource, setting.id).known().filter(|number| is_within(*number, range))
}

/// The disk type, one of its ratios to IOPS, and the IOPS that are written, if they are in range.
pub(in crate::rules) fn iops_with_ratio<'a>(
    cx: &mut Context<'a>,
    resource: &'a Resource,
    ratio: fn(&DiskType) -> Option<u32>,
) -> Option<(&'a DiskType, f64, f64)> {
    if !cx.is_given(resource, cluster::DISK_IOPS) {
        return None;
    }
    let disk = disk_type(cx, resource)?;
    let ratio = ratio(disk)?;
    Some((disk, f64::from(ratio), setting(cx, resource, disk, &IOPS)?))
}

/// Whether a number is within the bounds of a range; it may have a fraction.
pub(in crate::rules) fn is_within(number: f64, range: Range) -> bool {
    matches!(fit(number, range), Fit::Inside | Fit::Fraction)
}

/// Whether the network is in another cloud than the disk type.
///
/// Another rule reports that, and then no other requirement of the disk type matters. To be asked last, so that nothing
/// is deferred until the network is known without need.
pub(in crate::rules) fn is_of_another_cloud<'a>(cx: &mut Context<'a>, resource: &'a Resource, disk: &DiskType) -> bool {
    network_cloud(cx, resource).is_some_and(|cloud| cloud != disk.cloud)
}

/// The cloud of the network, if it is known.
pub(in crate::rules) fn network_cloud<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Option<Cloud> {
    let net = cx.follow(resource, cluster::NETWORK_ID).known()?;
    let provider = cx.text(net, network::RESOURCE_PROVIDER).known()?;
    cx.catalogue().cloud(provider.trim()).map(|row| row.id)
}

/// Whether the cluster is known to be public, or known not to be.
pub(in crate::rules) fn is_public<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Option<bool> {
    cx.boolean(resource, cluster::PUBLIC_ACCESS).or(false)
}

/// The network of a cluster that is public and its network not, or the other way round.
pub(in crate::rules) fn network_with_other_access<'a>(
    cx: &mut Context<'a>,
    resource: &'a Resource,
    is_cluster_public: bool,
) -> Option<&'a Resource> {
    if is_public(cx, resource) != Some(is_cluster_public) {
        return None;
    }
    let net = cx.follow(resource, cluster::NETWORK_ID).known()?;
    (cx.boolean(net, network::PUBLIC_ACCESS).or(false) == Some(!is_cluster_public)).then_some(net)
}

/// Whether an id is omitted or blank.
pub(in crate::rules) fn is_absent<'a>(cx: &mut Context<'a>, resource: &'a Resource, id: PropertyId) -> bool {
    match cx.state(resource, id) {
        Some(State::Missing) => true,
        Some(State::Text(text)) => text.trim().is_empty(),
        _ => false,
    }
}

/// Reports a value that is not in the list of its property.
pub(in crate::rules) fn reject_unknown<'a>(cx: &mut Context<'a>, resource: &'a Resource, choice: &Choice) {
    let catalogue = cx.catalogue();
    let Some(written) = cx.text(resource, choice.id).known() else { return };
    if (choice.find)(catalogue, written.trim()).is_some() {
        return;
    }
    let finding = Finding::at(resource, choice.id, unknown_value(written, choice.name, choice.noun));
    let (known, note) = ((choice.all)(catalogue), (choice.note)(catalogue));
    cx.report(match nearest(written, known.iter().copied()) {
        Some(meant) if is_certain(written, meant, known.iter().copied()) => {
            finding.suggest(choice.id, [meant], |listed| format!("use {listed}")).set(choice.id, meant)
        }
        Some(meant) => finding.suggest(choice.id, [meant], |listed| {
            format!("use {listed} if that is what you mean; known {} are {}{note}", choice.nouns, all_of(&known))
        }),
        None => finding.suggest(choice.id, known, |listed| format!("use {listed}{note}")),
    });
}

/// The message about a value that is not in the list of its property.
pub(in crate::rules) fn unknown_value(written: &str, name: &str, noun: &str) -> String {
    if written.trim().is_empty() { format!("`{name}` is blank") } else { format!("unknown {noun} {}", quoted(written)) }
}

/// Reports a value of a list that has white space around it.
pub(in crate::rules) fn reject_padded<'a>(cx: &mut Context<'a>, resource: &'a Resource, choice: &Choice) {
    let Some(written) = cx.text(resource, choice.id).known() else { return };
    let Some(exact) = (choice.find)(cx.catalogue(), written.trim()) else { return };
    if written != written.trim() {
        cx.report(padded(resource, choice.id, written, exact));
    }
}

/// A value of a list that has white space around it.
pub(in crate::rules) fn padded<'a>(resource: &'a Resource, id: PropertyId, written: &str, meant: &str) -> Finding<'a> {
    Finding::at(resource, id, format!("{} has white space around it", quoted(written)))
        .suggest(id, [meant], |listed| format!("use {listed}"))
        .set(id, meant)
}

/// Adds the fix that changes the disk type, with all that the new type requires of the other properties.
///
/// These are the settings that it requires, does not support, or accepts in another range, and its minimum size.
pub(in crate::rules) fn change_disk_type<'a>(
    cx: &mut Context<'a>,
    finding: Finding<'a>,
    resource: &'a Resource,
    disk: &DiskType,
) -> Finding<'a> {
    let keep = keeps_settings(cx, resource, disk);
    let (mut values, mut words, mut removed): (Vec<(PropertyId, u32)>, Vec<String>, Vec<&Setting>) = Default::default();
    for setting in [&IOPS, &THROUGHPUT] {
        let is_given = cx.is_given(resource, setting.id);
        match (setting.range)(disk) {
            Some(Range { min, max }) if !(is_given && keep) => {
                values.push((setting.id, min));
                words.push(format!(
                    "set `{}` to `{min}` or more (at most {} {})",
                    setting.name,
                    grouped(max.into()),
                    setting.unit
                ));
            }
            None if is_given => removed.push(setting),
            _ => (),
        }
    }
    let min = disk.size_gb.min;
    if disk_size(cx, resource).is_some_and(|size| fit(size, disk.size_gb) == Fit::Below) {
        values.push((cluster::DISK_SIZE, min));
        words.push(format!("set `diskSize` to `{min}`"));
    }
    if !removed.is_empty() {
        let names: Vec<&str> = removed.iter().map(|setting| setting.name).collect();
        words.push(format!("remove {}", all_of(&names)));
    }
    let id = disk.id.as_str();
    let finding =
        finding.set(cluster::DISK_TYPE, id).suggest(cluster::DISK_TYPE, [id], |listed| match words.as_slice() {
            [] => format!("use {listed}"),
            words => format!("use {listed}, and {}", words.join(" and ")),
        });
    let finding = removed.iter().fold(finding, |finding, setting| finding.remove(setting.id));
    values.iter().fold(finding, |finding, (id, value)| finding.set(*id, *value).suggest_also(*id, *value))
}

/// Whether the settings that are written suit a disk type, as far as they are known: their ranges and their ratios.
fn keeps_settings<'a>(cx: &mut Context<'a>, resource: &'a Resource, disk: &DiskType) -> bool {
    let (Some(iops_range), Some(throughput_range)) = (disk.iops, disk.throughput) else { return true };
    let iops = cx.number(resource, cluster::DISK_IOPS);
    let throughput = cx.number(resource, cluster::DISK_THROUGHPUT).known();
    let is_iops_right = iops.known().is_none_or(|iops| is_within(iops, iops_range));
    let is_throughput_right = throughput.is_none_or(|throughput| is_within(throughput, throughput_range));
    // One that is omitted is completed with the minimum.
    let Some(effective) = iops.or(f64::from(iops_range.min)) else { return is_throughput_right };
    let needed = throughput.zip(disk.min_iops_per_mbps).map(|(throughput, each)| throughput * f64::from(each));
    let possible = disk_size(cx, resource).zip(disk.max_iops_per_gib).map(|(size, each)| size * f64::from(each));
    let is_possible = effective <= f64::from(iops_range.min) || possible.is_none_or(|possible| effective <= possible);
    is_iops_right && is_throughput_right && is_possible && needed.is_none_or(|needed| needed <= effective)
}

/// Reports a setting that is missing although the disk type requires it.
pub(in crate::rules) fn require_setting<'a>(cx: &mut Context<'a>, resource: &'a Resource, setting: &Setting) {
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
    let message = format!("`{name}` is required for a disk of type {}", quoted(disk.id.as_str()));
    let max = grouped(max.into());
    let help = |listed: &str| {
        format!(
            "set `{name}` to {listed}, the minimum, or a higher value up to {max} {unit}; \
             the builder adds the minimum automatically"
        )
    };
    cx.report(Finding::at(resource, *id, message).suggest(*id, [min], help).set(*id, min));
}

/// Reports a setting that is outside the range of the disk type.
pub(in crate::rules) fn keep_in_range<'a>(cx: &mut Context<'a>, resource: &'a Resource, setting: &Setting) {
    if !cx.is_given(resource, setting.id) {
        return;
    }
    let Some(disk) = disk_type(cx, resource) else { return };
    let Some(range) = (setting.range)(disk) else { return };
    let Some(number) = cx.number(resource, setting.id).known() else { return };
    let Setting { id, name, unit, .. } = setting;
    let Some(bound) = broken_bound(number, range, unit) else { return };
    if is_of_another_cloud(cx, resource, disk) {
        return;
    }
    let (shown, disk) = (quoted(&number.to_string()), quoted(disk.id.as_str()));
    let message = format!("`{name}` must be {bound} for a disk of type {disk}, not {shown}");
    let help =
        format!("set `{name}` to an integer from {} to {}", grouped(range.min.into()), grouped(range.max.into()));
    cx.report(Finding::at(resource, *id, message).help(help));
}

/// What a number outside a range must be: at least or at most one of its bounds. A fraction breaks no bound.
pub(in crate::rules) fn broken_bound(number: f64, range: Range, unit: &str) -> Option<String> {
    match fit(number, range) {
        Fit::Inside | Fit::Fraction => None,
        Fit::Below => Some(format!("at least {} {unit}", grouped(range.min.into()))),
        Fit::Above => Some(format!("at most {} {unit}", grouped(range.max.into()))),
    }
}

/// An integral number, as a value to write.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "callers pass rounded numbers within the range of a property"
)]
pub(in crate::rules) const fn integer(number: f64) -> u32 {
    number as u32
}
