//! How the disk of a cluster is read.

use crate::catalogue::rows::DiskType;
use crate::model::kind::{DiskSetting, PropertyId};
use crate::model::resource::Resource;
use crate::model::{fit, managed_cluster as cluster};
use crate::rules::context::Context;
use crate::rules::faults::cluster::{
    BelowMinimum, Disk, DiskTypeFault, Fraction, MissingSetting, NotConfigurable, OtherCloud, Retired,
    SettingOutOfRange, SizeOutOfRange, Slow,
};
use crate::rules::reading::Reading;
use crate::rules::views::ManagedCluster;

impl<'a> ManagedCluster<'a> {
    pub fn read_retired_disk(self, cx: &mut Context<'a>) -> Reading<(), Retired<'a>> {
        let Some(disk) = self.disk_type(cx).value else { return Reading::NOTHING };
        let new = disk.row.replaced_by.as_ref().and_then(|id| cx.catalogue().disk_type(id.as_str()));
        Reading::with((), [new.map(|new| Retired(disk, new))])
    }

    pub fn read_disk_type(self, cx: &mut Context<'a>) -> Reading<Disk<'a>, DiskTypeFault<'a>> {
        let Some(written) = cx.text(self.resource, cluster::DISK_TYPE).known() else { return Reading::NOTHING };
        let trimmed = written.trim();
        let catalogue = cx.catalogue();
        let Some(row) = catalogue.disk_type(trimmed) else {
            return Reading::bad(DiskTypeFault::Unknown(written, catalogue.disk_type_by_spelling(written)));
        };
        let exact = row.id.as_str();
        // The provider compares only the names of those with settings.
        let is_compared = row.iops.is_some() || row.throughput.is_some();
        let is_mixed = is_compared && trimmed != exact && trimmed != exact.to_ascii_uppercase();
        let disk = Disk { written, row };
        Reading::with(
            disk,
            [
                (written != trimmed).then_some(DiskTypeFault::Padded(disk)),
                is_mixed.then_some(DiskTypeFault::Case(disk)),
            ],
        )
    }

    pub fn read_disk_cloud(self, cx: &mut Context<'a>) -> Reading<(), OtherCloud<'a>> {
        let Some(disk) = self.disk_type(cx).value else { return Reading::NOTHING };
        let Some(net) = self.own_network(cx) else { return Reading::NOTHING };
        let cloud = net.cloud(cx).value.filter(|cloud| cloud.id != disk.row.cloud);
        Reading::with((), [cloud.map(|cloud| OtherCloud { disk, net: net.resource, cloud })])
    }

    pub fn read_size_range(self, cx: &mut Context<'a>) -> Reading<f64, SizeOutOfRange> {
        let Some(range) = cx.range(self.resource, cluster::DISK_SIZE) else { return Reading::NOTHING };
        let Some(size) = self.disk_size(cx).value else { return Reading::NOTHING };
        Reading::with(size, [(!fit(size, range).is_within()).then_some(SizeOutOfRange(size, range))])
    }

    pub fn read_disk_size(self, cx: &mut Context<'a>) -> Reading<f64, Fraction> {
        let Some(size) = cx.number(self.resource, cluster::DISK_SIZE).known() else { return Reading::NOTHING };
        Reading::with(size, [fraction(self.resource, cluster::DISK_SIZE, size)])
    }

    pub fn read_size_minimum(self, cx: &mut Context<'a>) -> Reading<(), BelowMinimum<'a>> {
        let Some(size) = self.disk_size(cx).value else { return Reading::NOTHING };
        let is_below = |disk: &DiskType| size < f64::from(disk.size_gb.min);
        // Most sizes are enough for every disk type, and then it does not matter which one it is.
        if !cx.catalogue().disk_types().any(is_below) {
            return Reading::NOTHING;
        }
        let disk = self.disk(cx).filter(|disk| is_below(disk));
        Reading::with((), [disk.map(|disk| BelowMinimum(size, disk))])
    }

    pub fn read_size_speed(self, cx: &mut Context<'a>) -> Reading<(), Slow<'a>> {
        let Some(size) = self.disk_size(cx).value else { return Reading::NOTHING };
        let slow = |disk: &'a DiskType| {
            let min = disk.advised_size_gb.filter(|min| size < f64::from(*min))?;
            Some(Slow(size, disk, min))
        };
        if !cx.catalogue().disk_types().any(|disk| slow(disk).is_some()) {
            return Reading::NOTHING;
        }
        Reading::with((), [self.disk(cx).and_then(slow)])
    }

    pub fn read_iops_given(self, cx: &mut Context<'a>) -> Reading<(), MissingSetting<'a>> {
        self.given(cx, DiskSetting::Iops)
    }

    pub fn read_throughput_given(self, cx: &mut Context<'a>) -> Reading<(), MissingSetting<'a>> {
        self.given(cx, DiskSetting::Throughput)
    }

    fn given(self, cx: &mut Context<'a>, setting: DiskSetting) -> Reading<(), MissingSetting<'a>> {
        if !cx.is_missing(self.resource, setting.id()) {
            return Reading::NOTHING;
        }
        let required = self.disk(cx).and_then(|disk| Some(MissingSetting(disk, setting.range(disk)?)));
        Reading::with((), [required])
    }

    pub fn read_iops_range(self, cx: &mut Context<'a>) -> Reading<f64, SettingOutOfRange<'a>> {
        self.in_range(cx, DiskSetting::Iops)
    }

    pub fn read_throughput_range(self, cx: &mut Context<'a>) -> Reading<f64, SettingOutOfRange<'a>> {
        self.in_range(cx, DiskSetting::Throughput)
    }

    fn in_range(self, cx: &mut Context<'a>, setting: DiskSetting) -> Reading<f64, SettingOutOfRange<'a>> {
        let Some(disk) = self.disk_with(cx, setting) else { return Reading::NOTHING };
        let Some(range) = setting.range(disk) else { return Reading::NOTHING };
        let Some(number) = self.setting(cx, setting) else { return Reading::NOTHING };
        Reading::with(number, [(!fit(number, range).is_within()).then_some(SettingOutOfRange(number, disk, range))])
    }

    pub fn read_iops_support(self, cx: &mut Context<'a>) -> Reading<(), NotConfigurable<'a>> {
        self.support_of(cx, DiskSetting::Iops)
    }

    pub fn read_throughput_support(self, cx: &mut Context<'a>) -> Reading<(), NotConfigurable<'a>> {
        self.support_of(cx, DiskSetting::Throughput)
    }

    fn support_of(self, cx: &mut Context<'a>, setting: DiskSetting) -> Reading<(), NotConfigurable<'a>> {
        let Some(disk) = self.disk_with(cx, setting) else { return Reading::NOTHING };
        if setting.range(disk).is_some() {
            return Reading::NOTHING;
        }
        let is_set = self.setting(cx, setting).is_some_and(|number| number != 0.0);
        Reading::with((), [is_set.then_some(NotConfigurable(disk))])
    }

    pub fn read_iops(self, cx: &mut Context<'a>) -> Reading<f64, Fraction> {
        self.whole(cx, DiskSetting::Iops)
    }

    pub fn read_throughput(self, cx: &mut Context<'a>) -> Reading<f64, Fraction> {
        self.whole(cx, DiskSetting::Throughput)
    }

    fn whole(self, cx: &mut Context<'a>, setting: DiskSetting) -> Reading<f64, Fraction> {
        let Some(number) = cx.number(self.resource, setting.id()).known() else { return Reading::NOTHING };
        let accepts = |disk: &DiskType| setting.range(disk).is_some_and(|range| fit(number, range).is_within());
        // What no disk type accepts waits for the disk type, for more than its fraction is wrong.
        let is_spoken_of = self.disk(cx).is_some() || cx.catalogue().disk_types().any(accepts);
        Reading::with(number, [fraction(self.resource, setting.id(), number).filter(|_| is_spoken_of)])
    }

    /// The disk type, if it is a known one.
    pub fn disk(self, cx: &mut Context<'a>) -> Option<&'a DiskType> {
        Some(self.disk_type(cx).value?.row)
    }

    /// The disk type, if a setting of it is given.
    fn disk_with(self, cx: &mut Context<'a>, setting: DiskSetting) -> Option<&'a DiskType> {
        if cx.is_given(self.resource, setting.id()) { self.disk(cx) } else { None }
    }

    /// The number that a setting is, if that is known.
    pub fn setting(self, cx: &mut Context<'a>, setting: DiskSetting) -> Option<f64> {
        match setting {
            DiskSetting::Iops => self.iops(cx).value,
            DiskSetting::Throughput => self.throughput(cx).value,
        }
    }
}

/// The fraction of a number as it is written, which the provider may have cut off.
fn fraction(resource: &Resource, id: PropertyId, number: f64) -> Option<Fraction> {
    let written = resource.as_written(id, number);
    (written.fract() != 0.0).then_some(Fraction { written, is_cut: written != number })
}
