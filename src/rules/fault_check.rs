//! The checks of rules about the faults of one property.

use super::context::Context;
use super::faults::list::NoItems;
use super::faults::text::Absent;
use super::faults::{
    acl, backup as job, cloudwatch as watch, cluster as db, integration as sent, network as net, peering as peer,
    provider as access, region, replicaset as replica,
};
use super::views::{
    About, Acl, CloudWatch, Integration, ManagedCluster, ManagedClusterReplicaset, Network, Peering, Project, Provider,
    ScheduledBackup, with_views,
};
use crate::model::kind::KindId;

macro_rules! checks {
    ($($(#[$doc:meta])* $View:ident $Store:ident $(of $($kind:ident)+)? {
        $($(#[$property_doc:meta])* $property:ident $read:ident $About:ident: $Made:ident<$value:ty, $fault:ty>
            $(, unless $($before:ident)+)?;)+
    })+) => {
        /// The check of a rule about the faults of a reading.
        #[derive(Clone, Copy, Debug)]
        pub enum FaultCheck {
            $($(
                $(#[$property_doc])*
                $About(for<'a> fn(&mut Context<'a>, $View<'a>, &'a $fault)),
            )+)+
        }

        impl FaultCheck {
            pub(super) const fn about(&self) -> About {
                match self {
                    $($(Self::$About(_) => About::$About,)+)+
                }
            }

            /// The kind that has the property.
            pub(super) const fn kinds(&self) -> &'static [KindId] {
                match self {
                    $($(Self::$About(_) => $View::KINDS,)+)+
                }
            }
        }
    };
}

with_views!(checks);
