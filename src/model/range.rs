//! Single-field ranges, as `validator` checks them, with the bounds of the catalogue.

use validator::ValidateRange;

use crate::catalogue::rows::Range;

/// How a number stands to a range of whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// A whole number of the range.
    Inside,
    /// Within the bounds, but with a fraction.
    Fraction,
    /// Below the smallest allowed value.
    Below,
    /// Above the largest allowed value.
    Above,
}

impl Fit {
    /// Whether it is within the bounds; it may have a fraction.
    #[must_use]
    pub const fn is_within(self) -> bool {
        matches!(self, Self::Inside | Self::Fraction)
    }
}

/// How a number stands to a range.
#[must_use]
pub fn fit(number: f64, range: Range) -> Fit {
    let (min, max) = (f64::from(range.min), f64::from(range.max));
    if !number.validate_range(Some(min), None, None, None) {
        Fit::Below
    } else if !number.validate_range(None, Some(max), None, None) {
        Fit::Above
    } else if number.fract() != 0.0 {
        Fit::Fraction
    } else {
        Fit::Inside
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_belong_to_the_range() {
        let range = Range { min: 8, max: 4096 };
        for (number, expected) in [
            (8.0, Fit::Inside),
            (4096.0, Fit::Inside),
            (7.9, Fit::Below),
            (-1.0, Fit::Below),
            (4096.5, Fit::Above),
            (10.9, Fit::Fraction),
            (1e300, Fit::Above),
        ] {
            assert_eq!(fit(number, range), expected, "{number}");
        }
    }
}
