//! How the properties of an integration with CloudWatch are read.

use crate::catalogue::rows::Cloud;
use crate::model::path::PropertyPath;
use crate::rules::context::{Context, Field};
use crate::rules::faults::cloudwatch::{BlankId, KeyFault, NotAccepted};
use crate::rules::faults::list::NoItems;
use crate::rules::faults::region::{Code, Misspelled};
use crate::rules::faults::text::Absent;
use crate::rules::reading::{Items, Reading};
use crate::rules::readings::list::{counted, each};
use crate::rules::readings::region::spelled;
use crate::rules::readings::text::present;
use crate::rules::shared::cloudwatch::{
    ACCESS_KEY_ID, CLUSTER_IDS, DESCRIPTION, GROUP_NAME, NAMESPACE, REGION, SECRET_ACCESS_KEY, property,
};
use crate::rules::views::CloudWatch;
use crate::value::identifier::{is_log_group, is_long_lived_access_key, is_metric_namespace, is_temporary_access_key};

impl<'a> CloudWatch<'a> {
    pub fn read_description(self, cx: &mut Context<'a>) -> Reading<&'a str, Absent> {
        property(self.resource, DESCRIPTION).map_or(Reading::NOTHING, |id| present(cx, self.resource, id))
    }

    pub fn read_key(self, cx: &mut Context<'a>) -> Reading<(), KeyFault> {
        let Some(id) = property(self.resource, ACCESS_KEY_ID) else { return Reading::NOTHING };
        let key = match cx.hidden(self.resource, id) {
            Field::Missing => return Reading::bad(KeyFault::Absent(Absent::Missing)),
            Field::Known(key) => key,
            Field::Unknown => return Reading::NOTHING,
        };
        let is_blank = key.is_blank().then_some(KeyFault::Absent(Absent::Blank));
        let shape = match key.is(is_temporary_access_key) {
            true => Some(KeyFault::Temporary),
            false if key.is(is_long_lived_access_key) => None,
            false if self.has_key_as_secret(cx) => Some(KeyFault::Swapped),
            false => Some(KeyFault::NotAKey),
        };
        Reading::with((), [is_blank, shape])
    }

    pub fn read_secret(self, cx: &mut Context<'a>) -> Reading<(), Absent> {
        let Some(id) = property(self.resource, SECRET_ACCESS_KEY) else { return Reading::NOTHING };
        match cx.hidden(self.resource, id) {
            Field::Missing => Reading::bad(Absent::Missing),
            Field::Known(secret) if secret.is_blank() => Reading::bad(Absent::Blank),
            Field::Known(_) | Field::Unknown => Reading::NOTHING,
        }
    }

    /// Whether its secret has the shape of an access key, of whatever duration.
    fn has_key_as_secret(self, cx: &mut Context<'a>) -> bool {
        let secret = property(self.resource, SECRET_ACCESS_KEY);
        let secret = secret.and_then(|id| cx.hidden(self.resource, id).known());
        secret.is_some_and(|secret| secret.is(|text| is_long_lived_access_key(text) || is_temporary_access_key(text)))
    }

    pub fn read_cluster_count(self, cx: &mut Context<'a>) -> Reading<usize, NoItems> {
        property(self.resource, CLUSTER_IDS).map_or(Reading::NOTHING, |id| counted(cx, self.resource, id))
    }

    pub fn read_clusters(self, cx: &mut Context<'a>) -> Items<PropertyPath<'a>, BlankId<'a>> {
        let Some(id) = property(self.resource, CLUSTER_IDS) else { return Items::NOTHING };
        each(cx, self.resource, id, |cx, path| match cx.identity(self.resource, path) {
            None => Reading::NOTHING,
            Some(cluster) if cluster.is_blank() => Reading::bad(BlankId(path)),
            Some(_) => Reading::good(path),
        })
    }

    pub fn read_region(self, cx: &mut Context<'a>) -> Reading<Code<'a>, Misspelled<'a>> {
        let Some(id) = property(self.resource, REGION) else { return Reading::NOTHING };
        let Some(written) = cx.text(self.resource, id).known() else { return Reading::NOTHING };
        cx.catalogue().cloud_row(Cloud::Aws).map_or(Reading::NOTHING, |aws| spelled(cx, aws, written))
    }

    pub fn read_group(self, cx: &mut Context<'a>) -> Reading<&'a str, NotAccepted<'a>> {
        self.name(cx, GROUP_NAME, is_log_group)
    }

    pub fn read_namespace(self, cx: &mut Context<'a>) -> Reading<&'a str, NotAccepted<'a>> {
        self.name(cx, NAMESPACE, is_metric_namespace)
    }

    /// A name that CloudWatch must accept. One of the two kinds does not have it.
    fn name(
        self,
        cx: &mut Context<'a>,
        name: &str,
        is_accepted: fn(&str) -> bool,
    ) -> Reading<&'a str, NotAccepted<'a>> {
        let Some(id) = property(self.resource, name) else { return Reading::NOTHING };
        match cx.text(self.resource, id).known() {
            None => Reading::NOTHING,
            Some(text) if is_accepted(text) => Reading::good(text),
            Some(text) => {
                let meant = Some(text.trim()).filter(|text| is_accepted(text));
                Reading { value: meant, faults: vec![NotAccepted { text, meant }] }
            }
        }
    }
}
