//! The planners, one call each: a request in, a plan out.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::{answer, decode, encode, optional};
use crate::catalogue::Catalogue;
use crate::model::raw::Raw;
use crate::model::reader::Refused;
use crate::model::settings::Settings;
use crate::planner::{addresses, backups, change, sizing};
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

/// Scheduled backups that meet objectives. The only option that counts is `catalogue`.
#[wasm_bindgen(js_name = planBackups)]
pub fn plan_backups(request: &JsValue, options: &JsValue) -> Result<JsValue, JsError> {
    planned(request, options, backups::plan_backups)
}

/// What the jobs of one cluster do over time. The only option that counts is `catalogue`.
#[wasm_bindgen(js_name = simulateBackups)]
pub fn simulate_backups(request: &JsValue, options: &JsValue) -> Result<JsValue, JsError> {
    planned(request, options, backups::simulate_backups)
}

/// What the change from one program, or one state of a resource, to another does to what exists.
#[wasm_bindgen(js_name = planChange)]
pub fn plan_change(before: &JsValue, after: &JsValue, options: &JsValue) -> Result<JsValue, JsError> {
    let sides = side(before, "before").and_then(|before| Ok((before, side(after, "after")?)));
    answer(
        sides
            .and_then(|(before, after)| Ok(Answer { plan: change::plan_change(&before, &after, &optional(options))? })),
    )
}

/// The plan of the change that `pulumi preview --json` shows.
#[wasm_bindgen(js_name = planPreview)]
pub fn plan_preview(preview: &JsValue, options: &JsValue) -> Result<JsValue, JsError> {
    let plan = change::plan_preview(&decode::raw(preview), &optional(options));
    answer(plan.map(|plan| Answer { plan }))
}

/// One side of a change. What was forgotten is not taken for nothing: a plan would then delete or make everything.
fn side(value: &JsValue, path: &str) -> Result<Raw, Refused> {
    match value.is_undefined() {
        true => Err(Refused::new(path, "is missing; write `null` for nothing")),
        false => Ok(decode::raw(value)),
    }
}

/// The facts of the rules about changes.
#[wasm_bindgen(js_name = changeRules)]
pub fn change_rules() -> Result<JsValue, JsError> {
    encode(&change::rules::RULES.map(change::rules::PlanRule::meta))
}

fn planned<T: Serialize>(
    request: &JsValue,
    options: &JsValue,
    plan: impl FnOnce(&Raw, &Catalogue) -> Result<T, Refused>,
) -> Result<JsValue, JsError> {
    let settings = Settings::read(&optional(options), rules::codes);
    answer(settings.and_then(|settings| Ok(Answer { plan: plan(&decode::raw(request), &settings.catalogue)? })))
}
