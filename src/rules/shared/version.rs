//! What several rules about versions say or ask.

use crate::catalogue::last_supported_day;
use crate::catalogue::rows::ServerLine;
use crate::rules::context::Context;
use crate::value::date::Date;
use crate::value::server_version::Line;

/// The line to take for a new cluster, with quotes, as the object of a verb.
pub(in crate::rules) fn recommended(cx: &Context<'_>) -> String {
    match cx.catalogue().recommended_line(cx.settings().today) {
        Some(row) => format!("`\"{}\"`, {}", row.line, row.kind.described()),
        None => "a line that is in support".to_string(),
    }
}

/// A line that is offered and known, with its last day of support.
pub(in crate::rules) fn supported_until<'a>(cx: &Context<'a>, line: Line) -> Option<(&'a ServerLine, Date)> {
    let row = cx.catalogue().server_line(line).filter(|row| row.offered)?;
    Some((row, last_supported_day(row)?))
}

/// Whether a line is offered and its support has ended.
pub(in crate::rules) fn is_out_of_support(cx: &Context<'_>, line: Line) -> bool {
    supported_until(cx, line).is_some_and(|(_, last)| last < cx.settings().today)
}

/// Where "today" comes from, when it was not given: the end of a message that depends on the day.
pub(in crate::rules) fn as_of(cx: &Context<'_>) -> String {
    match cx.settings().today_is_given {
        true => String::new(),
        false => format!(", as of the catalogue ({})", cx.catalogue().as_of()),
    }
}
