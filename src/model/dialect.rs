//! How the input writes the names of properties: `cidrBlock` in Pulumi and in documents, `cidr_block` in Terraform.

use serde::Deserialize;

use super::kind::{Kind, Property};
use super::kinds::KINDS;
use super::path::split_first;
use crate::value::spelling::VALUE_MARK;

/// Whose names of properties paths and sentences have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Dialect {
    /// `cidrBlock`
    #[default]
    Pulumi,
    /// `cidr_block`
    Terraform,
}

impl Dialect {
    /// A path in the args of a resource: its first part is the name of a property.
    #[must_use]
    pub fn path(self, kind: Option<&Kind>, path: String) -> String {
        let (name, rest) = split_first(&path);
        match kind.filter(|kind| self == Self::Terraform && kind.property(name).is_some()) {
            Some(_) => snake(name) + rest,
            None => path,
        }
    }

    /// A path in a document. The settings of the provider are a block of their own in Terraform.
    #[must_use]
    pub fn document_path(self, path: String) -> String {
        let setting = path.strip_prefix("configuration[\"").and_then(|rest| rest.strip_suffix("\"]"));
        match setting.and_then(|setting| setting.split_once(':')) {
            Some((namespace, name)) if self == Self::Terraform => format!("provider.{namespace}.{}", snake(name)),
            _ => path,
        }
    }

    /// A sentence in which names of properties stand between backticks: `diskIops`, `diskIops: 3000` or `routes[0]`.
    /// Values of the user are marked, and stay as they are.
    #[must_use]
    pub fn sentence(self, sentence: &str) -> String {
        let mut written = String::with_capacity(sentence.len());
        for (index, part) in sentence.split('`').enumerate() {
            if index > 0 {
                written.push('`');
            }
            let is_quoted = index % 2 == 1;
            match part.strip_prefix(VALUE_MARK) {
                Some(value) if is_quoted => written.push_str(value),
                _ if is_quoted && self == Self::Terraform => written.push_str(&quoted_name(part)),
                _ => written.push_str(part),
            }
        }
        written
    }
}

/// What stands between two backticks, in the words of Terraform.
fn quoted_name(text: &str) -> String {
    let (path, value) = text.split_once(": ").map_or((text, None), |(path, value)| (path, Some(value)));
    let (name, inside) = split_first(path);
    if !is_name(name) {
        return text.to_string();
    }
    match value {
        Some(value) => format!("{}{inside} = {value}", snake(name)),
        None => snake(name) + inside,
    }
}

/// Whether a word is a property of any kind, or a key inside one.
fn is_name(word: &str) -> bool {
    let has = |property: &Property| property.name == word || property.keys().iter().any(|key| key.name == word);
    KINDS.iter().any(|kind| kind.properties.iter().any(has))
}

/// The name of a property as Terraform writes it.
pub(super) fn snake(name: &str) -> String {
    let mut snake = String::with_capacity(name.len());
    for letter in name.chars() {
        if letter.is_ascii_uppercase() {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::network;
    use crate::value::spelling::quoted_value;

    #[test]
    fn names_of_properties_are_translated_and_values_are_not() {
        let value = quoted_value("cidrBlock");
        let sentence =
            format!("{value} is wrong: set `cidrBlock`, `cidrBlock: 10.0.0.0/8`, `cidrBlocks[0].address` or `colour`");
        assert_eq!(
            Dialect::Terraform.sentence(&sentence),
            "`cidrBlock` is wrong: set `cidr_block`, `cidr_block = 10.0.0.0/8`, `cidr_blocks[0].address` or `colour`"
        );
        assert_eq!(
            Dialect::Pulumi.sentence(&sentence),
            "`cidrBlock` is wrong: set `cidrBlock`, `cidrBlock: 10.0.0.0/8`, `cidrBlocks[0].address` or `colour`"
        );
    }

    #[test]
    fn paths_begin_with_a_property() {
        let path = |kind, path: &str| Dialect::Terraform.path(kind, path.to_string());
        assert_eq!(path(Some(&network::KIND), "cidrBlock"), "cidr_block");
        assert_eq!(path(Some(&network::KIND), "cidrBlock[0].fooBar"), "cidr_block[0].fooBar");
        assert_eq!(path(Some(&network::KIND), "fooBar"), "fooBar");
        assert_eq!(path(None, "cidrBlock"), "cidrBlock");
        assert_eq!(Dialect::Pulumi.path(Some(&network::KIND), "cidrBlock".to_string()), "cidrBlock");
        let setting = "configuration[\"kurrentcloud:tokenStore\"]";
        assert_eq!(Dialect::Terraform.document_path(setting.to_string()), "provider.kurrentcloud.token_store");
        assert_eq!(Dialect::Pulumi.document_path(setting.to_string()), setting);
    }
}
