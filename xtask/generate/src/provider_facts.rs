//! The facts about providers as the test provider in Go embeds them: from the catalogue's file, which is where they stand.

use std::path::Path;

use anyhow::{Context as _, bail};
use serde_json::{Map, Value};

const SOURCE: &str = "src/catalogue/data/provider_facts.json";
const FOLDER: &str = "tests/engine/provider/facts";

/// One file for each provider. That of the first has all versions of the Terraform provider; the test provider plays one
/// package of the second, which has in all its versions what holds in the last one of the Terraform provider.
pub fn files(root: &Path) -> anyhow::Result<Vec<(String, String)>> {
    let text = std::fs::read_to_string(root.join(SOURCE)).with_context(|| format!("cannot read {SOURCE}"))?;
    let table: Value = serde_json::from_str(&text).with_context(|| SOURCE.to_string())?;
    let Some([first, second]) = table["rows"].as_array().map(Vec::as_slice) else { bail!("{SOURCE} has two rows") };
    let package = second["packages"][1][0].as_str().context("the second provider has a package to play")?;
    let last = |history: &Value| history.as_array().and_then(|history| history.last()).map(|held| held[1].clone());
    let played: Map<String, Value> = facts(second)
        .filter_map(|(key, history)| Some((key.clone(), serde_json::json!([[package, last(history)?]]))))
        .collect();
    let differs_from = format!("  \"differsFrom\": {},\n", second["differsFrom"]);
    Ok(vec![
        (path(first)?, printed(&first["versions"], "", facts(first))),
        (path(second)?, printed(&serde_json::json!([package]), &differs_from, played.iter())),
    ])
}

fn path(provider: &Value) -> anyhow::Result<String> {
    let name = provider["pulumi"].as_str().context("a provider has a name")?;
    Ok(format!("{FOLDER}/{name}.json"))
}

/// What the service stores is no fact about the provider.
fn facts(provider: &Value) -> impl Iterator<Item = (&String, &Value)> {
    let all = provider["facts"].as_object().into_iter().flatten();
    all.filter(|(key, _)| !key.ends_with("/storedLower"))
}

/// A file with a line for each fact.
fn printed<'a>(versions: &Value, more: &str, facts: impl Iterator<Item = (&'a String, &'a Value)>) -> String {
    let lines: Vec<String> = facts.map(|(key, history)| format!("    \"{key}\": {}", line(history))).collect();
    format!("{{\n  \"versions\": {},\n{more}  \"facts\": {{\n{}\n  }}\n}}\n", line(versions), lines.join(",\n"))
}

/// A value on one line.
fn line(value: &Value) -> String {
    match value {
        Value::Array(items) => format!("[{}]", items.iter().map(line).collect::<Vec<_>>().join(", ")),
        other => other.to_string(),
    }
}
