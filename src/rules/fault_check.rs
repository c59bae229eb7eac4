//! The checks of rules about the faults of one property.

use super::context::Context;
use super::faults::text::Absent;
use super::faults::{
    backup as job, cluster as db, integration as sent, network as net, provider as access, replicaset as replica,
};
use super::views::{
    About, Integration, ManagedCluster, ManagedClusterReplicaset, Network, Project, Provider, ScheduledBackup,
    with_views,
};
use crate::model::kind::KindId;

macro_rules! checks {
    ($($(#[$doc:meta])* $View:ident $Store:ident {
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
                    $($(Self::$About(_) => &[KindId::$View],)+)+
                }
            }
        }
    };
}

with_views!(checks);
