//! How the properties of a replica set are read.

use crate::model::{Fit, fit, replicaset};
use crate::rules::context::Context;
use crate::rules::faults::replicaset::CountFault;
use crate::rules::reading::Reading;
use crate::rules::views::ManagedClusterReplicaset;

impl<'a> ManagedClusterReplicaset<'a> {
    pub fn read_count(self, cx: &mut Context<'a>) -> Reading<f64, CountFault> {
        let Some(range) = cx.range(self.resource, replicaset::REPLICA_COUNT) else { return Reading::NOTHING };
        let Some(count) = cx.number(self.resource, replicaset::REPLICA_COUNT).known() else { return Reading::NOTHING };
        let fit = fit(count, range);
        Reading::with(count, [(fit != Fit::Inside).then_some(CountFault(count, fit))])
    }
}
