//! The planners, one call each: a request in, a plan out.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::{answer, decode, optional};
use crate::catalogue::Catalogue;
use crate::model::raw::Raw;
use crate::model::reader::Refused;
use crate::model::settings::Settings;
use crate::planner::{addresses, sizing};
use crate::rules;

#[derive(Serialize)]
struct Answer<T> {
    plan: T,
}

/// Address blocks for networks. The only option that counts is `catalogue`.
#[wasm_bindgen(js_name = planAddressSpace)]
pub fn plan_address_space(request: &JsValue, options: &JsValue) -> Result<JsValue, JsError> {
    planned(request, options, addresses::plan_address_space)
}

/// The cheapest cluster that a workload fits. The only option that counts is `catalogue`.
#[wasm_bindgen(js_name = recommendCluster)]
pub fn recommend_cluster(workload: &JsValue, options: &JsValue) -> Result<JsValue, JsError> {
    planned(workload, options, sizing::recommend_cluster)
}

fn planned<T: Serialize>(
    request: &JsValue,
    options: &JsValue,
    plan: impl FnOnce(&Raw, &Catalogue) -> Result<T, Refused>,
) -> Result<JsValue, JsError> {
    let settings = Settings::read(&optional(options), &rules::codes());
    answer(settings.and_then(|settings| Ok(Answer { plan: plan(&decode::raw(request), &settings.catalogue)? })))
}
