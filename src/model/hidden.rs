//! Text that is secret by its nature, such as a token.

/// A secret text. There is no way to print it or to get it back: no `Debug`, no `Display`, no `Deref`, no accessor.
/// A rule can only ask questions whose answer is yes or no, and the question is a plain function that can keep nothing.
///
/// ```compile_fail
/// use eventstorecloud_planner::model::hidden::Hidden;
/// println!("{:?}", Hidden::new("token".to_string()));
/// ```
#[expect(missing_debug_implementations, reason = "that it cannot be printed is the point")]
#[derive(Clone, PartialEq)]
pub struct Hidden(String);

impl Hidden {
    /// Hides a text for good.
    #[must_use]
    pub const fn new(text: String) -> Self {
        Self(text)
    }

    /// Whether it has no visible character.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }

    /// Whether something holds of it.
    #[must_use]
    pub fn is(&self, question: fn(&str) -> bool) -> bool {
        question(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_answered_and_nothing_else() {
        let token = Hidden::new("hush".to_string());
        assert!(token.is(|text| text.len() == 4) && !token.is_blank());
        assert!(Hidden::new(" \t".to_string()).is_blank());
    }
}
