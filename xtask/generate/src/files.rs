//! What is generated: each file's path, from the repository's root, and its whole text.

use std::collections::BTreeMap;

use crate::{api, args, cases, docs, pages};

/// Path from the root, with `/`, to the text the file must have.
pub type Files = BTreeMap<String, String>;

/// All generated files.
///
/// # Errors
/// When the model cannot be turned into text.
pub fn files() -> anyhow::Result<Files> {
    let source = "pkg-template/src/generated";
    let mut files = Files::new();
    files.insert(format!("{source}/api.ts"), api::text());
    files.insert(format!("{source}/args.ts"), args::text());
    files.insert(format!("{source}/builders.ts"), args::builders());
    files.insert(format!("{source}/pages.ts"), pages::text()?);
    files.insert("tests/cases/rules.json".to_owned(), cases::text()?);
    files.extend(docs::files()?);
    Ok(files)
}
