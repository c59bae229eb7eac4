//! Choices made by bytes: a change of one byte is one other choice. When there are no more bytes, the first choice is made,
//! which is always the one that ends soonest.

use crate::laws::HUSH;

/// Bytes that have not been used yet.
#[derive(Clone, Copy, Debug)]
pub struct Draw<'a> {
    rest: &'a [u8],
}

impl<'a> Draw<'a> {
    /// Choices of these bytes.
    #[must_use]
    pub const fn of(rest: &'a [u8]) -> Self {
        Self { rest }
    }

    /// The next byte.
    pub fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.rest.split_first() else { return 0 };
        self.rest = rest;
        *first
    }

    /// The next four bytes as a number.
    pub fn number(&mut self) -> u32 {
        u32::from_le_bytes([self.byte(), self.byte(), self.byte(), self.byte()])
    }

    /// A number below another one, which is at most 256.
    pub fn below(&mut self, end: usize) -> usize {
        usize::from(self.byte()) % end
    }

    /// True in that many of 256 cases.
    pub fn rarely(&mut self, times: u8) -> bool {
        self.byte() > u8::MAX - times
    }

    /// One of these.
    pub fn one<'t, T>(&mut self, of: &'t [T]) -> &'t T {
        &of[self.below(of.len())]
    }

    /// Up to that many bytes, as text. [`HUSH`] is not in it.
    pub fn text(&mut self, most: usize) -> String {
        let length = self.below(most + 1).min(self.rest.len());
        let (text, rest) = self.rest.split_at(length);
        self.rest = rest;
        String::from_utf8_lossy(text).replace(HUSH, "?")
    }

    /// All bytes that are left.
    #[must_use]
    pub const fn rest(self) -> &'a [u8] {
        self.rest
    }
}
