//! The network of a cluster, and who may connect to it.

use crate::model::managed_cluster as cluster;
use crate::model::resource::State;
use crate::rules::context::{Context, Field, Identity};
use crate::rules::views::{ManagedCluster, Network};

impl<'a> ManagedCluster<'a> {
    /// The network that it is in, if that is in the program.
    pub fn own_network(self, cx: &mut Context<'a>) -> Option<Network<'a>> {
        let net = cx.follow(self.resource, cluster::NETWORK_ID).known()?;
        Network::of(cx, net)
    }

    /// Whether it is public, if that is known.
    pub fn is_public(self, cx: &mut Context<'a>) -> Option<bool> {
        cx.boolean(self.resource, cluster::PUBLIC_ACCESS).or(false)
    }

    /// Its network, if one of the two is public, and this is known to be the cluster or known not to be.
    pub fn network_with_other_access(self, cx: &mut Context<'a>, is_cluster_public: bool) -> Option<Network<'a>> {
        if self.is_public(cx) != Some(is_cluster_public) {
            return None;
        }
        let net = self.own_network(cx)?;
        (net.is_public(cx) == Some(!is_cluster_public)).then_some(net)
    }

    /// Whether it has an access list, if that is known. A blank id is none.
    pub fn has_access_list(self, cx: &mut Context<'a>) -> Option<bool> {
        match self.access_list(cx) {
            Field::Missing => Some(false),
            Field::Known(list) => Some(!list.is_blank()),
            Field::Unknown => None,
        }
    }

    /// Its access list.
    pub fn access_list(self, cx: &mut Context<'a>) -> Field<Identity<'a>> {
        match cx.state(self.resource, cluster::ACL_ID) {
            Some(State::Missing) => Field::Missing,
            Some(State::Text(text)) => Field::Known(Identity::Id(text)),
            Some(State::Reference(other)) => Field::Known(Identity::Named(&other.name)),
            _ => Field::Unknown,
        }
    }
}
