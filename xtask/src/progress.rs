//! The short lines that say what is happening: `[2/6] compiling the core to wasm ... 3.1 s`.

use std::io::{ErrorKind, Write, stderr, stdout};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// `println!` that survives a pipe set to non-blocking. Node does that to a pipe it shares with us (`npm test | less`,
/// a CI's log), and `println!` then panics as soon as the reader is slow.
macro_rules! say {
    ($($words:tt)*) => { $crate::progress::line(&mut std::io::stdout().lock(), &format!($($words)*)) };
}
pub(crate) use say;

/// One line to the stream, whatever it takes; that nobody reads any more is no reason to stop.
pub fn line(stream: &mut impl Write, words: &str) {
    let text = format!("{words}\n");
    let mut rest = text.as_bytes();
    while !rest.is_empty() {
        match stream.write(rest) {
            Ok(written) => rest = rest.get(written..).unwrap_or_default(),
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::Interrupted) => {
                sleep(Duration::from_millis(2));
            }
            Err(_) => return,
        }
    }
}

/// The one line that says what went wrong and the one that says what to do next.
pub fn error(words: &str) {
    // What was said before comes first, also when both streams are one pipe.
    let _unseen = stdout().flush();
    line(&mut stderr().lock(), &format!("error: {words}"));
}

/// Numbers the steps of one command.
#[derive(Debug)]
pub struct Steps {
    total: usize,
    current: usize,
}

impl Steps {
    /// A command with this many steps.
    pub fn new(total: usize) -> Self {
        Self { total, current: 0 }
    }

    /// Says that the next step begins. A whole line: the tool that runs now may print lines of its own.
    pub fn announce(&mut self, what: &str) {
        self.current += 1;
        say!("[{}/{}] {what} ...", self.current, self.total);
    }

    /// Announces the next step, does it, and says how long it took or why there was nothing to do.
    pub fn step<T>(&mut self, what: &str, work: impl FnOnce() -> anyhow::Result<(T, Note)>) -> anyhow::Result<T> {
        self.announce(what);
        let start = Instant::now();
        let (value, note) = work()?;
        match note {
            Note::Done => say!("      done in {:.1} s", start.elapsed().as_secs_f64()),
            Note::Shown => {}
            Note::Unchanged => say!("      nothing changed"),
            Note::Said(text) => say!("      {text} ({:.1} s)", start.elapsed().as_secs_f64()),
        }
        Ok(value)
    }
}

/// How a step ended well.
#[derive(Debug)]
pub enum Note {
    /// It did its work.
    Done,
    /// It did its work, and the tool has said so.
    Shown,
    /// Its inputs are those of the last run.
    Unchanged,
    /// It did its work, and there is something to say about it.
    Said(String),
}
