//! How near schedules start to each other, and how long none of them runs.

use super::occurrence::Schedule;
use super::week::{MINUTES_OF_WEEK, distances, with_next};

/// The two schedules of several that start nearest to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// Index of the one in the list; the smaller of the two.
    pub one: usize,
    /// Index of the other in the list.
    pub other: usize,
    /// Minutes between a start of the one and a start of the other; 0 where both start together.
    pub minutes: u32,
}

impl Schedule {
    /// Smallest distance between a start of this schedule and a start of another, in minutes; 0 where both start
    /// together. At most half a week.
    #[must_use]
    pub fn distance(&self, other: &Self) -> u32 {
        smallest_distance(&[self, other]).map_or(MINUTES_OF_WEEK, |nearest| nearest.minutes)
    }
}

/// The two of several schedules that start nearest to each other.
///
/// The end of the week counts as near to its beginning. Of several pairs that are as near, it is the earliest in the week.
/// `None` for fewer than two schedules. Takes time for the minutes of a week, however many schedules there are.
#[must_use]
pub fn smallest_distance(schedules: &[&Schedule]) -> Option<Nearest> {
    let mut owners: Vec<Option<usize>> = vec![None; MINUTES_OF_WEEK as usize];
    for (index, schedule) in schedules.iter().enumerate() {
        for start in schedule.starts() {
            let owner = owners.get_mut(start as usize)?;
            if let Some(one) = *owner {
                return Some(Nearest { one, other: index, minutes: 0 });
            }
            *owner = Some(index);
        }
    }
    let starts: Vec<(u32, usize)> = (0..MINUTES_OF_WEEK).zip(owners).filter_map(|(m, own)| Some((m, own?))).collect();
    with_next(&starts)
        .filter(|((_, own), (_, next))| own != next)
        .map(|((start, own), (next_start, next))| Nearest {
            one: next.min(own),
            other: next.max(own),
            minutes: next_start - start,
        })
        .min_by_key(|nearest| nearest.minutes)
}

/// The longest time in which none of several schedules starts, in minutes, also across the end of the week.
///
/// `None` for no schedules.
#[must_use]
pub fn largest_gap(schedules: &[&Schedule]) -> Option<u32> {
    let mut starts = vec![false; MINUTES_OF_WEEK as usize];
    for start in schedules.iter().flat_map(|schedule| schedule.starts()) {
        *starts.get_mut(start as usize)? = true;
    }
    let starts: Vec<u32> = (0..MINUTES_OF_WEEK).zip(starts).filter(|(_, runs)| *runs).map(|(m, _)| m).collect();
    distances(&starts).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distance(texts: &[&str]) -> Option<(usize, usize, u32)> {
        let schedules: Vec<Schedule> = texts.iter().map(|text| Schedule::parse(text).unwrap()).collect();
        let nearest = smallest_distance(&schedules.iter().collect::<Vec<_>>())?;
        Some((nearest.one, nearest.other, nearest.minutes))
    }

    #[test]
    fn starts_are_compared_over_a_week() {
        for (texts, nearest) in [
            (&["0 */1 * * *", "0 12 * * 1"][..], Some((0, 1, 0))),
            (&["0 */1 * * *", "10 2 * * *"], Some((0, 1, 10))),
            (&["0 */1 * * *", "50 2 * * *"], Some((0, 1, 10))),
            (&["0 */1 * * *", "30 12 * * 1"], Some((0, 1, 30))),
            (&["0 0 * * 0", "55 23 * * 6"], Some((0, 1, 5))),
            (&["0 0 * * 0", "0 0 * * 7"], Some((0, 1, 0))),
            (&["0 0 * * 0", "0 12 * * 3"], Some((0, 1, 5040))),
            (&["0 0 * * *", "0 6 * * *", "20 6 * * 2"], Some((1, 2, 20))),
            (&["0 0 * * *"], None),
            (&[], None),
        ] {
            assert_eq!(distance(texts), nearest, "{texts:?}");
        }
    }

    #[test]
    fn many_schedules_can_be_compared() {
        let schedule = Schedule::parse("* * * * *").unwrap();
        let many = vec![&schedule; 100_000];
        assert_eq!(smallest_distance(&many).unwrap().minutes, 0);
    }

    #[test]
    fn gaps_are_those_of_all_together() {
        let gap = |texts: &[&str]| {
            let schedules: Vec<Schedule> = texts.iter().map(|text| Schedule::parse(text).unwrap()).collect();
            largest_gap(&schedules.iter().collect::<Vec<_>>())
        };
        assert_eq!(gap(&[]), None);
        assert_eq!(gap(&["0 0 * * 0"]), Some(10_080));
        assert_eq!(gap(&["0 0 * * 0", "0 12 * * 3"]), Some(5040));
        assert_eq!(gap(&["0 6 * * *", "0 18 * * *"]), Some(720));
    }
}
