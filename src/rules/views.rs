//! The kinds of resources as rules see them: which of their properties are read once.
//!
//! The list is here; what reads a property is a method of its view in `readings`, and what can be wrong with it in `faults`.

use super::faults::list::NoItems;
use super::faults::text::Absent;
use super::faults::{
    acl, backup as job, cloudwatch as watch, cluster as db, integration as sent, network as net, peering as peer,
    provider as access, region, replicaset as replica,
};
use super::reading::{Items, Once, Reading};
use crate::catalogue::rows::{CloudRow, InstanceType, ProjectionLevel, Sink, Topology};
use crate::model::kind::KindId;
use crate::model::path::PropertyPath;
use crate::model::resource::Resource;

/// The list, for each macro that makes something of it: for each kind the readings of its properties, `Reading` of a value and
/// `Items` of a list, with the types of their values and faults. `unless` names readings before it: where a fault of one of
/// them has been reported, the rules about it are not asked. Of two lists that means item by item. A view has the name of its
/// kind, or says `of` which kinds it is.
macro_rules! with_views {
    ($make:ident) => {
        $make! {
            /// A provider, or the configuration of the stack.
            Provider ProviderReadings {
                /// Which settings its constructor requires and is not given.
                passed read_passed ProviderPassed: Items<(), access::NotPassed>;
                /// The id of the organisation.
                organization read_organization ProviderOrganization: Reading<&'a str, Absent>;
                /// Its token.
                token read_token ProviderToken: Reading<access::Given, access::IdOfToken>;
                /// Whether its credentials are marked as secret.
                secrecy read_secrecy ProviderSecrecy: Items<(), access::Plaintext>;
                /// Whether the target supports the secret of a service account.
                account read_account ProviderAccount: Reading<(), access::NotSupported>;
                /// Whether the target supports the URL where service accounts sign in.
                identity_kit read_identity_kit ProviderIdentityKit: Reading<(), access::NotSupported>;
                /// Whether it has the id of a service account.
                client_id read_client_id ProviderClientId: Reading<bool, access::IdWithoutSecret>;
                /// Whether it has the secret of a service account.
                client_secret read_client_secret ProviderClientSecret: Reading<bool, access::SecretWithoutId>,
                    unless ProviderAccount;
                /// Whether it has any credential.
                credential read_credential ProviderCredential: Reading<(), access::NoCredential>,
                    unless ProviderClientSecret;
                /// The folder for tokens.
                token_store read_token_store ProviderTokenStore: Reading<&'a str, access::NoFolder>;
                /// Its URLs.
                urls read_urls ProviderUrls: Items<(), access::UnsafeUrl<'a>>;
            }
            /// A project.
            Project ProjectReadings {
                /// Its name, where that is not generated.
                name read_name ProjectName: Reading<&'a str, Absent>;
            }
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
                /// Whether it has a CIDR block, where it is private.
                private_block read_private_block NetworkPrivateBlock: Reading<(), net::NoBlock>;
                /// Whether it has none, where it is public.
                public_block read_public_block NetworkPublicBlock: Reading<(), net::BlockOfPublic<'a>>;
                /// Whether its cloud is known to have public networks, where it is public.
                public_cloud read_public_cloud NetworkPublicCloud: Reading<(), net::UndocumentedPublic>;
                /// The project that it is in.
                project read_project NetworkProject: Reading<&'a str, Absent>;
            }
            /// An access list.
            Acl AclReadings {
                /// How many entries it has.
                count read_count AclCount: Reading<usize, NoItems>;
                /// Its entries, and whether they have addresses.
                entries read_entries AclEntries: Items<acl::Entry<'a>, acl::NoAddress<'a>>;
                /// Whether the comments of its entries are under the right key.
                comment_keys read_comment_keys AclCommentKeys: Items<(), acl::CommentKey<'a>>, unless AclEntries;
                /// The keys of its entries that nothing reads.
                other_keys read_other_keys AclOtherKeys: Items<(), acl::OtherKeys<'a>>, unless AclEntries;
                /// Whether its entries have comments.
                comments read_comments AclComments: Items<(), acl::NoComment<'a>>, unless AclEntries AclCommentKeys;
                /// The addresses of its entries.
                addresses read_addresses AclAddresses: Items<acl::Written<'a>, acl::AddressFault<'a>>;
                /// Whether it is clear which addresses are meant.
                forms read_forms AclForms: Items<(), acl::FormFault<'a>>, unless AclAddresses;
                /// Whether clients can have its addresses.
                routing read_routing AclRouting: Items<(), acl::Unroutable<'a>>, unless AclAddresses;
            }
            /// A peering.
            Peering PeeringReadings {
                /// The cloud of the peer network.
                cloud read_cloud PeeringCloud: Reading<&'static CloudRow, peer::CloudFault<'a>>;
                /// Whether the network of the service is in that cloud.
                own_cloud read_own_cloud PeeringOwnCloud: Reading<(), peer::OtherCloud<'a>>;
                /// The region of the peer network.
                region read_region PeeringRegion: Reading<region::Code<'a>, region::Misspelled<'a>>, unless PeeringOwnCloud;
                /// Whether the account is a tenant on Azure, not a subscription.
                tenant read_tenant PeeringTenant: Reading<(), peer::Subscription>, unless PeeringOwnCloud;
                /// The account that the peer network is in.
                account read_account PeeringAccount: Reading<(), peer::IdFault<'a>>, unless PeeringOwnCloud PeeringTenant;
                /// The peer network itself.
                peer_network read_peer_network PeeringPeerNetwork: Reading<(), peer::IdFault<'a>>, unless PeeringOwnCloud;
                /// How many routes it has.
                route_count read_route_count PeeringRouteCount: Reading<usize, NoItems>;
                /// Its routes.
                routes read_routes PeeringRoutes: Items<peer::Route<'a>, peer::RouteFault<'a>>;
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
                /// Whether its disk type is one of the cloud that it is in.
                disk_cloud read_disk_cloud ClusterDiskCloud: Reading<(), db::OtherCloud<'a>>;
                /// Whether its disk type is one of the past.
                retired_disk read_retired_disk ClusterRetiredDisk: Reading<(), db::Retired<'a>>, unless ClusterDiskCloud;
                /// Its disk type.
                disk_type read_disk_type ClusterDiskType: Reading<db::Disk<'a>, db::DiskTypeFault<'a>>,
                    unless ClusterDiskCloud ClusterRetiredDisk;
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
                tag read_tag ClusterTag: Reading<db::Release<'a>, db::TagFault<'a>>;
            }
            /// A replica set.
            ManagedClusterReplicaset ManagedClusterReplicasetReadings {
                /// How many replicas it has.
                count read_count ReplicaCount: Reading<f64, replica::CountFault>;
            }
            /// A scheduled backup.
            ScheduledBackup ScheduledBackupReadings {
                /// Its schedule.
                timing read_timing BackupTiming: Reading<job::Timing<'a>, job::NotFiveFields<'a>>;
                /// The minute of its schedule.
                minute read_minute BackupMinute: Reading<(), job::FieldFault<'a>>, unless BackupTiming;
                /// The hour of its schedule.
                hour read_hour BackupHour: Reading<(), job::FieldFault<'a>>, unless BackupTiming;
                /// The day of month of its schedule.
                day_of_month read_day_of_month BackupDayOfMonth: Reading<(), job::FieldFault<'a>>, unless BackupTiming;
                /// The month of its schedule.
                month read_month BackupMonth: Reading<(), job::FieldFault<'a>>, unless BackupTiming;
                /// The day of week of its schedule.
                day_of_week read_day_of_week BackupDayOfWeek: Reading<(), job::FieldFault<'a>>, unless BackupTiming;
                /// How many backups it keeps.
                count read_count BackupCount: Reading<f64, job::CountFault>;
                /// The cluster that it backs up.
                cluster read_cluster BackupCluster: Reading<&'a str, Absent>;
                /// What the job does.
                description read_description BackupDescription: Reading<&'a str, Absent>;
                /// What each backup is called.
                naming read_naming BackupNaming: Reading<job::Naming<'a>, Absent>;
            }
            /// An integration.
            Integration IntegrationReadings {
                /// What it is called.
                description read_description IntegrationDescription: Reading<&'a str, Absent>;
                /// The sink that is meant.
                sink read_sink IntegrationSink: Reading<&'static Sink, sent::SinkFault<'a>>;
                /// Whether its sink has a resource of its own.
                foreign read_foreign IntegrationForeign: Reading<(), sent::ForeignFault<'a>>, unless IntegrationSink;
                /// Whether its sink is documented.
                documented read_documented IntegrationDocumented: Reading<(), sent::UndocumentedSink>, unless IntegrationForeign;
                /// Whether its sink has a future.
                future read_future IntegrationFuture: Reading<(), sent::RetiredSink>, unless IntegrationForeign;
                /// What is sent.
                source read_source IntegrationSource: Reading<&'a str, sent::SourceFault<'a>>, unless IntegrationForeign;
                /// Whether it says what is sent.
                has_source read_has_source IntegrationHasSource: Reading<(), sent::NoSource>, unless IntegrationForeign;
                /// The keys that its sink needs.
                keys read_keys IntegrationKeys: Items<sent::Key, sent::Untranslated<'a>>, unless IntegrationForeign;
                /// Whether each key is written once.
                spellings read_spellings IntegrationSpellings: Items<(), sent::Twice>;
                /// Whether its credentials are marked as secret.
                secrecy read_secrecy IntegrationSecrecy: Items<(), sent::Plaintext<'a>>, unless IntegrationForeign;
                /// The channel of Slack that it posts to.
                channel read_channel IntegrationChannel: Reading<(), sent::NoChannel>, unless IntegrationForeign;
                /// Whether all its values are strings.
                values read_values IntegrationValues: Items<(), sent::NotAString<'a>>;
            }
            /// An integration with CloudWatch, for logs or metrics.
            CloudWatch CloudWatchReadings of AWSCloudWatchLogsIntegration AWSCloudWatchMetricsIntegration {
                /// What it is called.
                description read_description CloudWatchDescription: Reading<&'a str, Absent>;
                /// The access key.
                key read_key CloudWatchKey: Reading<(), watch::KeyFault>;
                /// The secret of the access key.
                secret read_secret CloudWatchSecret: Reading<(), Absent>;
                /// How many clusters it has.
                cluster_count read_cluster_count CloudWatchClusterCount: Reading<usize, NoItems>;
                /// Its clusters.
                clusters read_clusters CloudWatchClusters: Items<PropertyPath<'a>, watch::BlankId<'a>>;
                /// The region that it sends to.
                region read_region CloudWatchRegion: Reading<region::Code<'a>, region::Misspelled<'a>>;
                /// The log group, if it sends logs.
                group read_group CloudWatchGroup: Reading<&'a str, watch::NotAccepted<'a>>;
                /// The namespace, if it sends metrics.
                namespace read_namespace CloudWatchNamespace: Reading<&'a str, watch::NotAccepted<'a>>;
            }
        }
    };
}
pub(super) use with_views;

/// The kinds of a view, as a list.
macro_rules! kinds {
    ($View:ident) => { &[KindId::$View] };
    ($View:ident $($kind:ident)+) => { &[$(KindId::$kind),+] };
}

/// The kinds of a view, as a pattern.
macro_rules! any_kind {
    ($View:ident) => { KindId::$View };
    ($View:ident $($kind:ident)+) => { $(KindId::$kind)|+ };
}

macro_rules! stores {
    ($($(#[$doc:meta])* $View:ident $Store:ident $(of $($kind:ident)+)? {
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

            impl $View<'_> {
                /// The kinds that it is a view of.
                pub const KINDS: &'static [KindId] = kinds!($View $($($kind)+)?);
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
                    $(Some(any_kind!($View $($($kind)+)?)) => Self::$View(Box::default()),)+
                    _ => Self::None,
                }
            }
        }

        /// A reading that rules are about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum About {
            $($($About,)+)+
        }

        impl About {
            pub const COUNT: usize = [$($(stringify!($About)),+),+].len();
        }
    };
}

with_views!(stores);
