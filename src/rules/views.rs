//! The kinds of resources as rules see them: which of their properties are read once.
//!
//! The list is here; what reads a property is a method of its view in `readings`, and what can be wrong with it in `faults`.

use super::faults::text::Absent;
use super::faults::{
    backup as job, cluster as db, integration as sent, network as net, provider as access, replicaset as replica,
};
use super::reading::{Items, Once, Reading};
use crate::catalogue::rows::{CloudRow, Sink};
use crate::model::kind::KindId;
use crate::model::resource::Resource;
use crate::value::server_version::Line;

/// The list, for each macro that makes something of it: for each kind the readings of its properties, `Reading` of a value and
/// `Items` of a list, with the types of their values and faults. `unless` names readings before it: where a fault of one of
/// them has been reported, the rules about it are not asked. Of two lists that means item by item.
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
                    unless ProviderClientId ProviderClientSecret;
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
                /// The project that it is in.
                project read_project NetworkProject: Reading<&'a str, Absent>;
            }
            /// A managed cluster.
            ManagedCluster ManagedClusterReadings {
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
            /// An integration.
            Integration IntegrationReadings {
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
