//! Disk type, size, IOPS and throughput.

use super::draft::Draft;
use crate::catalogue::rows::{DiskType, InstanceType};
use crate::value::spelling::{amount, grouped};

/// How full a disk is planned to get, in percent. No source says it: the rest is for indexes, merges and surprises.
pub(super) const FULL_PERCENT: u32 = 80;

/// The path of a diagnostic about data for which no disk is large enough.
pub(super) const DATA_PATHS: [&str; 2] = ["workload.dataGb", "workload.growthGbPerMonth"];

/// A disk of one node.
pub(super) struct Disk<'a> {
    pub row: &'a DiskType,
    /// In GB.
    pub size: u32,
    pub iops: Option<u32>,
    /// In MB/s.
    pub throughput: Option<u32>,
}

/// The smallest and slowest disk that fits.
pub(super) fn choose<'a>(plan: &mut Draft<'a>, size: &InstanceType) -> Option<Disk<'a>> {
    let catalogue = plan.catalogue;
    let row = catalogue.disk_type_of(plan.workload.cloud)?;
    plan.choose(
        "diskType",
        row.id.as_str(),
        "the disk type that the service supports in this cloud".to_string(),
        &row.source,
    );
    let throughput = throughput(plan, row);
    let iops = iops(plan, row, throughput);
    let (disk_size, reason) = disk_size(plan, row, size, iops);
    plan.choose("diskSize", disk_size, reason, &row.source);
    if let Some(iops) = iops {
        let wanted = plan.workload.iops.map(integer);
        let reason = match throughput.zip(row.min_iops_per_mbps) {
            _ if row.iops.is_some_and(|range| iops == range.min) => "the minimum".to_string(),
            _ if wanted.is_some_and(|wanted| wanted > iops) => "the maximum".to_string(),
            Some((throughput, each)) if wanted.is_none_or(|wanted| wanted < iops) => {
                format!("{throughput} MB/s require {each} IOPS for each MB/s")
            }
            _ => "the workload requests it".to_string(),
        };
        plan.choose("diskIops", iops, reason, &row.source);
    }
    if let Some(throughput) = throughput {
        let min = row.throughput.map_or(0, |range| range.min);
        let reason = match plan.workload.throughput_mbps.map(integer) {
            _ if throughput == min => "the minimum",
            Some(wanted) if wanted > throughput => "the maximum",
            _ => "the workload requests it",
        };
        plan.choose("diskThroughput", throughput, reason.to_string(), &row.source);
    }
    Some(Disk { row, size: disk_size, iops, throughput })
}

/// The throughput of a disk that has one to choose.
fn throughput(plan: &mut Draft<'_>, row: &DiskType) -> Option<u32> {
    let wanted = plan.workload.throughput_mbps;
    let Some(range) = row.throughput else {
        no_choice(plan, row, "throughputMbps", wanted);
        return None;
    };
    let wanted = wanted.map_or(range.min, integer);
    if wanted > range.max {
        let message = format!("a disk of type `{}` supports at most {} MB/s", row.id, grouped(range.max.into()));
        plan.lacks("throughputMbps", message, "split the workload over several clusters");
    }
    Some(wanted.clamp(range.min, range.max))
}

/// The IOPS of a disk that has them to choose: as many as are asked for and as the throughput needs.
fn iops(plan: &mut Draft<'_>, row: &DiskType, throughput: Option<u32>) -> Option<u32> {
    let wanted = plan.workload.iops;
    let Some(range) = row.iops else {
        no_choice(plan, row, "iops", wanted);
        return None;
    };
    let wanted = wanted.map_or(range.min, integer);
    if wanted > range.max {
        let message = format!("a disk of type `{}` supports at most {} IOPS", row.id, grouped(range.max.into()));
        plan.lacks("iops", message, "split the workload over several clusters");
    }
    let min = row.min_iops(throughput.map(f64::from)).unwrap_or(range.min);
    Some(wanted.max(min).clamp(range.min, range.max))
}

/// A requirement that a disk type has no setting for cannot be promised.
fn no_choice(plan: &mut Draft<'_>, row: &DiskType, key: &'static str, wanted: Option<f64>) {
    if wanted.is_some_and(|wanted| wanted > 0.0) {
        let message = format!("the speed of a disk of type `{}` depends on its size and cannot be set", row.id);
        let help = format!("remove `{key}`, and check the speed that the cloud documents for the recommended size");
        plan.lacks(key, message, help);
    }
}

/// The size in GB and why.
fn disk_size(plan: &mut Draft<'_>, row: &DiskType, size: &InstanceType, iops: Option<u32>) -> (u32, String) {
    let workload = plan.workload;
    let data = workload.data_gb() + workload.growth_gb() * workload.months();
    let for_data = (data * 100.0 / f64::from(FULL_PERCENT)).ceil();
    let for_data_reason = format!(
        "{} GB of data after {} months, with the disk at most {FULL_PERCENT}% full",
        amount(data),
        workload.months()
    );
    let (min, reason) = [
        size.recommended_disk_gb.map(|gb| (gb.into(), format!("the sizing guide recommends it for `{}`", size.id))),
        row.advised_size_gb.map(|gb| (gb.into(), format!("below {gb} GB, a disk of type `{}` is slow", row.id))),
        iops.zip(row.max_iops_per_gib).map(|(iops, each)| {
            (iops.div_ceil(each).into(), format!("{} IOPS require that size", grouped(iops.into())))
        }),
        Some((for_data, for_data_reason)),
    ]
    .into_iter()
    .flatten()
    .fold(
        (f64::from(row.size_gb.min), "the minimum size".to_string()),
        |most, one| if one.0 < most.0 { most } else { one },
    );
    if min > row.size_gb.max.into() {
        let message = format!(
            "the workload needs {} GB of disk; at most {} GB are supported",
            amount(min),
            grouped(row.size_gb.max.into())
        );
        let months =
            (f64::from(row.size_gb.max) * f64::from(FULL_PERCENT) / 100.0 - workload.data_gb()) / workload.growth_gb();
        let shorter = match workload.growth_gb() > 0.0 && months >= 1.0 && months < f64::from(u32::MAX) {
            true => format!("plan for at most {} months, ", amount(months.floor())),
            false => String::new(),
        };
        let key = if workload.data_gb() > 0.0 { "dataGb" } else { "growthGbPerMonth" };
        plan.lacks(key, message, format!("{shorter}keep less data, or split it over several clusters"));
        return (row.size_gb.max, "the maximum size".to_string());
    }
    (integer(min), reason)
}

/// The next integer, up to the maximum of the type.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, and no number is negative"
)]
fn integer(number: f64) -> u32 {
    number.ceil() as u32
}
