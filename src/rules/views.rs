//! The kinds of resources as rules see them: which of their properties are read once.
//!
//! The list is here; what reads a property is a method of its view in `readings`, and what can be wrong with it in `faults`.

use super::faults::text::Absent;
use super::faults::{backup as job, cluster as db, network as net};
use super::reading::{Items, Once, Reading};
use crate::catalogue::rows::{CloudRow, InstanceType, ProjectionLevel, Topology};
use crate::model::kind::KindId;
use crate::model::resource::Resource;
use crate::value::server_version::Line;

/// The list, for each macro that makes something of it: for each kind the readings of its properties, `Reading` of a value and
/// `Items` of a list, with the types of their values and faults. `unless` names readings before it: where a fault of one of
/// them has been reported, the rules about it are not asked. Of two lists that means item by item.
macro_rules! with_views {
    ($make:ident) => {
        $make! {
            /// A network.
            Network NetworkReadings {
                /// The cloud that it is in.
                cloud read_cloud NetworkCloud: Reading<&'static CloudRow, net::CloudFault<'a>>;
                /// How its region is written.
                region read_region NetworkRegion: Reading<net::CloudRegion<'a>, net::RegionFault<'a>>;
                /// What its region offers.
                offer read_offer NetworkOffer: Reading<(), net::OfferFault<'a>>;
                /// Its CIDR block as it is written.
                text read_text NetworkText: Reading<&'a str, net::EmptyBlock>;
                /// Its CIDR block, and whether the provider accepts it.
                cidr_block read_cidr_block NetworkCidrBlock: Reading<net::Block<'a>, net::CidrBlockFault<'a>>, unless NetworkText;
                /// Whether its cloud has networks as large.
                size read_size NetworkSize: Reading<(), net::TooLargeForCloud<'a>>, unless NetworkText NetworkCidrBlock;
                /// Whether bits are set after its prefix.
                host_bits read_host_bits NetworkHostBits: Reading<(), net::HostBits<'a>>,
                    unless NetworkText NetworkCidrBlock NetworkSize;
                /// Whether it is in private address space.
                space read_space NetworkSpace: Reading<(), net::NotPrivate<'a>>, unless NetworkText NetworkCidrBlock NetworkHostBits;
                /// The project that it is in.
                project read_project NetworkProject: Reading<&'a str, Absent>;
            }
            /// A managed cluster.
            ManagedCluster ManagedClusterReadings {
                /// Its name.
                name read_name ClusterName: Reading<&'a str, db::BlankName>;
                /// The project that it is in.
                project read_project ClusterProject: Reading<&'a str, Absent>;
                /// The id of the network that it is in.
                network read_network ClusterNetwork: Reading<&'a str, Absent>;
                /// What is set although the service computes it.
                computed read_computed ClusterComputed: Items<(), db::Computed>;
                /// Its topology.
                topology read_topology ClusterTopology: Reading<&'static Topology, db::ChoiceFault<'a>>;
                /// Whether it has enough nodes for production.
                redundancy read_redundancy ClusterRedundancy: Reading<(), db::SingleNode>;
                /// Its instance type.
                instance_type read_instance_type ClusterInstanceType: Reading<&'a InstanceType, db::ChoiceFault<'a>>;
                /// Whether its instance type is fit for production.
                rating read_rating ClusterRating: Reading<(), db::RatingFault<'a>>;
                /// Its projection level.
                projection_level read_projection_level ClusterProjectionLevel:
                    Reading<&'static ProjectionLevel, db::ChoiceFault<'a>>;
                /// Whether it is protected as production should be.
                protection read_protection ClusterProtection: Reading<(), db::Unprotected>;
                /// Whether its disk type is one of the past.
                retired_disk read_retired_disk ClusterRetiredDisk: Reading<(), db::Retired<'a>>;
                /// Its disk type.
                disk_type read_disk_type ClusterDiskType: Reading<db::Disk<'a>, db::ChoiceFault<'a>>, unless ClusterRetiredDisk;
                /// Whether its disk type is one of the cloud that it is in.
                disk_cloud read_disk_cloud ClusterDiskCloud: Reading<(), db::OtherCloud<'a>>;
                /// The size of its disk, and whether the provider accepts it.
                size_range read_size_range ClusterSizeRange: Reading<f64, db::SizeOutOfRange>;
                /// The size of its disk.
                disk_size read_disk_size ClusterDiskSize: Reading<f64, db::Fraction>, unless ClusterSizeRange;
                /// Whether its disk type has disks as small.
                size_minimum read_size_minimum ClusterSizeMinimum: Reading<(), db::BelowMinimum<'a>>,
                    unless ClusterDiskCloud ClusterSizeRange;
                /// Whether a disk of its size is fast enough.
                size_speed read_size_speed ClusterSizeSpeed: Reading<(), db::Slow<'a>>,
                    unless ClusterDiskCloud ClusterSizeRange ClusterSizeMinimum;
                /// Whether the IOPS are given that its disk type requires.
                iops_given read_iops_given ClusterIopsGiven: Reading<(), db::MissingSetting<'a>>, unless ClusterDiskCloud;
                /// Its IOPS, where its disk type has them, and whether the provider accepts them.
                iops_range read_iops_range ClusterIopsRange: Reading<f64, db::SettingOutOfRange<'a>>, unless ClusterDiskCloud;
                /// Whether its disk type has IOPS, where they are given.
                iops_support read_iops_support ClusterIopsSupport: Reading<(), db::NotConfigurable<'a>>,
                    unless ClusterRetiredDisk ClusterDiskCloud;
                /// Its IOPS.
                iops read_iops ClusterIops: Reading<f64, db::Fraction>,
                    unless ClusterRetiredDisk ClusterDiskCloud ClusterIopsRange ClusterIopsSupport;
                /// Whether the throughput is given that its disk type requires.
                throughput_given read_throughput_given ClusterThroughputGiven: Reading<(), db::MissingSetting<'a>>,
                    unless ClusterDiskCloud;
                /// Its throughput, where its disk type has it, and whether the provider accepts it.
                throughput_range read_throughput_range ClusterThroughputRange: Reading<f64, db::SettingOutOfRange<'a>>,
                    unless ClusterDiskCloud;
                /// Whether its disk type has a throughput, where one is given.
                throughput_support read_throughput_support ClusterThroughputSupport: Reading<(), db::NotConfigurable<'a>>,
                    unless ClusterRetiredDisk ClusterDiskCloud;
                /// Its throughput.
                throughput read_throughput ClusterThroughput: Reading<f64, db::Fraction>,
                    unless ClusterRetiredDisk ClusterDiskCloud ClusterThroughputRange ClusterThroughputSupport;
                /// The release line of the server, as it is written.
                version read_version ClusterVersion: Reading<db::Release<'a>, db::VersionFault<'a>>;
                /// Whether the service offers its release line, and supports it.
                support read_support ClusterSupport: Reading<(), db::SupportFault<'a>>, unless ClusterVersion;
                /// Whether its release line is documented as available.
                documented read_documented ClusterDocumented: Reading<(), db::Undocumented<'a>>, unless ClusterVersion ClusterSupport;
                /// How long its release line is supported.
                term read_term ClusterTerm: Reading<(), db::ShortSupport<'a>>, unless ClusterVersion ClusterSupport;
                /// When the support of its release line ends.
                end read_end ClusterEnd: Reading<(), db::EndsSoon<'a>>, unless ClusterVersion;
                /// The patch that it is to have.
                tag read_tag ClusterTag: Reading<Line, db::TagFault<'a>>;
            }
            /// A scheduled backup.
            ScheduledBackup ScheduledBackupReadings {
                /// Its schedule.
                timing read_timing BackupTiming: Reading<job::Timing<'a>, job::NotFiveFields<'a>>;
                /// The minute of its schedule.
                minute read_minute BackupMinute: Reading<(), job::FieldFault<'a>>;
                /// The hour of its schedule.
                hour read_hour BackupHour: Reading<(), job::FieldFault<'a>>;
                /// The day of month of its schedule.
                day_of_month read_day_of_month BackupDayOfMonth: Reading<(), job::FieldFault<'a>>;
                /// The month of its schedule.
                month read_month BackupMonth: Reading<(), job::FieldFault<'a>>;
                /// The day of week of its schedule.
                day_of_week read_day_of_week BackupDayOfWeek: Reading<(), job::FieldFault<'a>>;
                /// How many backups it keeps.
                count read_count BackupCount: Reading<f64, job::CountFault>;
                /// The cluster that it backs up.
                cluster read_cluster BackupCluster: Reading<&'a str, Absent>;
                /// What the job does.
                description read_description BackupDescription: Reading<&'a str, Absent>;
                /// What each backup is called.
                naming read_naming BackupNaming: Reading<job::Naming<'a>, Absent>;
            }
        }
    };
}
pub(super) use with_views;

macro_rules! stores {
    ($($(#[$doc:meta])* $View:ident $Store:ident {
        $($(#[$property_doc:meta])* $property:ident $read:ident $About:ident: $Made:ident<$value:ty, $fault:ty>
            $(, unless $($before:ident)+)?;)+
    })+) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug)]
            pub struct $View<'a> {
                /// The resource itself.
                pub resource: &'a Resource,
                pub(super) store: &'a $Store<'a>,
            }

            #[derive(Debug, Default)]
            pub(super) struct $Store<'a> {
                $(pub $property: Once<'a, $Made<$value, $fault>>,)+
            }
        )+

        /// What has been read of a resource.
        #[derive(Debug)]
        pub(super) enum Views<'a> {
            /// Of its kind nothing is read once, or it cannot be read.
            None,
            $($View(Box<$Store<'a>>),)+
        }

        impl Views<'_> {
            pub fn of(resource: &Resource) -> Self {
                match resource.kind.filter(|_| resource.is_readable()).map(|kind| kind.id) {
                    $(Some(KindId::$View) => Self::$View(Box::default()),)+
                    _ => Self::None,
                }
            }
        }

        /// A reading that rules are about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum About {
            $($($About,)+)+
        }

        impl About {
            pub const COUNT: usize = [$($(stringify!($About)),+),+].len();
        }
    };
}

with_views!(stores);
