//! The week that every schedule repeats.

/// Minutes of a week.
pub const MINUTES_OF_WEEK: u32 = 7 * 24 * 60;

/// Each start of a week, in their order, with the next one; the last one with the first of the next week.
pub fn with_next<T: Copy>(starts: &[(u32, T)]) -> impl Iterator<Item = ((u32, T), (u32, T))> {
    let first = starts.first().map(|(start, owner)| (start + MINUTES_OF_WEEK, *owner));
    starts.iter().copied().zip(starts.iter().copied().skip(1).chain(first))
}

/// The distance from each start of a week, in their order, to the next one; from the last one to the next week.
pub(super) fn distances(starts: &[u32]) -> impl Iterator<Item = u32> {
    let first = starts.first().map(|start| start + MINUTES_OF_WEEK);
    let next = starts.iter().copied().skip(1).chain(first);
    starts.iter().zip(next).map(|(start, next)| next - start)
}
