//! The planner of addresses.

mod examples;
mod laws;
mod limits;
mod oracle;

use eventstorecloud_planner::catalogue::Catalogue;
use eventstorecloud_planner::model::request::InputError;
use eventstorecloud_planner::planner::addresses::{AddressPlan, plan_address_space};
use serde_json::Value;

use crate::raw;

fn try_plan(request: &Value) -> Result<AddressPlan, InputError> {
    plan_address_space(&raw(request), &Catalogue::default())
}
