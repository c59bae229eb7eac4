//! CIDR blocks for networks that stay where they are.
//!
//! Networks get CIDR blocks from pools in the order in which they are asked for. What exists keeps its CIDR block, so
//! the plan of one call is the `existing` of the next, and what is asked for later never moves what was there before.

mod help;
mod limits;
mod place;
mod plan;
mod request;
mod size;
mod summary;
mod tries;
mod wanted;

pub use limits::{ADDRESSES_KEPT_BY_CLOUD, ADDRESSES_PER_CLUSTER, MAX_ITEMS, MAX_OVERLAPPING, MAX_PEERS, MAX_POOLS};
pub use plan::{
    AddressDiagnostic, AddressPlan, FreeCidrs, MAX_FREE_CIDRS, MovedNetwork, NetworkStatus, PeerRoutes, PeeringRoute,
    PlannedArgs, PlannedNetwork, PoolSummary, ReleasedNetwork, UnplacedNetwork,
};

use crate::catalogue::Catalogue;
use crate::model::raw::Raw;
use crate::model::request::InputError;
use request::Request;
pub use request::{AddressRequest, NamedCidr, NetworkRequest};

/// Plans the CIDR blocks of networks.
///
/// The request is an [`AddressRequest`].
///
/// An existing network keeps its CIDR block, wherever that is. One that requests a larger one keeps it too, unless its
/// `growth` is `move`: then it gets another one, if there is room. A new network gets the first addresses of
/// the smallest free CIDR block that has room for it, of several as small the lowest. Two networks never overlap,
/// unless the `overlap` of both is `allowed` and they have no peer in common; and even then only where there is no
/// other room.
///
/// ```
/// use eventstorecloud_planner::catalogue::Catalogue;
/// use eventstorecloud_planner::model::raw::Raw;
/// use eventstorecloud_planner::planner::addresses::plan_address_space;
///
/// let request: Raw = serde_json::from_str(r#"{
///     "pools": ["10.20.0.0/16"],
///     "reserved": [{ "cidrBlock": "10.20.0.0/20", "name": "office" }],
///     "requests": [{ "name": "orders", "cloud": "aws", "clusters": 40, "peers": ["office"] }]
/// }"#)?;
/// let plan = plan_address_space(&request, &Catalogue::default())?;
/// assert!(plan.ok);
/// assert_eq!(plan.networks[0].cidr_block, "10.20.16.0/23");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The first invalid value of the request. A lack of room is part of the plan.
pub fn plan_address_space(request: &Raw, catalogue: &Catalogue) -> Result<AddressPlan, InputError> {
    let request = Request::read(request, catalogue)?;
    Ok(summary::summarize(&request, &place::place(&request), catalogue))
}
