//! What the settings of a provider are, and what can be wrong with them.

use crate::catalogue::rows::ProviderSetting;
use crate::model::kind::PropertyId;

/// What is there of a setting whose text is not looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// It was not given.
    Missing,
    /// It has no visible character.
    Blank,
    /// A text.
    Visible,
}

/// A setting that the constructor of an explicit provider requires is missing.
#[derive(Debug)]
pub struct NotPassed {
    pub id: PropertyId,
    pub name: &'static str,
    pub setting: &'static ProviderSetting,
}

/// A credential is not marked as secret.
#[derive(Debug)]
pub struct Plaintext {
    pub id: PropertyId,
    pub name: &'static str,
}

/// The token has the shape of the id of one.
#[derive(Debug)]
pub struct IdOfToken;

/// The target has no service accounts, which the setting belongs to.
#[derive(Debug)]
pub struct NotSupported;

/// The id of a service account is without the secret.
#[derive(Debug)]
pub struct IdWithoutSecret;

/// The secret of a service account is without the id.
#[derive(Debug)]
pub struct SecretWithoutId;

/// There is neither a token nor a service account that the target supports.
#[derive(Debug)]
pub struct NoCredential {
    /// Whether there is the secret of one.
    pub has_secret: bool,
}

/// The folder for tokens has no name.
#[derive(Debug)]
pub struct NoFolder;

/// What is wrong with a URL.
#[derive(Debug)]
pub struct UnsafeUrl<'a> {
    pub id: PropertyId,
    pub name: &'static str,
    /// As the user wrote it.
    pub written: &'a str,
    /// Whether only its path is wrong.
    pub is_https: bool,
}
