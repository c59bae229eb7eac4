//! The questions of planners. The only option that counts for those that plan from a request is `catalogue`.

use super::answer::Answer;
use super::codec::Values;
use crate::catalogue::Catalogue;
use crate::model::raw::Raw;
use crate::model::request::InputError;
use crate::model::settings::Settings;
use crate::planner::addresses::{self, AddressPlan};
use crate::planner::backups::{self, BackupPlan, BackupSimulation};
use crate::planner::change::{self, ChangePlan};
use crate::planner::sizing::{self, ClusterRecommendation};
use crate::rules;

pub(super) fn plan_address_space(values: &mut Values<'_>) -> Answer<AddressPlan> {
    planned(values, addresses::plan_address_space)
}

pub(super) fn recommend_cluster(values: &mut Values<'_>) -> Answer<ClusterRecommendation> {
    planned(values, sizing::recommend_cluster)
}

pub(super) fn plan_backups(values: &mut Values<'_>) -> Answer<BackupPlan> {
    planned(values, backups::plan_backups)
}

pub(super) fn simulate_backups(values: &mut Values<'_>) -> Answer<BackupSimulation> {
    planned(values, backups::simulate_backups)
}

pub(super) fn plan_change(values: &mut Values<'_>) -> Answer<ChangePlan> {
    let (before, after, options) = (values.whole()?, values.whole()?, values.whole()?);
    Ok(Some(change::plan_change(&before, &after, &options)?))
}

pub(super) fn plan_preview(values: &mut Values<'_>) -> Answer<ChangePlan> {
    let (before, after) = (values.whole()?, values.whole()?);
    let (report, leftovers, options) = (values.whole()?, values.whole()?, values.whole()?);
    Ok(Some(change::plan_preview(&before, &after, (&report, &leftovers), &options)?))
}

pub(super) fn check_preview(values: &mut Values<'_>) -> Answer<()> {
    let preview = values.whole()?;
    change::check_printed(&preview)?;
    Ok(None)
}

fn planned<T>(values: &mut Values<'_>, plan: impl FnOnce(&Raw, &Catalogue) -> Result<T, InputError>) -> Answer<T> {
    let (request, options) = (values.whole()?, values.whole()?);
    let settings = Settings::read(&options, rules::codes)?;
    Ok(Some(plan(&request, &settings.catalogue)?))
}
