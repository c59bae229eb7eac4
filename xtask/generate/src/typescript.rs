//! Small pieces of TypeScript.

/// What stands at the top of every generated TypeScript file.
pub const HEADER: &str = "// Generated from the Rust model by `npm run generate`; do not edit.\n";

/// A doc comment, indented, with a closing mark inside the text made harmless.
pub fn comment(text: &str, indent: &str) -> String {
    let text = text.replace("*/", "*\\/");
    let lines: Vec<String> = wrap(&text, 110);
    match lines.as_slice() {
        [line] => format!("{indent}/** {line} */\n"),
        lines => {
            let body: String = lines.iter().map(|line| format!("{indent} * {line}\n")).collect();
            format!("{indent}/**\n{body}{indent} */\n")
        }
    }
}

fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A text as a TypeScript string.
pub fn string(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
