//! Tables of questions and answers, as text files that one can read.
//!
//! A question stands at the margin, its answer is indented below it, comments begin with `#`, and an empty line or the
//! answer ends a question. `UPDATE_CASES=1` writes the answers anew; look at what changed.

use std::path::Path;

const INDENT: &str = "    ";

/// Asks every question of a table, a file below `tests`, and compares the answers with those that stand there.
pub fn check(file: &str, answer: impl Fn(&str) -> String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(file);
    let recorded = std::fs::read_to_string(&path).unwrap();
    let (mut now, mut wrong) = (String::new(), Vec::new());
    let mut lines = recorded.lines().peekable();
    while let Some(line) = lines.next() {
        now += &format!("{line}\n");
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        assert!(!line.starts_with(INDENT), "{file}: an answer to no question: {line}");
        let mut question = line.to_string();
        while let Some(more) = lines.next_if(|next| !next.is_empty() && !next.starts_with(INDENT)) {
            now += &format!("{more}\n");
            question += &format!(" {}", more.trim_start());
        }
        let mut before = String::new();
        while let Some(line) = lines.next_if(|next| next.starts_with(INDENT)) {
            before += &format!("{line}\n");
        }
        let after: String = answer(&question).lines().map(|line| format!("{INDENT}{line}\n")).collect();
        if before != after {
            wrong.push(format!("{question}\n{after}  instead of\n{before}"));
        }
        now += &after;
    }
    if std::env::var_os("UPDATE_CASES").is_some() {
        std::fs::write(&path, &now).unwrap();
        return;
    }
    assert!(wrong.is_empty(), "{file} has other answers (UPDATE_CASES=1 writes them anew):\n\n{}", wrong.join("\n"));
}
