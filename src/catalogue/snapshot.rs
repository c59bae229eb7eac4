//! The whole catalogue as plain data, and how old it is.

use std::sync::OnceLock;

use serde::Serialize;

use super::rows::{List, access_tables, cloud_tables, service_tables};
use super::tables::Row;
use super::{Added, Catalogue, rows};

/// The type of all rows of a table.
macro_rules! list {
    ($user:lifetime $row:ident) => { &'static List<rows::$row> };
    ($user:lifetime $row:ident additions) => { Vec<&$user rows::$row> };
}

/// All rows of a table.
macro_rules! all {
    ($catalogue:ident $table:ident $row:ident) => {
        &rows::$row::table().rows
    };
    ($catalogue:ident $table:ident $row:ident additions) => {
        $catalogue.$table().collect()
    };
}

macro_rules! snapshot {
    ($($(#[$doc:meta])+ $table:ident: $row:ident $(and $additions:ident)?,)+) => {
        /// The whole catalogue as plain data.
        #[derive(Debug, Serialize)]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "Catalogue"))]
        #[serde(rename_all = "camelCase")]
        pub struct Snapshot<'a> {
            /// ISO date of the newest source of any row.
            as_of: &'static str,
            $(
                $(#[$doc])+
                $table: list!('a $row $($additions)?),
            )+
            /// What the user added.
            additions: Vec<Added>,
        }

        impl Catalogue {
            /// ISO date of the newest source of any row.
            #[must_use]
            pub fn as_of(&self) -> &'static str {
                static NEWEST: OnceLock<&str> = OnceLock::new();
                NEWEST.get_or_init(|| {
                    [$(rows::$row::table().as_of.as_str(),)+].into_iter().max().unwrap_or_default()
                })
            }

            /// Everything, as plain data.
            #[must_use]
            pub fn snapshot(&self) -> Snapshot<'_> {
                Snapshot {
                    as_of: self.as_of(),
                    $($table: all!(self $table $row $($additions)?),)+
                    additions: self.added(),
                }
            }
        }
    };
}

macro_rules! then_access {
    ($($tables:tt)*) => { access_tables! { then_service { $($tables)* } } };
}
macro_rules! then_service {
    ($($tables:tt)*) => { service_tables! { snapshot { $($tables)* } } };
}
cloud_tables! { then_access {} }
