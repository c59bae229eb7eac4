//! Schedules: any texts to every question about them, and laws between the answers.

use serde_json::json;

use super::asked;
use crate::draw::Draw;
use crate::ffi::Question;
use crate::schedule::{Instant, MINUTES_OF_WEEK, Schedule};

/// A schedule or two, times, and every question about them.
pub fn run(bytes: &[u8]) {
    let mut draw = Draw::of(bytes);
    let (way, first) = (draw.below(4), text(&mut draw));
    match way {
        0 => questions(&first, &mut draw),
        1 => pair(&first, &text(&mut draw)),
        2 => {
            if let (Ok(schedule), Some(from)) = (Schedule::parse(&first), instant(&mut draw)) {
                walk(&schedule, from, i64::from(draw.number() % 40_000));
            }
        }
        _ => {
            let any = String::from_utf8_lossy(draw.rest()).into_owned();
            asked(Question::ScheduleParse, &[&json!(any)]);
            let _ = Instant::parse(&any);
        }
    }
}

/// A schedule: five fields, a name, or five fields with one byte changed.
fn text(draw: &mut Draw<'_>) -> String {
    if draw.rarely(8) {
        return (*draw.one(&["@daily", "@hourly", "@weekly", "@monthly", "@yearly", "@reboot", ""])).to_string();
    }
    let mut field = |end: usize, steps: bool| match draw.below(8) {
        0..=2 => "*".to_string(),
        3..=5 => draw.below(end + 1).to_string(),
        6 if steps => format!("*/{}", draw.below(end + 1)),
        6 => "*".to_string(),
        _ => format!("{}-{}", draw.below(end), draw.below(end)),
    };
    let (minute, hour) = (field(60, true), field(24, true));
    let (day, month, weekday) = if field(2, false) == "1" {
        (field(31, false), field(12, false), field(7, false))
    } else {
        ("*".to_string(), "*".to_string(), field(7, false))
    };
    let text = format!("{minute} {hour} {day} {month} {weekday}");
    if draw.rarely(16) { crate::programs::changed(&text, draw) } else { text }
}

/// A point in time between the years 0 and 9999, or one that is none.
fn time(draw: &mut Draw<'_>) -> String {
    let year = if draw.below(2) == 0 { 2026 } else { draw.number() % 10_000 };
    let (month, day, hour) = (draw.below(13), draw.below(32), draw.below(25));
    let zone = *draw.one(&["Z", "+05:30", "-12:00", ""]);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{:02}:{:02}{zone}", draw.below(60), draw.below(60))
}

fn instant(draw: &mut Draw<'_>) -> Option<Instant> {
    Instant::parse(&time(draw))
}

fn questions(text: &str, draw: &mut Draw<'_>) {
    asked(Question::ScheduleParse, &[&json!(text)]);
    let (from, to, count) = (time(draw), time(draw), draw.below(12));
    asked(Question::ScheduleNext, &[&json!(text), &json!({ "after": from, "count": count })]);
    asked(Question::SchedulePrevious, &[&json!(text), &json!({ "before": from, "count": count })]);
    if draw.below(8) == 0 {
        asked(Question::ScheduleBetween, &[&json!(text), &json!({ "from": from, "to": to })]);
    }
    if let Ok(schedule) = Schedule::parse(text) {
        let written = schedule.facts().schedule;
        assert!(Schedule::parse(&written).is_ok_and(|again| again.same_runs(&schedule)), "{text} is written {written}");
    }
}

fn pair(a: &str, b: &str) {
    for question in [Question::ScheduleEquals, Question::ScheduleDistance, Question::ScheduleClash] {
        asked(question, &[&json!(a), &json!(b)]);
    }
    if let (Ok(a), Ok(b)) = (Schedule::parse(a), Schedule::parse(b)) {
        assert_eq!(a.distance(&b), b.distance(&a));
        assert!(u64::from(a.distance(&b)) < u64::from(MINUTES_OF_WEEK));
        if a.same_runs(&b) {
            assert_eq!(a.distance(&b), 0);
        }
    }
}

/// The runs after a time: in order, none left out between two, and back again the same way.
fn walk(schedule: &Schedule, from: Instant, minutes: i64) {
    let Some(next) = schedule.next_after(from) else { return };
    assert!(next.seconds() > from.seconds());
    if let Some(previous) = schedule.previous_before(next) {
        assert!(previous.seconds() <= from.seconds(), "{previous} lies between {from} and {next}");
    }
    let mut runs = vec![next];
    for _ in 0..8 {
        let Some(next) = runs.last().and_then(|last| schedule.next_after(*last)) else { break };
        runs.push(next);
    }
    if let (Some(first), Some(last)) = (runs.first(), runs.last()) {
        assert_eq!(schedule.between(*first, *last).collect::<Vec<_>>(), runs);
        assert_eq!(schedule.count_between(*first, *last), runs.len() as u64);
    }
    let end = runs.iter().find(|run| run.seconds() > from.seconds() + minutes * 60);
    if let Some(end) = end {
        assert!(schedule.count_between(from, *end) >= 1);
    }
}
