//! What the properties of an integration are, and what can be wrong with them.

use crate::catalogue::rows::{Sink, SinkKeySpelling};
use crate::model::path::PropertyPath;

/// What is wrong with how `sink` in `data` is written.
#[derive(Debug)]
pub enum SinkFault<'a> {
    /// It is missing; this other key may be meant to be it.
    Missing(Option<&'a str>),
    /// It is no sink.
    Unknown(&'a str),
    /// It is another spelling of a sink.
    Spelling(&'a str, &'static Sink),
}

/// What is wrong with a sink that has a resource of its own.
#[derive(Debug)]
pub enum ForeignFault<'a> {
    /// It is another spelling of the sink.
    Spelling(&'a str, &'static Sink),
    /// It cannot be set up in `data`.
    NotInData(&'a str, &'static Sink),
}

/// The sink is in the API, but not in the documentation.
#[derive(Debug)]
pub struct UndocumentedSink(pub &'static Sink);

/// The vendor of the sink has announced its end, in these words.
#[derive(Debug)]
pub struct RetiredSink(pub &'static Sink, pub &'static str);

/// What is wrong with `source` in `data`.
#[derive(Debug)]
pub enum SourceFault<'a> {
    /// The sink does not support it, or no sink does where that is not known.
    NotSupported(&'a str, Option<&'static Sink>),
    /// It is not certain that the sink supports it.
    Doubtful(&'a str, &'static Sink),
}

/// There is no `source` in `data` for this sink.
#[derive(Debug)]
pub struct NoSource(pub &'static Sink);

/// A key that the sink needs, as it is in `data`.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    pub name: &'static str,
    /// The path of the value that is sent, if one is: under the key's own name or under one that is translated.
    pub sent: Option<PropertyPath<'static>>,
}

/// A key is written only in ways that the provider does not translate, or in such ways as well.
#[derive(Debug)]
pub struct Untranslated<'a> {
    pub name: &'static str,
    pub written: Vec<&'a str>,
    pub sink: &'static Sink,
}

/// A key is written in two spellings, of which the provider translates one.
#[derive(Debug)]
pub struct Twice(pub &'static SinkKeySpelling);

/// A credential is not marked as secret.
#[derive(Debug)]
pub struct Plaintext<'a>(pub PropertyPath<'a>);

/// A text that is no channel of Slack.
#[derive(Debug)]
pub struct NoChannel(pub PropertyPath<'static>);

/// A value in `data` is not a string. Says what it is.
#[derive(Debug)]
pub struct NotAString<'a>(pub PropertyPath<'a>, pub &'static str);
