//! What several rules about clusters need.

use crate::catalogue::Catalogue;
use crate::catalogue::rows::{DiskType, Range};
use crate::model::{Fit, fit, managed_cluster as cluster};
use crate::rules::faults::cluster::{MissingSetting, NotConfigurable, SettingOutOfRange};
use crate::rules::prelude::*;
use crate::value::spelling::{all_of, certain};

/// A property whose value is one of a closed list, in any case.
#[derive(Debug)]
pub(in crate::rules) struct Choice {
    pub id: PropertyId,
    pub name: &'static str,
    /// What its values are called.
    pub noun: &'static str,
    pub nouns: &'static str,
    pub all: for<'a> fn(&'a Catalogue) -> Vec<&'a str>,
    /// How a help ends that names the list.
    pub note: fn(&Catalogue) -> String,
}

pub(in crate::rules) static TOPOLOGY: Choice = Choice {
    id: cluster::TOPOLOGY,
    name: "topology",
    noun: "topology",
    nouns: "topologies",
    all: |catalogue| catalogue.topologies().map(|row| row.id.as_str()).collect(),
    note: |_| String::new(),
};
pub(in crate::rules) static INSTANCE_TYPE: Choice = Choice {
    id: cluster::INSTANCE_TYPE,
    name: "instanceType",
    noun: "instance type",
    nouns: "instance types",
    all: |catalogue| catalogue.instance_types().map(|row| row.id.as_str()).collect(),
    note: |_| "; the option `catalogue.instanceTypes` adds others".to_string(),
};
pub(in crate::rules) static PROJECTION_LEVEL: Choice = Choice {
    id: cluster::PROJECTION_LEVEL,
    name: "projectionLevel",
    noun: "projection level",
    nouns: "projection levels",
    all: |catalogue| catalogue.projection_levels().map(|row| row.id.as_str()).collect(),
    note: |catalogue| {
        let default = catalogue.projection_levels().find(|row| row.default);
        default.map_or(String::new(), |row| format!("; the default is `{}`", row.id))
    },
};

/// The disk type, one of its ratios to IOPS, and the IOPS that are written. Nothing where one of them is reported.
pub(in crate::rules) fn iops_with_ratio<'a>(
    cx: &mut Context<'a>,
    db: ManagedCluster<'a>,
    ratio: fn(&DiskType) -> Option<u32>,
) -> Option<(&'a DiskType, f64, f64)> {
    if !cx.is_given(db.resource, cluster::DISK_IOPS) {
        return None;
    }
    let disk = db.disk(cx)?;
    let ratio = ratio(disk)?;
    let iops = db.iops_range(cx).value?;
    let is_reported =
        [About::ClusterDiskCloud, About::ClusterIopsRange].iter().any(|about| cx.is_reported(db.resource, *about));
    (!is_reported).then_some((disk, f64::from(ratio), iops))
}

/// A value that is not in the list of its property, of which not every other one may be possible.
pub(in crate::rules) fn unknown<'a>(
    cx: &Context<'a>,
    db: ManagedCluster<'a>,
    choice: &Choice,
    written: &str,
    is_possible: &dyn Fn(&str) -> bool,
) -> Finding<'a> {
    let catalogue = cx.catalogue();
    let finding = Finding::at(db.resource, choice.id, unknown_value(written, choice.name, choice.noun));
    let (all, note) = ((choice.all)(catalogue), (choice.note)(catalogue));
    if let Some(meant) = certain(written, &all) {
        return finding.use_value(choice.id, meant);
    }
    let known: Vec<&str> = all.into_iter().filter(|value| is_possible(value)).collect();
    match nearest(written, known.iter().copied()) {
        Some(meant) => finding.suggest(choice.id, [meant], |listed| {
            format!("use {listed} if that is what you mean; known {} are {}{note}", choice.nouns, all_of(&known))
        }),
        None => finding.suggest(choice.id, known, |listed| format!("use {listed}{note}")),
    }
}

/// The message about a value that is not in the list of its property.
pub(in crate::rules) fn unknown_value(written: &str, name: &str, noun: &str) -> String {
    if written.trim().is_empty() { format!("`{name}` is blank") } else { format!("unknown {noun} {}", quoted(written)) }
}

/// A value of a list that has white space around it.
pub(in crate::rules) fn padded<'a>(db: ManagedCluster<'a>, id: PropertyId, written: &str, meant: &str) -> Finding<'a> {
    Finding::at(db.resource, id, format!("{} has white space around it", quoted(written))).use_value(id, meant)
}

/// What another disk type requires of the other properties of a cluster.
#[derive(Debug, Default)]
struct Demands {
    /// The values to write: settings that it requires or accepts in another range, and its minimum size.
    values: Vec<(PropertyId, u32)>,
    /// The settings to remove, which it does not support.
    removed: Vec<DiskSetting>,
    /// All of that in words.
    words: Vec<String>,
}

impl Demands {
    fn of<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, disk: &DiskType) -> Self {
        let keep = keeps_settings(cx, db, disk);
        let mut demands = Self::default();
        for setting in DiskSetting::ALL {
            let is_given = cx.is_given(db.resource, setting.id());
            // The provider takes one that is unknown for 0.
            let is_known = db.setting(cx, setting).is_some();
            match setting.range(disk) {
                Some(Range { min, max }) if !(is_known && keep) => {
                    demands.values.push((setting.id(), min));
                    demands.words.push(format!(
                        "set `{}` to `{min}` or more (at most {} {})",
                        setting.name(),
                        grouped(max.into()),
                        setting.unit()
                    ));
                }
                None if is_given => demands.removed.push(setting),
                _ => (),
            }
        }
        let min = disk.size_gb.min;
        if db.size_range(cx).sound().is_some_and(|size| fit(*size, disk.size_gb) == Fit::Below) {
            demands.values.push((cluster::DISK_SIZE, min));
            demands.words.push(format!("set `diskSize` to `{min}`"));
        }
        if !demands.removed.is_empty() {
            let names: Vec<&str> = demands.removed.iter().map(|setting| setting.name()).collect();
            demands.words.push(format!("remove {}", all_of(&names)));
        }
        demands
    }
}

/// Whether a disk type can be written without another change.
pub(in crate::rules) fn suits<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, disk: &DiskType) -> bool {
    Demands::of(cx, db, disk).words.is_empty()
}

/// Adds the fix that changes the disk type, with all that the new type requires of the other properties. `note` is the end
/// of the help.
pub(in crate::rules) fn change_disk_type<'a>(
    cx: &mut Context<'a>,
    finding: Finding<'a>,
    db: ManagedCluster<'a>,
    disk: &DiskType,
    note: &str,
) -> Finding<'a> {
    let Demands { values, removed, words } = Demands::of(cx, db, disk);
    let id = disk.id.as_str();
    let finding = finding.set(cluster::DISK_TYPE, id);
    // One of several edits that belong together is no good by itself.
    let finding = match words.as_slice() {
        [] => finding.suggest(cluster::DISK_TYPE, [id], |listed| format!("use {listed}{note}")),
        words => finding.help(format!("use {}, and {}{note}", quoted(id), words.join(" and "))),
    };
    let finding = removed.iter().fold(finding, |finding, setting| finding.remove(setting.id()));
    values.iter().fold(finding, |finding, (id, value)| finding.set(*id, *value))
}

/// Whether the settings that are written suit a disk type, as far as they are known: their ranges and their ratios.
fn keeps_settings<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, disk: &DiskType) -> bool {
    let (Some(iops_range), Some(throughput_range)) = (disk.iops, disk.throughput) else { return true };
    let (iops, throughput) = (db.iops(cx).value, db.throughput(cx).value);
    let is_iops_right = iops.is_none_or(|iops| fit(iops, iops_range).is_within());
    let is_throughput_right = throughput.is_none_or(|throughput| fit(throughput, throughput_range).is_within());
    // One that is omitted is completed with the minimum.
    let omitted = (!cx.is_given(db.resource, cluster::DISK_IOPS)).then_some(f64::from(iops_range.min));
    let Some(effective) = iops.or(omitted) else { return is_throughput_right };
    is_iops_right && is_throughput_right && suits_ratios(cx, db, disk, effective, throughput)
}

/// Reports a setting that is missing although the disk type requires it.
pub(in crate::rules) fn require<'a>(
    cx: &mut Context<'a>,
    db: ManagedCluster<'a>,
    setting: DiskSetting,
    MissingSetting(disk, Range { min, max }): &MissingSetting<'a>,
) {
    let (id, name, unit) = (setting.id(), setting.name(), setting.unit());
    let min = setting.least(disk, db.throughput(cx).value).unwrap_or(*min);
    let message = format!("`{name}` is required for a disk of type {}", quoted(disk.id.as_str()));
    let max = grouped((*max).into());
    let help = |listed: &str| {
        format!(
            "set `{name}` to {listed}, the minimum, or a higher value up to {max} {unit}; \
             the builder adds the minimum automatically"
        )
    };
    let finding = Finding::at(db.resource, id, message).set(id, min);
    // With a setting, the provider takes the disk type only as the list has it.
    let is_spelled = db.disk_type(cx).faults.is_empty();
    cx.report(match is_spelled {
        true => finding.suggest(id, [min], help),
        false => {
            let spelled = quoted(disk.id.as_str());
            let help = format!("set `{name}` to `{min}` or more (at most {max} {unit}), and `diskType` to {spelled}");
            finding.set(cluster::DISK_TYPE, disk.id.as_str()).help(help)
        }
    });
}

/// Reports a setting that is outside the range of the disk type.
pub(in crate::rules) fn keep_in_range<'a>(
    cx: &mut Context<'a>,
    db: ManagedCluster<'a>,
    setting: DiskSetting,
    SettingOutOfRange(number, disk, range): &SettingOutOfRange<'a>,
) {
    let (id, name) = (setting.id(), setting.name());
    let bound = broken_bound(*number, *range, setting.unit());
    let shown = quoted_number(db.resource.as_written(id, *number));
    let disk = quoted(disk.id.as_str());
    let message = format!("`{name}` must be {bound} for a disk of type {disk}, not {shown}");
    if let Some((iops, throughput)) = exchanged(cx, db) {
        let finding =
            Finding::at(db.resource, id, message).swapped(DiskSetting::Iops.name(), DiskSetting::Throughput.name());
        cx.report(finding.set(DiskSetting::Iops.id(), iops).set(DiskSetting::Throughput.id(), throughput));
        return;
    }
    let help =
        format!("set `{name}` to an integer from {} to {}", grouped(range.min.into()), grouped(range.max.into()));
    cx.report(Finding::at(db.resource, id, message).help(help));
}

/// IOPS and throughput, if each is what the other can be.
fn exchanged<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>) -> Option<(u32, u32)> {
    let disk = db.disk(cx)?;
    let (iops, throughput) = (db.throughput(cx).value?, db.iops(cx).value?);
    let is_within = fit(iops, disk.iops?).is_within() && fit(throughput, disk.throughput?).is_within();
    let whole = is_within && iops.fract() == 0.0 && throughput.fract() == 0.0;
    (whole && suits_ratios(cx, db, disk, iops, Some(throughput))).then(|| (integer(iops), integer(throughput)))
}

/// Whether these IOPS are neither too few for the throughput nor too many for the size of the disk.
fn suits_ratios<'a>(
    cx: &mut Context<'a>,
    db: ManagedCluster<'a>,
    disk: &DiskType,
    iops: f64,
    throughput: Option<f64>,
) -> bool {
    let needed = throughput.zip(disk.min_iops_per_mbps).map(|(throughput, each)| throughput * f64::from(each));
    let size = db.size_range(cx).sound().map(|size| size.trunc());
    let possible = size.zip(disk.max_iops_per_gib).map(|(size, each)| size * f64::from(each));
    let is_least = disk.iops.is_some_and(|range| iops <= f64::from(range.min));
    (is_least || possible.is_none_or(|possible| iops <= possible)) && needed.is_none_or(|needed| needed <= iops)
}

/// Reports a setting that the disk type does not have.
pub(in crate::rules) fn reject<'a>(
    cx: &mut Context<'a>,
    db: ManagedCluster<'a>,
    setting: DiskSetting,
    NotConfigurable(disk): &NotConfigurable<'a>,
) {
    let (id, name) = (setting.id(), setting.name());
    let message = format!("`{name}` cannot be set for a disk of type {}", quoted(disk.id.as_str()));
    cx.report(Finding::at(db.resource, id, message).help(format!("remove `{name}`")).remove(id));
}

/// What a number outside a range must be: at least or at most one of its bounds.
pub(in crate::rules) fn broken_bound(number: f64, range: Range, unit: &str) -> String {
    match fit(number, range) {
        Fit::Below => format!("at least {} {unit}", grouped(range.min.into())),
        Fit::Inside | Fit::Fraction | Fit::Above => format!("at most {} {unit}", grouped(range.max.into())),
    }
}

/// An integral number, as a value to write.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "callers pass rounded numbers; what is beyond the range of a property is cut to what can be written"
)]
pub(in crate::rules) const fn integer(number: f64) -> u32 {
    number as u32
}
