//! How the properties of a scheduled backup are read.

use crate::catalogue::Catalogue;
use crate::model::{Fit, fit, scheduled_backup as backup};
use crate::rules::context::Context;
use crate::rules::faults::backup::{CountFault, FieldFault, InField, Naming, NotFiveFields, Timing};
use crate::rules::faults::text::Absent;
use crate::rules::reading::Reading;
use crate::rules::readings::text::present;
use crate::rules::views::{About, ScheduledBackup};
use crate::schedule::{Field, Gaps, Part, Schedule, Syntax, SyntaxError, day_number};
use crate::value::backup_template;

impl<'a> ScheduledBackup<'a> {
    pub fn read_timing(self, cx: &mut Context<'a>) -> Reading<Timing<'a>, NotFiveFields<'a>> {
        let Some(written) = cx.text(self.resource, backup::SCHEDULE).known() else { return Reading::NOTHING };
        let (syntax, fault) = match Syntax::read(written) {
            Ok(syntax) => (Some(syntax), None),
            Err(error) => {
                let fields = match error {
                    SyntaxError::Macro => cx.catalogue().schedule_macro(written).and_then(|row| row.schedule.as_ref()),
                    SyntaxError::Spacing | SyntaxError::FieldCount(_) => None,
                };
                let meant = Syntax::of_any_spacing(fields.map_or(written, |fields| fields.as_str()));
                (meant, Some(NotFiveFields(written, error)))
            }
        };
        let timing = syntax.map(|syntax| Timing { written, syntax, schedule: meant(&syntax) });
        Reading { value: timing, faults: fault.into_iter().collect() }
    }

    pub fn read_minute(self, cx: &mut Context<'a>) -> Reading<(), FieldFault<'a>> {
        let min = min_interval(cx.catalogue());
        self.field(cx, Field::Minute, |timing| {
            if !matches!(timing.syntax.minute.part, Some(Part::Any | Part::Step(1..))) {
                return None;
            }
            // Where another field is invalid, the minute is judged as if that field were `*`.
            let gap = match &timing.schedule {
                Some(schedule) if timing.syntax.invalid_fields().next().is_none() => schedule.gaps().smallest,
                _ => Schedule::parse(&format!("{} * * * *", timing.syntax.minute.text)).ok()?.gaps().smallest,
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

    /// The schedule that is meant: nothing where it has been reported and another one is to be written.
    pub fn meant_schedule(self, cx: &mut Context<'a>) -> Option<&'a Schedule> {
        let timing = self.timing(cx).value.as_ref()?;
        let schedule = timing.schedule.as_ref()?;
        let is_too_frequent = !is_seldom_enough(schedule, cx.catalogue());
        (!is_too_frequent || !cx.is_reported(self.resource, About::BackupMinute)).then_some(schedule)
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

/// What a schedule means, with fields that other programs write in other ways.
fn meant(syntax: &Syntax<'_>) -> Option<Schedule> {
    let fields = syntax.fields().map(|(field, written)| match (field, written.text) {
        (Field::DayOfMonth | Field::Month, "?" | "*/1") | (Field::DayOfWeek, "?") => "*".to_string(),
        (Field::DayOfWeek, text) => day_number(text).map_or_else(|| text.to_string(), |number| number.to_string()),
        (_, text) => text.to_string(),
    });
    Schedule::parse(&fields.join(" ")).ok()
}

/// The schedule of a text, where it is one that a backup can have: in the subset and not too often.
pub fn runnable(text: &str, catalogue: &Catalogue) -> Option<Schedule> {
    Schedule::parse(text).ok().filter(|schedule| is_seldom_enough(schedule, catalogue))
}

/// The fewest minutes between two runs of a job.
fn min_interval(catalogue: &Catalogue) -> u32 {
    catalogue.backup_limits().map_or(0, |limits| limits.min_interval_minutes)
}

/// Whether a job may run as often.
pub fn is_seldom_enough(schedule: &Schedule, catalogue: &Catalogue) -> bool {
    schedule.gaps().smallest >= min_interval(catalogue)
}

/// The distances between the hours, where they differ although the job runs every day.
fn uneven(syntax: &Syntax<'_>) -> Option<Gaps> {
    if !matches!(syntax.day_of_week.part, Some(Part::Any | Part::Step(1))) {
        return None;
    }
    let gaps = Schedule::parse(&format!("0 {} * * *", syntax.hour.text)).ok()?.gaps();
    (gaps.smallest != gaps.largest).then_some(gaps)
}
