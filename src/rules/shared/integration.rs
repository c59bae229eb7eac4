//! What several rules about integrations ask of `data`.

use crate::catalogue::rows::{Sink, SinkKey};
use crate::model::integration::{self, DATA, SINK, SOURCE};
use crate::rules::prelude::*;
use crate::value::spelling::key as letters;

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

/// Whether a sink is set up by an Integration.
pub(in crate::rules) fn is_generic(row: &Sink) -> bool {
    row.resource.as_str() == integration::KIND.name
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

/// Whether `data` suits a sink: it has each of the sink's keys, and no source that the sink does not support.
pub(in crate::rules) fn suits<'a>(cx: &mut Context<'a>, sending: Integration<'a>, sink: &'static Sink) -> bool {
    let source = sending.written_source(cx);
    source.is_none_or(|written| sink.sources.iter().any(|source| source.as_str() == written))
        && sink.keys.iter().all(|key| sending.has(cx, key.name.as_str()))
}

/// Says which other sinks can be used, where there are any: without another change if `data` suits one.
pub(in crate::rules) fn suggest_alternatives<'a>(
    cx: &mut Context<'a>,
    finding: Finding<'a>,
    sending: Integration<'a>,
    row: &Sink,
    help: impl FnOnce(&str) -> String,
) -> Finding<'a> {
    let others = alternatives(cx, row);
    let catalogue = cx.catalogue();
    let known = others.iter().copied().filter_map(|id| catalogue.sink(id));
    let suited: Vec<&'static Sink> = known.filter(|sink| suits(cx, sending, sink)).collect();
    match (others.is_empty(), suited.is_empty()) {
        (true, _) => finding,
        (false, true) => finding.help(help(&format!("{} with its own keys", one_of(&others)))),
        (false, false) => finding.suggest(DATA.key(SINK), suited.into_iter().map(|sink| sink.id.as_str()), help),
    }
}

/// Whether a written key holds a credential of a sink, or of any sink where that is not known, in whatever spelling.
pub(in crate::rules) fn is_credential(cx: &Context<'_>, sink: Option<&'static Sink>, written: &str) -> bool {
    let rows = cx.catalogue().sinks().filter(|row| sink.is_none_or(|sink| sink.id == row.id));
    rows.flat_map(|row| row.keys.iter()).any(|key| key.secret && is_spelling_of(written, key.name.as_str()))
}

/// A written key that the sink does not have, and the missing one that it is near to.
pub(in crate::rules) fn misspelled<'a, 'b>(
    cx: &mut Context<'a>,
    sent: Integration<'a>,
    row: &Sink,
    missing: &[&'b str],
) -> Option<(&'a str, &'b str)> {
    let is_known = |key: &str| {
        let is_key =
            |known: &SinkKey| is_spelling_of(key, known.name.as_str()) && !missing.contains(&known.name.as_str());
        [SINK, SOURCE].contains(&key) || row.keys.iter().any(is_key)
    };
    let mut keys = sent.written_keys(cx)?.filter(|key| !is_known(key));
    keys.find_map(|key| Some((key, nearest(key, missing.iter().copied())?)))
}

/// Whether two keys are the same but for case and underscores.
pub(in crate::rules) fn is_spelling_of(written: &str, name: &str) -> bool {
    // No spelling is twice as long as the name; a key of a megabyte is not worth a look.
    written.len() <= name.len() * 2 && letters(written) == letters(name)
}
