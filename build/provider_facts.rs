//! Reads `provider_facts.json` and prints what the core asks of it: of each property, what holds since which version.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;

use serde::Deserialize;
use serde_json::{Map, Value, json};

type Fallible<T> = Result<T, Box<dyn Error>>;

/// What the first provider is strict about since a version, as the core and as the facts call it.
const STRICTNESS: [(&str, &str); 3] = [
    ("WHOLE_NUMBERS_SINCE", "numbers/wholeOnly"),
    ("NO_NULL_ITEMS_SINCE", "lists/nullRefused"),
    ("FOLDED_CASE_SINCE", "words/foldCase"),
];

/// The histories of both providers.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Facts {
    as_of: String,
    rows: Vec<Provider>,
}

/// The history of one provider: each fact is a list of the version since which it holds, and its value.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Provider {
    id: String,
    pulumi: String,
    differs_from: Option<String>,
    versions: Vec<String>,
    packages: Vec<(String, String)>,
    facts: BTreeMap<String, Vec<(String, Value)>>,
}

impl Provider {
    fn index(&self, version: &str) -> Fallible<usize> {
        let found = self.versions.iter().position(|known| known == version);
        found.ok_or_else(|| format!("{}: version {version} is not listed", self.id).into())
    }

    /// The value of a fact in each of its versions; `Null` where it has none.
    fn values(&self, key: &str, base: Option<&Self>) -> Fallible<Vec<Value>> {
        let inherited = match (base, &self.differs_from) {
            (Some(base), Some(version)) => {
                let at = base.index(version)?;
                base.values(key, None)?.get(at).cloned().unwrap_or_default()
            }
            _ => Value::Null,
        };
        let mut values = vec![inherited; self.versions.len()];
        for (since, value) in self.facts.get(key).into_iter().flatten() {
            let since = self.index(since)?;
            values.iter_mut().skip(since).for_each(|held| *held = value.clone());
        }
        Ok(values)
    }
}

impl Facts {
    /// Reads the file.
    pub fn read(text: &str) -> Fallible<Self> {
        Ok(serde_json::from_str(text)?)
    }

    fn base(&self, provider: &Provider) -> Option<&Provider> {
        self.rows.first().filter(|_| provider.differs_from.is_some())
    }

    /// The histories as a constant.
    pub fn print(&self) -> Fallible<String> {
        let mut code = format!("const AS_OF: &str = {:?};\n", self.as_of);
        writeln!(code, "static HISTORIES: [History; {}] = [", self.rows.len())?;
        for provider in &self.rows {
            let packages = provider.packages.iter().map(|(package, built_on)| {
                Ok(format!("({}, {})", printed_version(package)?, provider.index(built_on)?))
            });
            let versions: Fallible<Vec<String>> = provider.versions.iter().map(|text| printed_version(text)).collect();
            let packages: Fallible<Vec<String>> = packages.collect();
            writeln!(
                code,
                "History {{ terraform: {:?}, pulumi: {:?}, base: {}, versions: &[{}], packages: &[{}], facts: &[{}] }},",
                provider.id,
                provider.pulumi,
                self.base_index(provider)?,
                versions?.join(", "),
                packages?.join(", "),
                self.kinds(provider, Self::history)?
            )?;
        }
        // In a constant of their own: what nobody asks is not in the payload.
        writeln!(code, "];\nstatic LIMITS: [Kinds<Limit>; {}] = [", self.rows.len())?;
        for provider in &self.rows {
            writeln!(code, "&[{}],", self.kinds(provider, Self::limits)?)?;
        }
        code.push_str("];\n");
        for (name, key) in STRICTNESS {
            let values = self.rows.first().ok_or("no rows")?.values(key, None)?;
            let since = values.iter().position(|value| *value == true).ok_or_else(|| format!("no {key}"))?;
            writeln!(code, "const {name}: u8 = {since};")?;
        }
        Ok(code)
    }

    /// The index of the version of the first provider that the facts of another one differ from.
    fn base_index(&self, provider: &Provider) -> Fallible<String> {
        match (self.base(provider), &provider.differs_from) {
            (Some(base), Some(version)) => Ok(format!("Some({})", base.index(version)?)),
            _ => Ok("None".to_string()),
        }
    }

    /// What is printed of each attribute that a provider has facts of its own about, by kind.
    fn kinds(
        &self,
        provider: &Provider,
        print: impl Fn(&Self, &Provider, &str) -> Fallible<String>,
    ) -> Fallible<String> {
        let mut kinds: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for key in provider.facts.keys().filter(|key| !key.starts_with("data.")) {
            if let Some((kind, attribute)) = key.split('/').next().and_then(|key| key.split_once('.')) {
                kinds.entry(kind).or_default().insert(attribute);
            }
        }
        let mut code = String::new();
        for (kind, attributes) in kinds {
            let mut printed = String::new();
            for attribute in attributes {
                let held = print(self, provider, &format!("{kind}.{attribute}"))?;
                if !held.is_empty() {
                    write!(printed, "({:?}, &[{held}]), ", camel(attribute))?;
                }
            }
            if !printed.is_empty() {
                write!(code, "({kind:?}, &[{printed}]), ")?;
            }
        }
        Ok(code)
    }

    /// What holds of an attribute, each time that it changes.
    fn history(&self, provider: &Provider, key: &str) -> Fallible<String> {
        let values = |suffix: &str| provider.values(&format!("{key}{suffix}"), self.base(provider));
        let parts = [values("")?, values("/default")?, values("/lowerCased")?, values("/storedLower")?];
        let [attributes, defaults, lower, stored] = &parts;
        changes(attributes.iter().enumerate().map(|(index, attribute)| {
            let of = |values: &[Value]| values.get(index).cloned().unwrap_or_default();
            match attribute {
                Value::Null => Ok("None".to_string()),
                attribute => {
                    let (lower, stored) = (of(lower) == true, of(stored) == true);
                    Ok(format!("Some({})", printed_attribute(attribute, &of(defaults), lower, stored)?))
                }
            }
        }))
    }

    /// What an attribute may be, each time that it changes.
    fn limits(&self, provider: &Provider, key: &str) -> Fallible<String> {
        let values = |suffix: &str| provider.values(&format!("{key}{suffix}"), self.base(provider));
        let parts = [values("/bypass")?, values("/accepts")?, values("/range")?, values("/gp3")?, values("/prefix")?];
        changes((0..provider.versions.len()).map(|index| {
            let [bypass, words, ranges @ ..] =
                parts.each_ref().map(|part| part.get(index).filter(|value| !value.is_null()));
            let limit =
                |accepts: &str| format!("Some(Limit {{ accepts: {accepts}, is_bypassed: {} }})", bypass.is_some());
            if let Some(words) = words {
                let words: Vec<String> = serde_json::from_value(words.clone())?;
                return Ok(limit(&format!("Limits::Words(&{words:?})")));
            }
            let Some(range) = ranges.into_iter().flatten().next() else { return Ok("None".to_string()) };
            let [min, max]: [u32; 2] = serde_json::from_value(range.clone())?;
            Ok(limit(&format!("Limits::Within(Range {{ min: {min}, max: {max} }})")))
        }))
    }

    /// Puts the versions that have a feature into its row, as its fact says.
    pub fn complete(&self, features: &str) -> Fallible<String> {
        let mut table: Value = serde_json::from_str(features)?;
        let rows = table.get_mut("rows").and_then(Value::as_array_mut).ok_or("no rows")?;
        for row in rows {
            let row = row.as_object_mut().ok_or("a row that is no object")?;
            let test = row.remove("fact").ok_or("a feature without a fact")?;
            let mut available = Vec::new();
            for provider in &self.rows {
                let has = self.has(provider, &test)?;
                available.extend(availability(&provider.id, &provider.versions, &has));
                let names: Vec<String> = provider.packages.iter().map(|(name, _)| name.clone()).collect();
                let built_on = provider.packages.iter().map(|(_, built_on)| provider.index(built_on));
                let built_on: Fallible<Vec<usize>> = built_on.collect();
                let has: Vec<bool> = built_on?.iter().filter_map(|at| has.get(*at).copied()).collect();
                available.extend(availability(&provider.pulumi, &names, &has));
            }
            available.sort_by_key(|versions| versions["target"].as_str().is_some_and(|name| name.contains('/')));
            row.insert("available".to_string(), Value::Array(available));
        }
        Ok(table.to_string())
    }

    /// Whether each version of a provider has what a feature is about.
    fn has(&self, provider: &Provider, test: &Value) -> Fallible<Vec<bool>> {
        let test: &Map<String, Value> = test.as_object().ok_or("a fact that is no object")?;
        let (how, what) = test.iter().next().ok_or("an empty fact")?;
        let base = self.base(provider);
        let texts: Vec<&str> = what
            .as_array()
            .map_or_else(|| vec![what], |list| list.iter().collect())
            .into_iter()
            .filter_map(Value::as_str)
            .collect();
        Ok(match (how.as_str(), texts.as_slice()) {
            ("has", [key]) => provider.values(key, base)?.iter().map(|value| !value.is_null()).collect(),
            ("updates", [key]) => provider.values(key, base)?.iter().map(|value| value[2] == "inPlace").collect(),
            ("accepts", [key, word]) => {
                let lists = provider.values(&format!("{key}/accepts"), base)?;
                lists.iter().map(|list| list.as_array().is_some_and(|list| list.contains(&json!(word)))).collect()
            }
            _ => return Err(format!("unknown fact {how}").into()),
        })
    }
}

/// What is printed of each version, where it differs from that of the version before, each with its index.
fn changes(printed: impl Iterator<Item = Fallible<String>>) -> Fallible<String> {
    let (mut code, mut last) = (String::new(), "None".to_string());
    for (index, printed) in printed.enumerate() {
        let printed = printed?;
        if last != printed {
            write!(code, "({index}, {printed}), ")?;
            last = printed;
        }
    }
    Ok(code)
}

/// The versions of a target that have a feature, if any has it.
fn availability(target: &str, versions: &[String], has: &[bool]) -> Option<Value> {
    let first = has.iter().position(|has| *has)?;
    let gone = has.iter().skip(first).position(|has| !has).map(|later| first.saturating_add(later));
    let since = Some(first).filter(|first| *first > 0).and_then(|first| versions.get(first));
    Some(json!({ "target": target, "since": since, "before": gone.and_then(|gone| versions.get(gone)) }))
}

/// `cidr_block` as `cidrBlock`.
fn camel(attribute: &str) -> String {
    let mut words = attribute.split('_');
    let mut name = words.next().unwrap_or_default().to_string();
    for word in words {
        let mut letters = word.chars();
        name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    name
}

fn printed_version(text: &str) -> Fallible<String> {
    let numbers = text.split('.').map(|part| if part == "x" { Ok(u16::MAX) } else { part.parse() });
    let numbers: Result<Vec<u16>, _> = numbers.collect();
    let [major, minor, patch] = numbers?.try_into().map_err(|_| format!("{text} is no version"))?;
    Ok(format!("Version({major}, {minor}, {patch})"))
}

fn printed_attribute(attribute: &Value, default: &Value, lower: bool, stored: bool) -> Fallible<String> {
    let texts: [String; 3] = serde_json::from_value(attribute.clone())?;
    let [value, given_by, change] = texts.each_ref().map(String::as_str);
    let given_by = match given_by {
        "required" => "Required",
        "optional" => "Optional",
        "optional+computed" => "OptionalComputed",
        "computed" => "Computed",
        other => return Err(format!("unknown word {other}").into()),
    };
    let default = match default {
        Value::Bool(false) => "Default::False".to_string(),
        Value::String(text) => format!("Default::Text({text:?})"),
        Value::Null => "Default::Nothing".to_string(),
        other => return Err(format!("unknown default {other}").into()),
    };
    Ok(format!(
        "Attribute {{ given_by: GivenBy::{given_by}, replaces: {}, is_set: {}, default: {default}, lower_cased: {lower}, stored_lower: {stored} }}",
        change == "forceNew",
        value == "set"
    ))
}
