//! Numbers as text, in the fewest digits that mean the same number: what `f64`'s own formatting writes.
//!
//! That brings tables and four algorithms for the sake of speed, 18 kB in a module of WebAssembly. A number is only written
//! in a message, so one simple algorithm with large integers will do (Steele and White, "How to print floating-point numbers
//! accurately", 1990).

use std::cmp::Ordering;

/// A number without an exponent, as `{}` writes it.
#[must_use]
pub fn positional(number: f64) -> String {
    written(number, |digits, point| {
        let length = i32::try_from(digits.len()).unwrap_or(i32::MAX);
        let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or(0));
        if point <= 0 {
            format!("0.{}{digits}", zeros(-point))
        } else if point >= length {
            format!("{digits}{}", zeros(point - length))
        } else {
            let (whole, fraction) = cut(digits, usize::try_from(point).unwrap_or(0));
            format!("{whole}.{fraction}")
        }
    })
}

/// A number with an exponent, as `{:e}` writes it.
#[must_use]
pub fn exponential(number: f64) -> String {
    written(number, |digits, point| {
        let exponent = point - 1;
        match cut(digits, 1) {
            (first, "") => format!("{first}e{exponent}"),
            (first, rest) => format!("{first}.{rest}e{exponent}"),
        }
    })
}

fn cut(digits: &str, at: usize) -> (&str, &str) {
    digits.split_at_checked(at).unwrap_or((digits, ""))
}

/// The text of a number, made of its digits and the place of the point before or behind the first one.
fn written(number: f64, text: impl FnOnce(&str, i32) -> String) -> String {
    if number.is_nan() {
        return "NaN".to_string();
    }
    let sign = if number.is_sign_negative() { "-" } else { "" };
    let unsigned = if number.is_infinite() {
        "inf".to_string()
    } else if number == 0.0 {
        text("0", 1)
    } else {
        let (digits, point) = shortest(number.abs());
        text(&digits, point)
    };
    format!("{sign}{unsigned}")
}

/// The digits of a positive finite number, and where the point is.
fn shortest(number: f64) -> (String, i32) {
    const FRACTION: u32 = 52;
    let bits = number.to_bits();
    let fraction = bits & ((1 << FRACTION) - 1);
    let biased = u32::try_from(bits >> FRACTION).unwrap_or(0);
    let (mantissa, exponent) = if biased == 0 { (fraction, 1) } else { (fraction | 1 << FRACTION, biased) };
    // The number is `value / scale`, and half of what is between it and its neighbours `above / scale` and `below / scale`.
    let shift = |value: u64, by: u32| Large::of(value).times_power_of_two(by);
    let is_even = mantissa % 2 == 0;
    // Below a power of two, the neighbour is half as far.
    let extra = u32::from(fraction == 0 && biased > 1);
    let bias = 1023 + FRACTION;
    let up = exponent.saturating_sub(bias);
    let down = bias.saturating_sub(exponent);
    let mut value = shift(mantissa, up + 1 + extra);
    let mut scale = shift(1, down + 1 + extra);
    let mut above = shift(1, up + extra);
    let mut below = shift(1, up);
    let reaches = |value: &Large, above: &Large, scale: &Large| match value.plus(above).compared(scale) {
        Ordering::Less => false,
        Ordering::Equal => is_even,
        Ordering::Greater => true,
    };
    let mut point = 0;
    while reaches(&value, &above, &scale) {
        scale = scale.times(10);
        point += 1;
    }
    while !reaches(&value.times(10), &above.times(10), &scale) {
        (value, above, below) = (value.times(10), above.times(10), below.times(10));
        point -= 1;
    }
    let mut digits = String::new();
    loop {
        (value, above, below) = (value.times(10), above.times(10), below.times(10));
        let mut digit = 0;
        while value.compared(&scale) != Ordering::Less {
            value = value.minus(&scale);
            digit += 1;
        }
        let is_low = match value.compared(&below) {
            Ordering::Less => true,
            Ordering::Equal => is_even,
            Ordering::Greater => false,
        };
        let is_high = reaches(&value, &above, &scale);
        let rounds_up = is_high && (!is_low || value.times(2).compared(&scale) != Ordering::Less);
        digits.push(char::from(b'0' + digit + u8::from(rounds_up)));
        if is_low || is_high {
            return (digits, point);
        }
    }
}

/// A natural number, its 32 lowest bits first, without zeros at the end.
#[derive(Clone)]
struct Large(Vec<u32>);

impl Large {
    fn of(value: u64) -> Self {
        Self::from_sums([value & u64::from(u32::MAX), value >> 32])
    }

    /// Of parts that may be larger than 32 bits.
    fn from_sums(parts: impl IntoIterator<Item = u64>) -> Self {
        let mut carried = 0_u64;
        let mut result = Vec::new();
        for part in parts.into_iter().map(Some).chain([None]) {
            carried += part.unwrap_or(0);
            result.push(low(carried));
            carried >>= 32;
        }
        result.truncate(result.iter().rposition(|part| *part != 0).map_or(0, |last| last + 1));
        Self(result)
    }

    fn times(&self, factor: u32) -> Self {
        Self::from_sums(self.0.iter().map(|part| u64::from(*part) * u64::from(factor)))
    }

    fn times_power_of_two(&self, power: u32) -> Self {
        let mut shifted = vec![0; (power / 32) as usize];
        shifted.extend(self.times(1 << (power % 32)).0);
        Self(shifted)
    }

    fn part(&self, index: usize) -> u64 {
        self.0.get(index).copied().map_or(0, u64::from)
    }

    fn plus(&self, other: &Self) -> Self {
        let length = self.0.len().max(other.0.len());
        Self::from_sums((0..length).map(|i| self.part(i) + other.part(i)))
    }

    /// The difference to what is no larger.
    fn minus(&self, other: &Self) -> Self {
        let mut borrowed = 0;
        Self::from_sums((0..self.0.len()).map(|i| {
            let (from, take) = (self.part(i), other.part(i) + borrowed);
            borrowed = u64::from(from < take);
            from + (borrowed << 32) - take
        }))
    }

    fn compared(&self, other: &Self) -> Ordering {
        self.0.len().cmp(&other.0.len()).then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }
}

#[expect(clippy::cast_possible_truncation, reason = "the rest is carried")]
fn low(sum: u64) -> u32 {
    sum as u32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{exponential, positional};

    fn same(number: f64) {
        assert_eq!(positional(number), number.to_string());
        assert_eq!(exponential(number), format!("{number:e}"));
    }

    #[test]
    fn numbers_are_written_as_the_standard_library_writes_them() {
        let edges =
            [0.0, -0.0, 1.0, 0.1, 0.3, 1e15, 1e21, 1e23, 9.5e-7, 5e-324, f64::MAX, f64::MIN_POSITIVE, f64::EPSILON];
        let others = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 9_007_199_254_740_993.0, 2.225_073_858_507_201e-308];
        edges.into_iter().chain(others).for_each(same);
        (-1074..1024).map(|power| 2_f64.powi(power)).for_each(same);
        (-400..400).filter_map(|power| format!("1e{power}").parse().ok()).for_each(same);
    }

    proptest! {
        #[test]
        fn any_number_is(bits: u64) {
            same(f64::from_bits(bits));
        }

        #[test]
        fn any_short_number_is(digits in -100_000_000_i64..100_000_000, places in 0_i32..9) {
            #[expect(clippy::cast_precision_loss, reason = "it is exact")]
            same(digits as f64 / 10_f64.powi(places));
        }
    }
}
