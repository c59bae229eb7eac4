//! What several rules ask, mostly of one category.

pub(in crate::rules) mod acl;
pub(in crate::rules) mod args;
pub(in crate::rules) mod backup;
pub(in crate::rules) mod change;
pub(in crate::rules) mod cloudwatch;
pub(in crate::rules) mod cluster;
pub(in crate::rules) mod integration;
pub(in crate::rules) mod network;
pub(in crate::rules) mod organization;
pub(in crate::rules) mod peering;
pub(in crate::rules) mod projects;
pub(in crate::rules) mod provider;
pub(in crate::rules) mod regions;
pub(in crate::rules) mod stack;
pub(in crate::rules) mod target;
pub(in crate::rules) mod version;
