//! What several rules about integrations ask of `data`.

use crate::catalogue::rows::{Sink, SinkKey};
use crate::model::integration::{self, DATA, SINK, SOURCE};
use crate::rules::prelude::*;
use crate::value::spelling::{is_certain, key as letters};

/// A key whose value has the shape of an identifier.
#[derive(Debug)]
pub(in crate::rules) struct ShapedKey {
    /// The key, as the service writes it.
    pub key: &'static str,
    /// The id of the shape in the catalogue.
    pub shape: &'static str,
}

/// The channel that messages are posted to.
pub(in crate::rules) static CHANNEL: ShapedKey = ShapedKey { key: "channelId", shape: "slack-channel" };

/// How a key that a sink needs is written in `data`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::rules) enum Spelling {
    /// So that its value reaches the service: under its own name or under one that is translated. The path of the value
    /// that is sent.
    Sent(PropertyPath<'static>),
    /// Only in a way that the provider does not translate.
    Untranslated,
    /// Not at all.
    Missing,
}

/// The known word that a written one means beyond doubt.
pub(in crate::rules) fn meant<'b>(written: &str, known: &[&'b str]) -> Option<&'b str> {
    let near = nearest(written, known.iter().copied())?;
    is_certain(written, near, known.iter().copied()).then_some(near)
}

/// The sink that is meant beyond doubt.
///
/// Where it is misspelled, a rule of its own says so; what else is wrong is judged by the sink that is meant, so that
/// nothing new comes up once that is fixed.
pub(in crate::rules) fn sink<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Option<&'static Sink> {
    let written = cx.text(resource, DATA.key(SINK)).known()?;
    let catalogue = cx.catalogue();
    let guess = || {
        let known: Vec<&str> = catalogue.sinks().map(|row| row.id.as_str()).collect();
        catalogue.sink(meant(written, &known)?)
    };
    catalogue.sink(written).or_else(|| catalogue.sink_in_any_case(written.trim())).or_else(guess)
}

/// The sink that is meant, unless it has a resource of its own: then the rule about that says all there is to say.
pub(in crate::rules) fn generic_sink<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Option<&'static Sink> {
    sink(cx, resource).filter(|row| is_generic(row))
}

/// Whether a sink is set up by an Integration.
pub(in crate::rules) fn is_generic(row: &Sink) -> bool {
    row.resource.as_str() == integration::KIND.name
}

/// The `source` in `data` with its path, and the sink where it is known. Nothing where the sink has a resource of its own.
pub(in crate::rules) fn source<'a>(
    cx: &mut Context<'a>,
    resource: &'a Resource,
) -> Option<(PropertyPath<'static>, &'a str, Option<&'static Sink>)> {
    let path = DATA.key(SOURCE);
    let written = cx.text(resource, path).known()?;
    let sink = sink(cx, resource);
    sink.is_none_or(is_generic).then_some((path, written, sink))
}

/// The sources that a sink supports, or any sink of an Integration.
pub(in crate::rules) fn sources(cx: &Context<'_>, sink: Option<&'static Sink>) -> Vec<&'static str> {
    let mut known: Vec<&str> = Vec::new();
    for row in cx.catalogue().sinks().filter(|row| sink.map_or(is_generic(row), |sink| sink.id == row.id)) {
        for source in row.sources.iter().map(|source| source.as_str()) {
            if !known.contains(&source) {
                known.push(source);
            }
        }
    }
    known
}

/// The sinks that can be used instead of one: documented, not retired, and with a source that both support.
fn alternatives(cx: &Context<'_>, row: &Sink) -> Vec<&'static str> {
    let is_lasting = |other: &&Sink| is_generic(other) && other.documented && other.retired.is_none();
    let shares_source = |other: &&Sink| other.sources.iter().any(|source| row.sources.iter().any(|own| own == source));
    let others = cx.catalogue().sinks().filter(is_lasting).filter(shares_source);
    others.filter(|other| other.id != row.id).map(|other| other.id.as_str()).collect()
}

/// Says which other sinks can be used, where there are any.
pub(in crate::rules) fn suggest_alternatives<'a>(
    cx: &Context<'a>,
    finding: Finding<'a>,
    row: &Sink,
    help: impl FnOnce(&str) -> String,
) -> Finding<'a> {
    let others = alternatives(cx, row);
    if others.is_empty() { finding } else { finding.suggest(DATA.key(SINK), others, help) }
}

/// Whether a written key holds a credential of a sink, or of any sink where that is not known, in whatever spelling.
pub(in crate::rules) fn is_credential(cx: &Context<'_>, sink: Option<&'static Sink>, written: &str) -> bool {
    let rows = cx.catalogue().sinks().filter(|row| sink.is_none_or(|sink| sink.id == row.id));
    rows.flat_map(|row| row.keys.iter()).any(|key| key.secret && is_spelling_of(written, key.name.as_str()))
}

/// How a key of a sink is written.
pub(in crate::rules) fn spelling<'a>(cx: &mut Context<'a>, resource: &'a Resource, name: &'static str) -> Spelling {
    // The value of the translated one is sent last and replaces that of the other.
    let translated = cx.catalogue().sink_key_spellings().find(|row| row.key.as_str() == name);
    let sent = translated.map(|row| row.id.as_str()).into_iter().chain([name]);
    match sent.map(|key| DATA.key(key)).find(|path| cx.has_key(resource, *path)) {
        Some(path) => Spelling::Sent(path),
        None if untranslated(cx, resource, name).is_empty() => Spelling::Missing,
        None => Spelling::Untranslated,
    }
}

/// The written keys that are a key of a sink in snake case, and that the provider does not translate.
pub(in crate::rules) fn untranslated<'a>(cx: &mut Context<'a>, resource: &'a Resource, name: &str) -> Vec<&'a str> {
    let Some(keys) = cx.keys(resource, DATA.into()).known() else { return Vec::new() };
    let is_translated = |key: &str| cx.catalogue().sink_key_spellings().any(|row| row.id.as_str() == key);
    keys.filter(|key| key.contains('_') && is_spelling_of(key, name) && !is_translated(key)).collect()
}

/// A written key that the sink does not have, and the missing one that it is near to.
pub(in crate::rules) fn misspelled<'a, 'b>(
    cx: &mut Context<'a>,
    resource: &'a Resource,
    row: &Sink,
    missing: &[&'b str],
) -> Option<(&'a str, &'b str)> {
    let is_known = |key: &str| {
        let is_key =
            |known: &SinkKey| is_spelling_of(key, known.name.as_str()) && !missing.contains(&known.name.as_str());
        [SINK, SOURCE].contains(&key) || row.keys.iter().any(is_key)
    };
    let mut keys = cx.keys(resource, DATA.into()).known()?.filter(|key| !is_known(key));
    keys.find_map(|key| Some((key, nearest(key, missing.iter().copied())?)))
}

/// Whether two keys are the same but for case and underscores.
fn is_spelling_of(written: &str, name: &str) -> bool {
    // No spelling is twice as long as the name; a key of a megabyte is not worth a look.
    written.len() <= name.len() * 2 && letters(written) == letters(name)
}
