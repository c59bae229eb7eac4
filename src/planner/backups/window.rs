//! The part of a day in which backups may start.

/// Minutes of a day.
pub(super) const DAY: u32 = 24 * 60;

/// The part of a day in which backups may start.
#[derive(Clone, Copy)]
pub(super) struct Window {
    /// First minute of the day.
    pub from: u32,
    /// Number of minutes in which a backup may start, 1 to a whole day; it may go on past midnight.
    pub minutes: u32,
}

impl Window {
    pub const WHOLE_DAY: Self = Self { from: 0, minutes: DAY };

    /// Minutes from the last one in which a backup may start to the first one of the next day.
    pub const fn closed_minutes(self) -> u32 {
        DAY - (self.minutes - 1)
    }
}
