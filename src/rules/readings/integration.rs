//! How the properties of an integration are read.

use crate::catalogue::Catalogue;
use crate::catalogue::rows::Sink;
use crate::model::hidden::Hidden;
use crate::model::integration::{DATA, DESCRIPTION, SINK, SOURCE};
use crate::model::path::PropertyPath;
use crate::model::resource::Fault;
use crate::rules::context::{Context, Field};
use crate::rules::faults::integration::{
    ForeignFault, Key, NoChannel, NoSource, NotAString, Plaintext, RetiredSink, SinkFault, SourceFault, Twice,
    UndocumentedSink, Untranslated,
};
use crate::rules::faults::text::Absent;
use crate::rules::reading::{Items, Reading};
use crate::rules::readings::text::present;
use crate::rules::shared::integration::{CHANNEL, is_credential, is_generic, is_spelling_of, sources};
use crate::rules::views::Integration;
use crate::value::identifier::is_slack_channel;
use crate::value::spelling::{certain, nearest};

impl<'a> Integration<'a> {
    pub fn read_description(self, cx: &mut Context<'a>) -> Reading<&'a str, Absent> {
        present(cx, self.resource, DESCRIPTION)
    }

    pub fn read_sink(self, cx: &mut Context<'a>) -> Reading<&'static Sink, SinkFault<'a>> {
        let written = match cx.text(self.resource, DATA.key(SINK)) {
            Field::Known(written) => written,
            Field::Unknown => return Reading::NOTHING,
            Field::Missing => {
                let Some(mut keys) = cx.keys(self.resource, DATA.into()).known() else { return Reading::NOTHING };
                return Reading::bad(SinkFault::Missing(keys.find(|key| nearest(key, [SINK]).is_some())));
            }
        };
        match meant_sink(cx.catalogue(), written) {
            None => Reading::bad(SinkFault::Unknown(written)),
            Some(sink) => {
                let is_misspelled = sink.id.as_str() != written && is_generic(sink);
                Reading::with(sink, [is_misspelled.then_some(SinkFault::Spelling(written, sink))])
            }
        }
    }

    pub fn read_foreign(self, cx: &mut Context<'a>) -> Reading<(), ForeignFault<'a>> {
        let Some(sink) = self.sink(cx).value.filter(|sink| !is_generic(sink)) else { return Reading::NOTHING };
        let Some(written) = cx.text(self.resource, DATA.key(SINK)).known() else { return Reading::NOTHING };
        let is_misspelled = sink.id.as_str() != written;
        Reading::with(
            (),
            [
                is_misspelled.then_some(ForeignFault::Spelling(written, sink)),
                Some(ForeignFault::NotInData(written, sink)),
            ],
        )
    }

    pub fn read_documented(self, cx: &mut Context<'a>) -> Reading<(), UndocumentedSink> {
        let sink = self.sink(cx).value.filter(|sink| !sink.documented);
        Reading::with((), [sink.map(UndocumentedSink)])
    }

    pub fn read_future(self, cx: &mut Context<'a>) -> Reading<(), RetiredSink> {
        let retired = self.sink(cx).value.and_then(|sink| Some(RetiredSink(sink, sink.retired.as_ref()?.as_str())));
        Reading::with((), [retired])
    }

    pub fn read_source(self, cx: &mut Context<'a>) -> Reading<&'a str, SourceFault<'a>> {
        let Some(written) = self.written_source(cx) else { return Reading::NOTHING };
        let sink = self.sink(cx).value;
        let is_supported = sources(cx, sink).contains(&written);
        let is_doubtful = |sink: &&Sink| sink.doubtful_sources.iter().any(|other| other.as_str() == written);
        let doubtful = sink.filter(is_doubtful);
        Reading::with(
            written,
            [
                (!is_supported).then_some(SourceFault::NotSupported(written, sink)),
                doubtful.map(|sink| SourceFault::Doubtful(written, sink)),
            ],
        )
    }

    pub fn read_has_source(self, cx: &mut Context<'a>) -> Reading<(), NoSource> {
        if cx.has_key(self.resource, DATA.key(SOURCE)) {
            return Reading::good(());
        }
        Reading::with((), [self.sink(cx).value.map(NoSource)])
    }

    pub fn read_keys(self, cx: &mut Context<'a>) -> Items<Key, Untranslated<'a>> {
        let Some(sink) = self.sink(cx).value else { return Items::NOTHING };
        let keys = sink.keys.iter().map(|key| {
            let name = key.name.as_str();
            let written = self.untranslated(cx, name);
            let fault = (!written.is_empty()).then_some(Untranslated { name, written, sink });
            Reading::with(Key { name, sent: self.sent(cx, name) }, [fault])
        });
        Items(keys.collect())
    }

    pub fn read_spellings(self, cx: &mut Context<'a>) -> Items<(), Twice> {
        let translated = cx.catalogue().sink_key_spellings();
        let is_there = |cx: &mut Context<'a>, key: &'static str| cx.has_key(self.resource, DATA.key(key));
        Items::bad(translated.filter(|row| is_there(cx, row.id.as_str()) && is_there(cx, row.key.as_str())).map(Twice))
    }

    pub fn read_secrecy(self, cx: &mut Context<'a>) -> Items<(), Plaintext<'a>> {
        // All are marked with what they are in.
        if cx.is_marked_secret(self.resource, DATA) {
            return Items::NOTHING;
        }
        let Some(keys) = cx.keys(self.resource, DATA.into()).known() else { return Items::NOTHING };
        let sink = self.sink(cx).value;
        Items::bad(keys.filter_map(|key| {
            let path = DATA.key(key);
            let is_open = is_credential(cx, sink, key) && !cx.is_marked_secret(self.resource, path);
            // A blank one has nothing to hide.
            (is_open && self.is_blank(cx, path) == Some(false)).then_some(Plaintext(path))
        }))
    }

    pub fn read_channel(self, cx: &mut Context<'a>) -> Reading<(), NoChannel> {
        let key = self.keys(cx).values().find(|key| key.name == CHANNEL.key);
        let Some(path) = key.and_then(|key| key.sent) else { return Reading::NOTHING };
        let Some(channel) = cx.hidden(self.resource, path).known() else { return Reading::NOTHING };
        let is_wrong = !channel.is_blank() && !channel.is(is_slack_channel);
        Reading::with((), [is_wrong.then_some(NoChannel(path))])
    }

    pub fn read_values(self, _: &mut Context<'a>) -> Items<(), NotAString<'a>> {
        let mut found = Vec::new();
        self.resource.walk_faults(&mut |path, _, fault| {
            if let (Fault::Type { found: what, .. }, true, true) = (fault, path.id == DATA, path.key.is_some()) {
                found.push(NotAString(path, what));
            }
        });
        Items::bad(found.into_iter())
    }

    /// What is sent, as it is written.
    pub fn written_source(self, cx: &mut Context<'a>) -> Option<&'a str> {
        cx.text(self.resource, DATA.key(SOURCE)).known()
    }

    /// The keys of `data`, as they are written.
    pub fn written_keys(self, cx: &mut Context<'a>) -> Option<impl Iterator<Item = &'a str> + use<'a>> {
        cx.keys(self.resource, DATA.into()).known()
    }

    /// Whether a value in `data` has no visible character, if that is known.
    pub fn is_blank(self, cx: &mut Context<'a>, path: PropertyPath<'a>) -> Option<bool> {
        cx.hidden(self.resource, path).known().map(Hidden::is_blank)
    }

    /// Whether a value with a visible character is sent for a key of a sink, as far as is known.
    pub fn has(self, cx: &mut Context<'a>, name: &'static str) -> bool {
        self.sent(cx, name).is_some_and(|path| self.is_blank(cx, path) != Some(true))
    }

    /// The path of the value that is sent for a key of a sink.
    fn sent(self, cx: &mut Context<'a>, name: &'static str) -> Option<PropertyPath<'static>> {
        // The value of the translated one is sent last and replaces that of the other.
        let translated = cx.catalogue().sink_key_spellings().find(|row| row.key.as_str() == name);
        let sent = translated.map(|row| row.id.as_str()).into_iter().chain([name]);
        sent.map(|key| DATA.key(key)).find(|path| cx.has_key(self.resource, *path))
    }

    /// The written keys that are a key of a sink in snake case, and that the provider does not translate.
    fn untranslated(self, cx: &mut Context<'a>, name: &str) -> Vec<&'a str> {
        let Some(keys) = cx.keys(self.resource, DATA.into()).known() else { return Vec::new() };
        let is_translated = |key: &str| cx.catalogue().sink_key_spellings().any(|row| row.id.as_str() == key);
        keys.filter(|key| key.contains('_') && is_spelling_of(key, name) && !is_translated(key)).collect()
    }
}

/// The sink that is meant beyond doubt.
///
/// What else is wrong is judged by it where it is misspelled, so that nothing new comes up once that is fixed.
fn meant_sink(catalogue: &Catalogue, written: &str) -> Option<&'static Sink> {
    let guess = || {
        let known: Vec<&str> = catalogue.sinks().map(|row| row.id.as_str()).collect();
        catalogue.sink(certain(written, &known)?)
    };
    catalogue.sink(written).or_else(|| catalogue.sink_in_any_case(written.trim())).or_else(guess)
}
