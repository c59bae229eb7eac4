//! The subset of cron that scheduled backups support: reading, occurrences, gaps and words.
//!
//! Five fields: minute, hour, day of month, month, day of week. Minute and hour are `*`, one number or a step;
//! day of month and month are `*`; day of week is `*` or one number (0 is Sunday, 7 is read as Sunday too).
//! Times are UTC: the service's documentation names no time zone. There is no clock here, times are given.

mod distance;
mod instant;
mod occurrence;
mod span;
mod syntax;
mod week;
mod words;

pub use distance::{Nearest, largest_gap, smallest_distance};
pub use instant::Instant;
pub use occurrence::{Gaps, Schedule, ScheduleError, ScheduleFacts, even_hour_steps};
pub use syntax::{Field, InvalidField, Part, Syntax, SyntaxError, Written};
pub use week::{MINUTES_OF_WEEK, with_next};
pub use words::{day_number, duration};
