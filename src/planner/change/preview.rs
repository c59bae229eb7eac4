//! Reading what `pulumi preview --json` prints: the states before and after as two documents.

use std::collections::{BTreeMap, BTreeSet};

use crate::collect;
use crate::model::kind::Kind;
use crate::model::kinds::WrittenKind;
use crate::model::provider;
use crate::model::raw::{Object, Raw};
use crate::model::reader::{InputError, list, object, required, text};

/// What Pulumi writes for an unknown value.
const UNKNOWN: &str = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
/// What Pulumi prints for a secret.
const HIDDEN: &str = "[secret]";
/// The key that marks a secret which is passed with its value.
const MARK: &str = "4dabf18193072939515e22adb298388d";
/// What providers note beside the inputs begins with this.
const INTERNAL: &str = "__";
/// The names of inputs that the provider filled in because the program left them out.
const DEFAULTS: &str = "__defaults";

/// One state of a resource.
type State = Object;

/// A resource with its states.
struct Seen<'a> {
    kind: &'static Kind,
    token: &'a str,
    name: &'a str,
    old: Option<&'a State>,
    new: Option<&'a State>,
}

/// The documents before and after. Steps of other providers are left out, and so are the providers that Pulumi creates
/// automatically; a resource whose name is not unique is called by its whole URN.
///
/// # Errors
/// What is not as the command prints it, with its path.
pub(super) fn documents(preview: &Raw) -> Result<(Raw, Raw), InputError> {
    let preview = object(Some(preview), "preview")?;
    let steps = list(Some(required(preview.get("steps"), "preview.steps")?), "preview.steps")?;
    let mut order: Vec<&str> = Vec::new();
    let mut seen: BTreeMap<&str, Seen<'_>> = BTreeMap::new();
    for (i, step) in steps.iter().enumerate() {
        let path = format!("preview.steps[{i}]");
        let step = object(Some(step), &path)?;
        let place = format!("{path}.urn");
        let urn = required(text(step.get("urn"), &place)?, &*place)?;
        let Some((token, name)) = parts(urn) else {
            return Err(InputError::new(place, "is not a URN such as `urn:pulumi:STACK::PROJECT::TYPE::NAME`"));
        };
        let WrittenKind::Modelled(kind, _) = WrittenKind::read(token) else { continue };
        if kind.name == provider::KIND.name && is_default_provider(name) {
            continue;
        }
        let entry = seen.entry(urn).or_insert_with(|| {
            order.push(urn);
            Seen { kind, token, name, old: None, new: None }
        });
        // A replacement has several steps of one resource: the first state of each side counts.
        entry.old = entry.old.or(state(step, "oldState", &path)?);
        entry.new = entry.new.or(state(step, "newState", &path)?);
    }
    let names = names(&seen);
    let ids = collect::map(seen.iter().filter_map(|(urn, seen)| Some((seen.old?.get("id")?.as_text()?, *urn))));
    let look = Look { names: &names, ids: &ids };
    let before = order.iter().filter_map(|urn| look.resource(urn, seen.get(urn)?, |seen| seen.old)).collect();
    let after = order.iter().filter_map(|urn| look.resource(urn, seen.get(urn)?, |seen| seen.new)).collect();
    Ok((document(before), document(after)))
}

/// Type token and name of a URN.
fn parts(urn: &str) -> Option<(&str, &str)> {
    let mut parts = urn.splitn(4, "::");
    let (_, _, types, name) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    Some((types.rsplit('$').next()?, name))
}

/// Whether a provider is one that Pulumi creates from the configuration: it calls them `default` and `default_0_2_20`.
fn is_default_provider(name: &str) -> bool {
    name.strip_prefix("default").is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
}

fn state<'a>(step: &'a Object, key: &str, path: &str) -> Result<Option<&'a State>, InputError> {
    match step.get(key) {
        None | Some(Raw::Null) => Ok(None),
        given => object(given, &format!("{path}.{key}")).map(Some),
    }
}

/// How each resource is called.
fn names<'a>(seen: &BTreeMap<&'a str, Seen<'a>>) -> BTreeMap<&'a str, &'a str> {
    let mut once = BTreeSet::new();
    let twice = collect::set(seen.values().map(|seen| seen.name).filter(|name| !once.insert(*name)));
    collect::map(seen.iter().map(|(urn, seen)| (*urn, if twice.contains(seen.name) { *urn } else { seen.name })))
}

/// What the reading of one state looks up in the others.
struct Look<'a> {
    /// Names by URN.
    names: &'a BTreeMap<&'a str, &'a str>,
    /// URNs by the ids of what exists.
    ids: &'a BTreeMap<&'a str, &'a str>,
}

impl Look<'_> {
    /// The resource of a document that a state stands for.
    fn resource<'s>(
        &self,
        urn: &str,
        seen: &Seen<'s>,
        side: impl FnOnce(&Seen<'s>) -> Option<&'s State>,
    ) -> Option<Raw> {
        let state = side(seen)?;
        let inputs = match state.get("inputs") {
            Some(Raw::Object(inputs)) => inputs,
            _ => &Object::EMPTY,
        };
        let given = inputs.iter().filter(|(key, _)| !key.starts_with(INTERNAL) && !is_default(inputs, key));
        let args = given.map(|(key, value)| {
            let refers =
                seen.kind.properties.iter().any(|property| property.name == key && property.refers_to.is_some());
            let value = if refers { self.reference(state, key, value) } else { None }.unwrap_or_else(|| plain(value));
            (key.to_string(), value)
        });
        let name = self.names.get(urn)?;
        Some(Raw::Object(Object::from([
            ("kind", Raw::Text(seen.token.to_string())),
            ("name", Raw::Text((*name).to_string())),
            ("args", Raw::Object(args.collect())),
        ])))
    }

    /// The reference that the id of another resource stands for: by the id, or while that is unknown, by what the
    /// property depends on.
    fn reference(&self, state: &State, key: &str, value: &Raw) -> Option<Raw> {
        let text = value.as_text()?;
        let urn = if text == UNKNOWN { depends_on(state, key)? } else { *self.ids.get(text)? };
        Some(marked("ref", Raw::Text((*self.names.get(urn)?).to_string())))
    }
}

/// The one resource that a property depends on.
fn depends_on<'a>(state: &'a State, key: &str) -> Option<&'a str> {
    let Raw::Object(dependencies) = state.get("propertyDependencies")? else { return None };
    let Raw::List(urns) = dependencies.get(key)? else { return None };
    match urns.as_slice() {
        [urn] => urn.as_text(),
        _ => None,
    }
}

fn is_default(inputs: &State, key: &str) -> bool {
    let Some(Raw::List(defaults)) = inputs.get(DEFAULTS) else { return false };
    defaults.iter().any(|default| default.as_text() == Some(key))
}

/// A value as a document writes it.
fn plain(value: &Raw) -> Raw {
    match value {
        Raw::Text(text) if text == UNKNOWN => marked("unknown", Raw::Boolean(true)),
        Raw::Text(text) if text == HIDDEN => marked("secret", Raw::Boolean(true)),
        Raw::Object(object) if object.contains_key(MARK) => {
            marked("secret", object.get("value").map_or(Raw::Boolean(true), plain))
        }
        Raw::Object(object) => {
            let own = object.iter().filter(|(key, _)| !key.starts_with(INTERNAL));
            Raw::Object(own.map(|(key, value)| (key.to_string(), plain(value))).collect())
        }
        Raw::List(items) => Raw::List(items.iter().map(plain).collect()),
        other => other.clone(),
    }
}

fn marked(key: &'static str, value: Raw) -> Raw {
    Raw::Object(Object::from([(key, value)]))
}

fn document(resources: Vec<Raw>) -> Raw {
    marked("resources", Raw::List(resources))
}
