//! The configuration of the stack, read as if it were an explicit provider, so that the same rules see both.

use super::keys::SECRET;
use super::kind::{PropertyId, Secrecy};
use super::path::join;
use super::pieces::{Again, Pieces as _};
use super::program::Program;
use super::provider::KIND;
use super::raw::{Object, Raw};
use super::resource::{Notation, Origin, Resource};
use crate::catalogue::Catalogue;

/// Keys that Pulumi itself reads from the configuration of every provider.
const KEYS_OF_PULUMI: [&str; 2] = ["version", "pluginDownloadURL"];

impl Program {
    /// Adds what the document says of the stack's configuration and the environment, under the namespace of the target.
    /// A setting that is in neither is not known as long as one of the two is not given,
    /// and in a part of a program.
    pub fn configure(&mut self, namespace: &str, catalogue: &Catalogue) {
        if self.configuration.is_none() && self.variables.is_none() {
            return;
        }
        let is_told = self.is_whole && self.configuration.is_some() && self.variables.is_some();
        let (mut args, mut paths, mut left_open) = (Object::EMPTY, Vec::new(), Vec::new());
        for (id, property) in KIND.properties.iter().enumerate() {
            let key = format!("{namespace}:{}", property.name);
            let variable = catalogue.provider_setting(property.name).map(|row| row.environment_variable.as_str());
            let configured = self.configuration.as_ref().and_then(|configuration| configuration.get(&key));
            let exported = self.variables.as_ref().zip(variable).and_then(|(all, name)| Some((name, all.get(name)?)));
            // The provider takes an empty variable for one that is not set.
            let exported = exported.filter(|(_, value)| !matches!(value, Raw::Text(text) if text.is_empty()));
            let mut path = join("configuration", &key);
            let value = match (configured, exported) {
                (Some(value), _) => Some(value.clone()),
                (None, Some((name, value))) => {
                    path = join("environmentVariables", name);
                    // The environment is no place that is stored: what is secret by its nature is safe there.
                    let is_open = property.secrecy == Secrecy::Open;
                    let marked = |value| Raw::Object(Object::from([(SECRET, value)]));
                    Some(if is_open { value.clone() } else { marked(value.clone()) })
                }
                (None, None) if !is_told => Some(Raw::Unknown),
                (None, None) => None,
            };
            paths.push(path);
            if value == Some(Raw::Unknown) {
                left_open.push(PropertyId(id));
            }
            if let Some(value) = value {
                args.insert(property.name, value);
            }
        }
        let own = format!("{namespace}:");
        let keys = self.configuration.iter().flat_map(Object::iter).filter_map(|(key, _)| key.strip_prefix(&own));
        let unknown = keys.filter(|key| KIND.property(key).is_none() && !KEYS_OF_PULUMI.contains(key));
        let unknown = unknown.map(|key| (key.to_string(), false)).collect();
        let index = self.resources.len();
        let args = Raw::Object(args);
        let mut args = Again::of(&args);
        let args = (args.piece(), &mut args);
        let mut configuration = Resource::new(index, &KIND, Some(String::new()), args, Notation::Document);
        configuration.origin = Origin::Configuration { paths, left_open, namespace: own };
        configuration.unknown_keys = unknown;
        self.push(configuration);
    }
}
