//! One IPv4 CIDR block.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};

use cidr_utils::cidr::Ipv4Cidr;
use cidr_utils::separator::Ipv4CidrSeparator;
use serde::Serialize;

use crate::value::spelling::grouped;

/// Most CIDR blocks that one call of [`Cidr::split`] returns.
pub const MAX_SPLIT: u32 = 65_536;

/// An IPv4 CIDR block: a network address and a prefix length, without host bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cidr(Ipv4Cidr);

/// Why text is not an IPv4 CIDR block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CidrError {
    /// Nothing but white space.
    Empty,
    /// An IPv6 CIDR block or address.
    Ipv6,
    /// An IPv4 address without `/` and prefix length.
    NoPrefixLength(Ipv4Addr),
    /// An IPv4 address, but the prefix length is not a number from 0 to 32.
    PrefixLength(Ipv4Addr),
    /// Correct but for the bits after the prefix, which are not all zero. Carries the CIDR block that was probably
    /// meant.
    HostBits(Cidr),
    /// A number of the address has a leading zero, which some programs read as octal.
    LeadingZero,
    /// Nothing of the above.
    Malformed,
}

/// Why a CIDR block cannot be split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SplitError {
    /// The prefix length is above 32.
    PrefixLength,
    /// The parts would be larger than the CIDR block.
    PartsTooLarge,
    /// More than [`MAX_SPLIT`] parts. Carries their number.
    TooMany(u64),
}

/// The end of a sentence that begins with the text.
impl fmt::Display for CidrError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("is empty"),
            Self::Ipv6 => f.write_str("is an IPv6 address; only IPv4 is supported"),
            Self::NoPrefixLength(address) => {
                write!(f, "has no prefix length; for this one address, use `{address}/32`")
            }
            Self::PrefixLength(_) => f.write_str("has an invalid prefix length; it must be an integer from 0 to 32"),
            Self::HostBits(cidr) => write!(f, "has host bits set after its prefix; use `{cidr}`"),
            Self::LeadingZero => f.write_str("has a number with a leading zero, which some programs read as octal"),
            Self::Malformed => f.write_str("is not an IPv4 CIDR block such as `10.20.0.0/16`"),
        }
    }
}

impl fmt::Display for SplitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PrefixLength => f.write_str("must be at most 32"),
            Self::PartsTooLarge => f.write_str("must be at least the prefix length of the CIDR block"),
            Self::TooMany(count) => write!(
                f,
                "splits the CIDR block into {} parts; at most {} are supported",
                grouped(*count),
                grouped(MAX_SPLIT.into())
            ),
        }
    }
}

impl std::error::Error for CidrError {}
impl std::error::Error for SplitError {}

/// A CIDR block as plain data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CidrFacts {
    /// The CIDR block in canonical form.
    pub cidr_block: String,
    /// First address, which is the network address.
    pub first: String,
    /// Last address.
    pub last: String,
    /// Number of leading bits that all addresses share, 0 to 32.
    pub prefix_length: u8,
    /// Number of addresses, 1 to 2^32.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub size: u64,
}

impl Cidr {
    /// The whole address space, `0.0.0.0/0`.
    pub const ALL: Self = match Ipv4Cidr::new(Ipv4Addr::UNSPECIFIED, 0) {
        Ok(cidr) => Self(cidr),
        Err(_) => Self(Ipv4Cidr::new_host(Ipv4Addr::UNSPECIFIED)),
    };

    /// The CIDR block as plain data.
    #[must_use]
    pub fn facts(self) -> CidrFacts {
        CidrFacts {
            cidr_block: self.written(),
            first: dotted(self.first()),
            last: dotted(self.last()),
            prefix_length: self.prefix_length(),
            size: self.size(),
        }
    }

    fn written(self) -> String {
        let mut text = dotted(self.first());
        text.push('/');
        add_number(&mut text, self.prefix_length());
        text
    }

    /// Reads `a.b.c.d/n` in its canonical form: four decimal numbers without leading zeros, a prefix length from 0
    /// to 32, no bits set after it, no white space.
    ///
    /// # Errors
    /// The first reason why the text is not such a CIDR block.
    pub fn parse(text: &str) -> Result<Self, CidrError> {
        let (network, length) = canonical(text).map_or_else(|| Self::explained(text), Ok)?;
        match Ipv4Cidr::new(network, length) {
            Ok(cidr) => Ok(Self(cidr)),
            Err(_) => {
                Self::containing(network, length).map_or(Err(CidrError::Malformed), |b| Err(CidrError::HostBits(b)))
            }
        }
    }

    /// The CIDR block that a text means although it may be written with white space around it or with host bits set.
    #[must_use]
    pub fn meant(text: &str) -> Option<Self> {
        match Self::parse(text.trim()) {
            Ok(cidr) | Err(CidrError::HostBits(cidr)) => Some(cidr),
            Err(_) => None,
        }
    }

    /// The address and prefix length of a text, or the first reason why it has none.
    fn explained(text: &str) -> Result<(Ipv4Addr, u8), CidrError> {
        if text.trim().is_empty() {
            return Err(CidrError::Empty);
        }
        let (address, length) = match text.split_once('/') {
            Some((address, length)) => (address, Some(length)),
            None => (text, None),
        };
        let Ok(network) = address.parse::<Ipv4Addr>() else {
            return Err(Self::explain_address(address));
        };
        let Some(length) = length else { return Err(CidrError::NoPrefixLength(network)) };
        Ok((network, prefix_length(length).ok_or(CidrError::PrefixLength(network))?))
    }

    /// Why a text is no address.
    fn explain_address(address: &str) -> CidrError {
        if address.parse::<Ipv6Addr>().is_ok() {
            return CidrError::Ipv6;
        }
        let numbers: Vec<&str> = address.split('.').collect();
        let decimal = |n: &&str| !n.is_empty() && n.len() <= 4 && n.bytes().all(|b| b.is_ascii_digit());
        if numbers.len() == 4
            && numbers.iter().all(decimal)
            && numbers.iter().any(|n| n.len() > 1 && n.starts_with('0'))
        {
            return CidrError::LeadingZero;
        }
        CidrError::Malformed
    }

    /// The CIDR block of a prefix length that contains an address. `None` above 32.
    #[must_use]
    pub fn containing(address: Ipv4Addr, prefix_length: u8) -> Option<Self> {
        let mask = u32::MAX.unbounded_shl(32_u8.checked_sub(prefix_length)?.into());
        Ipv4Cidr::new(Ipv4Addr::from(u32::from(address) & mask), prefix_length).ok().map(Self)
    }

    /// The CIDR block of a prefix length that contains the address before the first `/` of a text.
    #[must_use]
    pub fn resized(text: &str, prefix_length: u8) -> Option<Self> {
        let address = text.split_once('/').map_or(text, |(address, _)| address);
        Self::containing(address.trim().parse().ok()?, prefix_length)
    }

    /// First address, which is the network address.
    #[must_use]
    pub fn first(self) -> Ipv4Addr {
        self.0.first_address()
    }

    /// Last address.
    #[must_use]
    pub fn last(self) -> Ipv4Addr {
        self.0.last_address()
    }

    /// Number of leading bits that all addresses share, 0 to 32.
    #[must_use]
    pub fn prefix_length(self) -> u8 {
        self.0.network_length()
    }

    /// Number of addresses, 1 to 2³².
    #[must_use]
    pub fn size(self) -> u64 {
        1 << (32 - self.prefix_length())
    }

    /// Whether every address of the other CIDR block is in this one.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.first() <= other.first() && other.last() <= self.last()
    }

    /// Whether the two have an address in common. Blocks that do are nested: one contains the other.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.first() <= other.last() && other.first() <= self.last()
    }

    /// The other half of the supernet that is one prefix shorter. `None` for the whole address space.
    #[must_use]
    pub fn sibling(self) -> Option<Self> {
        let bit = 0x8000_0000_u32 >> self.prefix_length().checked_sub(1)?;
        Self::containing(Ipv4Addr::from(u32::from(self.first()) ^ bit), self.prefix_length())
    }

    /// The parts of a prefix length that make up this CIDR block, in address order.
    ///
    /// # Errors
    /// When the parts would be larger than the CIDR block, or more than [`MAX_SPLIT`].
    pub fn split(self, prefix_length: u8) -> Result<Vec<Self>, SplitError> {
        if prefix_length > 32 {
            return Err(SplitError::PrefixLength);
        }
        let extra = prefix_length.checked_sub(self.prefix_length()).ok_or(SplitError::PartsTooLarge)?;
        let count = 1_u64 << extra;
        if count > u64::from(MAX_SPLIT) {
            return Err(SplitError::TooMany(count));
        }
        let parts = Ipv4CidrSeparator::sub_networks(&self.0, prefix_length).ok_or(SplitError::PartsTooLarge)?;
        Ok(parts.into_iter().map(Self).collect())
    }
}

fn prefix_length(text: &str) -> Option<u8> {
    let plain = matches!(text.len(), 1 | 2) && text.bytes().all(|b| b.is_ascii_digit());
    (plain && (text == "0" || !text.starts_with('0'))).then(|| text.parse().ok())?.filter(|n| *n <= 32)
}

/// The address and prefix length of a text in canonical form. Lists of CIDR blocks are long, and nearly all are right:
/// one look at each byte is several times as fast as the search for what is wrong.
fn canonical(text: &str) -> Option<(Ipv4Addr, u8)> {
    let mut bytes = text.bytes();
    let mut octets = [0; 4];
    for (octet, end) in octets.iter_mut().zip(*b".../") {
        *octet = number_until(&mut bytes, Some(end))?;
    }
    let length = number_until(&mut bytes, None).filter(|length| *length <= 32)?;
    Some((Ipv4Addr::from(octets), length))
}

/// A number below 256 without leading zeros, and the byte after it, or the end.
fn number_until(bytes: &mut impl Iterator<Item = u8>, end: Option<u8>) -> Option<u8> {
    let digit = |byte: u8| byte.checked_sub(b'0').filter(|digit| *digit <= 9);
    let mut number = digit(bytes.next()?)?;
    loop {
        let byte = bytes.next();
        if byte == end {
            return Some(number);
        }
        if number == 0 {
            return None;
        }
        number = number.checked_mul(10)?.checked_add(digit(byte?)?)?;
    }
}

impl fmt::Display for Cidr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written())
    }
}

/// The four numbers of an address. Answers may have thousands, and formatting each number takes several times as long.
fn dotted(address: Ipv4Addr) -> String {
    let [first, others @ ..] = address.octets();
    let mut text = String::with_capacity("255.255.255.255/32".len());
    add_number(&mut text, first);
    for number in others {
        text.push('.');
        add_number(&mut text, number);
    }
    text
}

fn add_number(text: &mut String, number: u8) {
    let digit = |number: u8| char::from(b'0' | (number % 10));
    if number >= 100 {
        text.push(digit(number / 100));
    }
    if number >= 10 {
        text.push(digit(number / 10));
    }
    text.push(digit(number));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cidr(text: &str) -> Cidr {
        Cidr::parse(text).unwrap()
    }

    #[test]
    fn text_that_is_not_a_cidr_block_has_a_reason() {
        let one = Ipv4Addr::new(10, 0, 0, 1);
        for (text, reason) in [
            ("", CidrError::Empty),
            (" ", CidrError::Empty),
            ("2001:db8::/16", CidrError::Ipv6),
            ("::1", CidrError::Ipv6),
            ("10.0.0.1", CidrError::NoPrefixLength(one)),
            ("10.0.0.1/", CidrError::PrefixLength(one)),
            ("10.0.0.1/33", CidrError::PrefixLength(one)),
            ("10.0.0.1/08", CidrError::PrefixLength(one)),
            ("10.0.0.1/-1", CidrError::PrefixLength(one)),
            ("10.0.0.1/+8", CidrError::PrefixLength(one)),
            ("10.0.0.1/8/8", CidrError::PrefixLength(one)),
            ("10.0.0.1/16", CidrError::HostBits(cidr("10.0.0.0/16"))),
            ("0.0.0.1/0", CidrError::HostBits(cidr("0.0.0.0/0"))),
            ("010.0.0.0/8", CidrError::LeadingZero),
            ("10.0.0.00/8", CidrError::LeadingZero),
            ("127.1/8", CidrError::Malformed),
            ("127.01/8", CidrError::Malformed),
            ("10.0.0.x01/8", CidrError::Malformed),
            ("10.0.0.00001/8", CidrError::Malformed),
            ("10.0..01/8", CidrError::Malformed),
            ("10.0.0.256/8", CidrError::Malformed),
            (" 10.0.0.0/8", CidrError::Malformed),
            ("10.0.0.0/8 ", CidrError::PrefixLength(Ipv4Addr::new(10, 0, 0, 0))),
            ("ten", CidrError::Malformed),
            ("/8", CidrError::Malformed),
        ] {
            assert_eq!(Cidr::parse(text), Err(reason), "{text:?}");
        }
    }

    #[test]
    fn white_space_and_host_bits_are_ignored() {
        for text in ["10.1.0.0/16", " 10.1.0.0/16", "10.1.0.5/16\n"] {
            assert_eq!(Cidr::meant(text), Some(cidr("10.1.0.0/16")), "{text:?}");
        }
        for text in ["", "10.1.0.0", "10.1.0.0/33", "010.1.0.0/16", "::/16"] {
            assert_eq!(Cidr::meant(text), None, "{text:?}");
        }
    }

    #[test]
    fn edges_of_the_address_space() {
        let all = cidr("0.0.0.0/0");
        assert_eq!(Cidr::ALL, all);
        assert_eq!((all.size(), all.last()), (1 << 32, Ipv4Addr::BROADCAST));
        assert_eq!(cidr("255.255.255.255/32").size(), 1);
        assert!(all.contains(cidr("255.255.255.255/32")));
    }

    #[test]
    fn the_address_of_a_text_gets_another_prefix_length() {
        assert_eq!(Cidr::resized("10.1.2.3/4", 16), Some(cidr("10.1.0.0/16")));
        assert_eq!(Cidr::resized("10.0.0.128/25", 24), Some(cidr("10.0.0.0/24")));
        assert_eq!(Cidr::resized("10.1.2.3", 8), Some(cidr("10.0.0.0/8")));
        assert_eq!(Cidr::resized("10.1.2.3/4", 33), None);
        assert_eq!(Cidr::resized("2001:db8::/32", 16), None);
    }

    #[test]
    fn splits_are_bounded() {
        assert_eq!(cidr("10.0.0.0/22").split(24).unwrap().len(), 4);
        assert_eq!(cidr("10.0.0.0/24").split(24).unwrap(), [cidr("10.0.0.0/24")]);
        assert_eq!(cidr("10.0.0.0/24").split(23), Err(SplitError::PartsTooLarge));
        assert_eq!(cidr("10.0.0.0/24").split(33), Err(SplitError::PrefixLength));
        assert_eq!(cidr("0.0.0.0/0").split(32), Err(SplitError::TooMany(1 << 32)));
        let reason = |text, length| cidr(text).split(length).unwrap_err().to_string();
        assert_eq!(reason("10.0.0.0/24", 33), "must be at most 32");
        assert!(reason("10.0.0.0/24", 23).contains("at least"));
        assert!(reason("0.0.0.0/0", 32).contains("4,294,967,296 parts"));
        assert_eq!(cidr("0.0.0.0/0").split(16).unwrap().len(), 65_536);
    }

    fn any_cidr() -> impl Strategy<Value = Cidr> {
        (any::<u32>(), 0_u8..=32).prop_map(|(bits, length)| Cidr::containing(Ipv4Addr::from(bits), length).unwrap())
    }

    #[test]
    fn every_reason_ends_a_sentence() {
        for (text, words) in [
            ("", "is empty"),
            ("::1/128", "is an IPv6 address; only IPv4 is supported"),
            ("10.0.0.1", "has no prefix length; for this one address, use `10.0.0.1/32`"),
            ("10.0.0.0/33", "has an invalid prefix length; it must be an integer from 0 to 32"),
            ("10.0.0.1/8", "has host bits set after its prefix; use `10.0.0.0/8`"),
            ("010.0.0.0/8", "has a number with a leading zero, which some programs read as octal"),
            ("ten", "is not an IPv4 CIDR block such as `10.20.0.0/16`"),
        ] {
            assert_eq!(Cidr::parse(text).unwrap_err().to_string(), words, "{text}");
        }
        for (length, words) in [
            (33, "must be at most 32"),
            (7, "must be at least the prefix length of the CIDR block"),
            (32, "splits the CIDR block into 16,777,216 parts; at most 65,536 are supported"),
        ] {
            let error = cidr("10.0.0.0/8").split(length).unwrap_err().to_string();
            assert!(error.starts_with(words), "{error}");
        }
    }

    #[test]
    fn facts_of_the_ends() {
        for (text, first, last, size) in [
            ("0.0.0.0/0", "0.0.0.0", "255.255.255.255", 1 << 32),
            ("10.20.0.0/16", "10.20.0.0", "10.20.255.255", 65_536),
            ("255.255.255.255/32", "255.255.255.255", "255.255.255.255", 1),
        ] {
            let facts = cidr(text).facts();
            assert_eq!((facts.first.as_str(), facts.last.as_str(), facts.size), (first, last, size), "{text}");
            assert_eq!(facts.cidr_block, text);
        }
    }

    proptest! {
        #[test]
        fn one_look_finds_what_the_search_finds(text in "[0-9]{1,3}(\\.[0-9]{1,3}){3}/[0-9]{1,2}|[0-9./ ]{0,18}") {
            prop_assert_eq!(canonical(&text), Cidr::explained(&text).ok());
        }

        #[test]
        fn printing_and_parsing_are_inverse(cidr in any_cidr()) {
            prop_assert_eq!(Cidr::parse(&cidr.to_string()), Ok(cidr));
        }

        #[test]
        fn no_other_text_means_the_same_cidr_block(text in "[0-3]{0,2}[0-9]{0,2}(\\.[0-9]{0,3}){2,4}/?[0-9]{0,3}") {
            if let Ok(cidr) = Cidr::parse(&text) {
                prop_assert_eq!(cidr.to_string(), text);
            }
        }

        #[test]
        fn size_is_the_distance_of_the_ends(cidr in any_cidr()) {
            prop_assert_eq!(u64::from(u32::from(cidr.last())) - u64::from(u32::from(cidr.first())) + 1, cidr.size());
        }

        #[test]
        fn overlapping_cidr_blocks_are_nested(a in any_cidr(), b in any_cidr()) {
            prop_assert_eq!(a.overlaps(b), a.contains(b) || b.contains(a));
            prop_assert_eq!(a.overlaps(b), b.overlaps(a));
        }

        #[test]
        fn parts_fill_the_cidr_block_without_gap(cidr in any_cidr(), extra in 0_u8..8) {
            let length = (cidr.prefix_length() + extra).min(32);
            let parts = cidr.split(length).unwrap();
            prop_assert_eq!(parts[0].first(), cidr.first());
            prop_assert_eq!(parts[parts.len() - 1].last(), cidr.last());
            for pair in parts.windows(2) {
                prop_assert_eq!(u32::from(pair[0].last()) + 1, u32::from(pair[1].first()));
            }
        }

        #[test]
        fn two_siblings_are_their_supernet(cidr in any_cidr()) {
            let supernet = cidr.prefix_length().checked_sub(1).and_then(|length| Cidr::containing(cidr.first(), length));
            let parts = supernet.map(|supernet| supernet.split(cidr.prefix_length()).unwrap());
            let other = parts.and_then(|parts| parts.into_iter().find(|part| *part != cidr));
            prop_assert_eq!(cidr.sibling(), other);
        }

        #[test]
        fn no_text_stops_the_parser(text in "\\PC*") {
            let _ = Cidr::parse(&text);
        }
    }
}
