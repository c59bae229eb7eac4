//! Answers of tables.

/// The lines of an answer.
#[derive(Default)]
pub struct Lines(pub String);

impl Lines {
    /// Adds a line.
    pub fn add(&mut self, line: impl AsRef<str>) {
        self.0 += line.as_ref().trim_end();
        self.0.push('\n');
    }

    /// Adds a line below the last one.
    pub fn below(&mut self, line: impl AsRef<str>) {
        self.add(format!("  {}", line.as_ref()));
    }
}
