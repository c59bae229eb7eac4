//! The planners, one call each: a request and options in, packed; a plan out.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::{answer, unpacked};
use crate::catalogue::Catalogue;
use crate::model::raw::Raw;
use crate::model::reader::InputError;
use crate::model::settings::Settings;
use crate::planner::{addresses, backups, change, sizing};
use crate::rules;

#[derive(Serialize)]
struct Answer<T> {
    plan: T,
}

/// Address blocks for networks. The only option that counts is `catalogue`.
#[wasm_bindgen(js_name = planAddressSpace)]
pub fn plan_address_space(input: &[u8]) -> Result<JsValue, JsError> {
    planned(input, addresses::plan_address_space)
}

/// The cheapest cluster that a workload fits. The only option that counts is `catalogue`.
#[wasm_bindgen(js_name = recommendCluster)]
pub fn recommend_cluster(input: &[u8]) -> Result<JsValue, JsError> {
    planned(input, sizing::recommend_cluster)
}

/// Scheduled backups that meet objectives. The only option that counts is `catalogue`.
#[wasm_bindgen(js_name = planBackups)]
pub fn plan_backups(input: &[u8]) -> Result<JsValue, JsError> {
    planned(input, backups::plan_backups)
}

/// What the jobs of one cluster do over time. The only option that counts is `catalogue`.
#[wasm_bindgen(js_name = simulateBackups)]
pub fn simulate_backups(input: &[u8]) -> Result<JsValue, JsError> {
    planned(input, backups::simulate_backups)
}

/// What the change from one program, or one state of a resource, to another does to what exists.
#[wasm_bindgen(js_name = planChange)]
pub fn plan_change(input: &[u8]) -> Result<JsValue, JsError> {
    let [before, after, options] = unpacked(input)?;
    answer(change::plan_change(&before, &after, &options).map(|plan| Answer { plan }))
}

/// The plan of a change that an engine has planned: `{ before, after, steps }`.
#[wasm_bindgen(js_name = planPreview)]
pub fn plan_preview(input: &[u8]) -> Result<JsValue, JsError> {
    let [preview, options] = unpacked(input)?;
    answer(change::plan_preview(&preview, &options).map(|plan| Answer { plan }))
}

fn planned<T: Serialize>(
    input: &[u8],
    plan: impl FnOnce(&Raw, &Catalogue) -> Result<T, InputError>,
) -> Result<JsValue, JsError> {
    let [request, options] = unpacked(input)?;
    let settings = Settings::read(&options, rules::codes);
    answer(settings.and_then(|settings| Ok(Answer { plan: plan(&request, &settings.catalogue)? })))
}
