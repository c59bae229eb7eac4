//! The network of a cluster, and who may connect to it.

use crate::model::managed_cluster as cluster;
use crate::model::resource::State;
use crate::rules::context::Context;
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
        match cx.state(self.resource, cluster::ACL_ID)? {
            State::Missing => Some(false),
            State::Text(text) => Some(!text.trim().is_empty()),
            State::Reference(_) => Some(true),
            _ => None,
        }
    }
}
