//! How the properties of a scheduled backup are read.

use crate::model::{Fit, fit, scheduled_backup as backup};
use crate::rules::context::Context;
use crate::rules::faults::backup::{CountFault, FieldFault, InField, Naming, NotFiveFields, Timing};
use crate::rules::faults::text::Absent;
use crate::rules::reading::Reading;
use crate::rules::readings::text::present;
use crate::rules::shared::backup::{is_seldom_enough, min_interval};
use crate::rules::views::ScheduledBackup;
use crate::schedule::{Field, Gaps, Part, Schedule, Syntax};
use crate::value::backup_template;

impl<'a> ScheduledBackup<'a> {
    pub fn read_timing(self, cx: &mut Context<'a>) -> Reading<Timing<'a>, NotFiveFields<'a>> {
        let Some(written) = cx.text(self.resource, backup::SCHEDULE).known() else { return Reading::NOTHING };
        let syntax = match Syntax::read(written) {
            Ok(syntax) => syntax,
            Err(error) => return Reading::bad(NotFiveFields(written, error)),
        };
        let schedule = Schedule::parse(written).ok();
        let is_runnable = schedule.as_ref().is_some_and(|schedule| is_seldom_enough(schedule, cx.catalogue()));
        Reading::good(Timing { written, syntax, schedule, is_runnable })
    }

    pub fn read_minute(self, cx: &mut Context<'a>) -> Reading<(), FieldFault<'a>> {
        let min = min_interval(cx.catalogue());
        self.field(cx, Field::Minute, |timing| {
            if !matches!(timing.syntax.minute.part, Some(Part::Any | Part::Step(1..))) {
                return None;
            }
            // Where another field is invalid, the minute is judged as if that field were `*`.
            let gap = match &timing.schedule {
                Some(schedule) => schedule.gaps().smallest,
                None => Schedule::parse(&format!("{} * * * *", timing.syntax.minute.text)).ok()?.gaps().smallest,
            };
            (gap < min).then_some(InField::TooFrequent(gap, min))
        })
    }

    pub fn read_hour(self, cx: &mut Context<'a>) -> Reading<(), FieldFault<'a>> {
        self.field(cx, Field::Hour, |timing| match timing.syntax.hour.part {
            Some(Part::Step(step)) => Some(InField::UnevenStep(step, uneven(&timing.syntax)?)),
            _ => None,
        })
    }

    pub fn read_day_of_month(self, cx: &mut Context<'a>) -> Reading<(), FieldFault<'a>> {
        self.field(cx, Field::DayOfMonth, |_| None)
    }

    pub fn read_month(self, cx: &mut Context<'a>) -> Reading<(), FieldFault<'a>> {
        self.field(cx, Field::Month, |_| None)
    }

    pub fn read_day_of_week(self, cx: &mut Context<'a>) -> Reading<(), FieldFault<'a>> {
        self.field(cx, Field::DayOfWeek, |timing| match timing.syntax.day_of_week.part {
            Some(Part::Step(step)) => Some(InField::StepOfDays(step)),
            Some(Part::At(7)) => Some(InField::Seven),
            _ => None,
        })
    }

    /// What is wrong with one field; `more` is asked about what no other field could have.
    fn field(
        self,
        cx: &mut Context<'a>,
        field: Field,
        more: impl FnOnce(&Timing<'a>) -> Option<InField<'a>>,
    ) -> Reading<(), FieldFault<'a>> {
        let Some(timing) = &self.timing(cx).value else { return Reading::NOTHING };
        let written = timing.syntax.field(field);
        let step = match written.part {
            Some(Part::Step(0)) => Some(InField::StepOfNothing),
            Some(Part::Step(step)) if field != Field::DayOfWeek => {
                field.max().filter(|max| step > u32::from(*max)).map(InField::StepBeyond)
            }
            _ => None,
        };
        let rest = written.part.and_then(|_| more(timing));
        let fault = |fault| FieldFault { field, written, fault };
        Reading::with((), [written.invalid().map(InField::Invalid).map(fault), step.map(fault), rest.map(fault)])
    }

    pub fn read_count(self, cx: &mut Context<'a>) -> Reading<f64, CountFault> {
        let Some(count) = cx.number(self.resource, backup::MAX_BACKUP_COUNT).known() else { return Reading::NOTHING };
        let Some(range) = cx.range(self.resource, backup::MAX_BACKUP_COUNT) else { return Reading::NOTHING };
        match fit(count, range) {
            Fit::Inside => Reading::good(count),
            other => Reading::bad(CountFault(count, other)),
        }
    }

    pub fn read_cluster(self, cx: &mut Context<'a>) -> Reading<&'a str, Absent> {
        present(cx, self.resource, backup::SOURCE_CLUSTER_ID)
    }

    pub fn read_description(self, cx: &mut Context<'a>) -> Reading<&'a str, Absent> {
        present(cx, self.resource, backup::DESCRIPTION)
    }

    pub fn read_naming(self, cx: &mut Context<'a>) -> Reading<Naming<'a>, Absent> {
        present(cx, self.resource, backup::BACKUP_DESCRIPTION).map(|text| (text, backup_template::parse(text)))
    }
}

/// The distances between the hours, where they differ although the job runs every day.
fn uneven(syntax: &Syntax<'_>) -> Option<Gaps> {
    if !matches!(syntax.day_of_week.part, Some(Part::Any | Part::Step(1))) {
        return None;
    }
    let gaps = Schedule::parse(&format!("0 {} * * *", syntax.hour.text)).ok()?.gaps();
    (gaps.smallest != gaps.largest).then_some(gaps)
}
