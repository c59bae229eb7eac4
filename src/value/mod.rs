//! Scalars that parse or fail with a reason, and the words to talk about them.
//!
//! Nothing here knows what the cloud offers today; that is the catalogue's.

pub mod backup_template;
pub mod date;
pub mod decimal;
pub mod identifier;
pub mod region;
pub mod server_version;
pub mod spelling;
pub mod url;
pub mod version;
