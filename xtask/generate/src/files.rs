//! What is generated: each file's path, from the repository's root, and its whole text.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context as _;

use crate::{api, args, docs, index, packed, schema, words};

/// Path from the root, with `/`, to the text the file must have.
pub type Files = BTreeMap<String, String>;

/// All generated files.
///
/// # Errors
/// When the model cannot be turned into text, or the README has no place for the counts.
pub fn files(root: &Path) -> anyhow::Result<Files> {
    let source = "pkg-template/src/generated";
    let mut files = Files::new();
    files.insert(format!("{source}/api.ts"), api::text());
    files.insert(format!("{source}/args.ts"), args::text());
    files.insert(format!("{source}/builders.ts"), args::builders());
    files.insert(format!("{source}/pulumi-builders.ts"), args::pulumi_builders());
    files.insert(format!("{source}/packed.ts"), packed::text());
    files.insert(format!("{source}/words.ts"), words::text()?);
    files.insert("pkg-template/document.schema.json".to_owned(), schema::text()?);
    files.extend(docs::files()?);
    files.insert("README.md".to_owned(), readme(&std::fs::read_to_string(root.join("README.md"))?)?);
    Ok(files)
}

/// The README with the counts of the rules between their marks.
fn readme(text: &str) -> anyhow::Result<String> {
    const BEGIN: &str = "<!-- rules: written by `npm run generate` -->\n";
    const END: &str = "<!-- /rules -->\n";
    let missing = || format!("README.md has no {}", BEGIN.trim());
    let (before, rest) = text.split_once(BEGIN).with_context(missing)?;
    let (_, after) = rest.split_once(END).with_context(missing)?;
    Ok(format!("{before}{BEGIN}{}{END}{after}", index::counts()))
}
