//! How the properties of each kind are read, and what can be wrong with them.

pub(in crate::rules) mod acl;
pub(in crate::rules) mod backup;
pub(in crate::rules) mod cloudwatch;
pub(in crate::rules) mod cluster;
pub(in crate::rules) mod ids;
pub(in crate::rules) mod integration;
pub(in crate::rules) mod list;
pub(in crate::rules) mod network;
pub(in crate::rules) mod peering;
pub(in crate::rules) mod project;
pub(in crate::rules) mod provider;
pub(in crate::rules) mod region;
pub(in crate::rules) mod replicaset;
pub(in crate::rules) mod text;
