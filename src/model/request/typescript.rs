//! What the types of single values are in TypeScript.

use ts_rs::{Config, TS};

use super::{IdOrUnknown, Integer, List, Name, NotBlank, Now};
use crate::model::target::Target;
use crate::net::Cidr;
use crate::schedule::Instant;
use crate::value::date::Date;
use crate::value::server_version::Line;

macro_rules! written_as {
    ($($other:ty: $($name:ty),+;)+) => {
        $($(
            impl TS for $name {
                type WithoutGenerics = Self;
                type OptionInnerType = Self;

                fn name(config: &Config) -> String {
                    <$other as TS>::name(config)
                }
                fn inline(config: &Config) -> String {
                    <$other as TS>::inline(config)
                }
            }
        )+)+
    };
}

written_as! {
    String: Cidr, Date, IdOrUnknown, Instant, Line, Name, NotBlank, Now, Target;
    f64: Integer;
}

impl<T: TS> TS for List<T> {
    type WithoutGenerics = <Vec<T> as TS>::WithoutGenerics;
    type OptionInnerType = Self;

    fn name(config: &Config) -> String {
        <Vec<T> as TS>::name(config)
    }
    fn inline(config: &Config) -> String {
        <Vec<T> as TS>::inline(config)
    }
}
