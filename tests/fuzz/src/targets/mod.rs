//! What is fuzzed: each target makes a question of a run of bytes, asks it and holds the answer to the laws.

use serde_json::Value;

use crate::draw::Draw;
use crate::ffi::Question;
use crate::ffi::codec::pack;
use crate::laws::HUSH;
use crate::model::raw::Raw;
use crate::net::Cidr;
use crate::questions::{Answer, ask};
use crate::words::TEXTS;

pub mod blocks;
pub mod builder;
pub mod document;
pub mod packed;
pub mod planner;
pub mod schedules;

/// A target by its name.
pub type Target = (&'static str, fn(&[u8]));

/// All of them.
pub const ALL: [Target; 6] = [
    ("document", document::run),
    ("builder", builder::run),
    ("planner", planner::run),
    ("blocks", blocks::run),
    ("schedules", schedules::run),
    ("packed", packed::run),
];

/// The values under some keys of a seed that is written as JSON; nothing if the input is choices, as most are.
fn written<const N: usize>(bytes: &[u8], keys: [&str; N]) -> Option<[Value; N]> {
    let seed: Value = serde_json::from_slice(bytes).ok()?;
    let is_seed = seed.is_object() && !seed.to_string().contains(HUSH);
    is_seed.then(|| keys.map(|key| seed.get(key).cloned().unwrap_or_default()))
}

/// Values as JavaScript packs them.
pub(crate) fn packed_of(values: &[&Value]) -> Vec<u8> {
    let raw = |value: &Value| serde_json::from_value(value.clone()).unwrap_or(Raw::Null);
    pack(&values.iter().map(|value| raw(value)).collect::<Vec<_>>())
}

/// Asks a question about these values.
fn asked(question: Question, values: &[&Value]) -> Answer {
    ask(question, &packed_of(values))
}

/// The text of a block: mostly right, of any size.
fn block_text(draw: &mut Draw<'_>) -> String {
    let address = |draw: &mut Draw<'_>| {
        [if draw.below(2) == 0 { 10 } else { draw.byte() }, draw.byte(), draw.byte(), draw.byte()]
    };
    match draw.below(12) {
        0 => (*draw.one(&TEXTS)).to_string(),
        1 => draw.text(20),
        2 => {
            let [a, b, c, d] = address(draw);
            format!("{a}.{b}.{c}.{d}/{}", draw.below(34))
        }
        3 => {
            let block = Cidr::containing(address(draw).into(), draw.below(33) as u8).unwrap_or(Cidr::ALL);
            crate::programs::changed(&block.to_string(), draw)
        }
        _ => Cidr::containing(address(draw).into(), draw.below(33) as u8).unwrap_or(Cidr::ALL).to_string(),
    }
}
