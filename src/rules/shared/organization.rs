//! Of which organisation resources are: that of the provider that they use.

use crate::model::program::Program;
use crate::model::provider::{KIND, ORGANIZATION_ID, Used};
use crate::model::raw::{Object, Raw};
use crate::model::resource::State;
use crate::model::target;
use crate::rules::context::Field;
use crate::rules::prelude::*;
use crate::rules::shared::stack::named;
use crate::value::identifier::is_variable;

/// The organisation of a provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::rules) enum Organization<'a> {
    /// Its id.
    Known(&'a str),
    /// It has none.
    None,
    /// It is not known.
    Unknown,
}

/// A resource that another one refers to, and the property that does.
#[derive(Clone, Copy, Debug)]
pub(in crate::rules) struct Neighbour<'a> {
    pub path: PropertyPath<'a>,
    pub property: &'static str,
    pub resource: &'a Resource,
}

impl<'a> Neighbour<'a> {
    /// The finding at the property, for a resource whose provider is not the one that it should be.
    pub fn finding(self, resource: &'a Resource, but: &str) -> Finding<'a> {
        let (other, uses) = (named(self.resource), provider_of(self.resource));
        let message = format!("`{}` refers to {other}, which uses {uses}, but {but}", self.property);
        let finding = Finding::at(resource, self.path, message).help(match &self.resource.provider {
            Used::Named(name) => format!("add {} to the options of the resource", option(name)),
            Used::Default | Used::Unknown => "let both resources use the same provider".to_string(),
        });
        // Which organisations these are is not said.
        finding.related(self.resource).confined()
    }
}

/// The option that sets the provider, as a program writes it.
fn option(name: &str) -> String {
    match is_variable(name) {
        true => format!("`{{ provider: {name} }}`"),
        false => format!("the provider {}", quoted(name)),
    }
}

/// The provider of a resource, in words.
pub(in crate::rules) fn provider_of(resource: &Resource) -> String {
    match &resource.provider {
        Used::Named(name) => format!("the provider {}", quoted(name)),
        Used::Default | Used::Unknown => "the default provider".to_string(),
    }
}

/// The resources of a program with several providers. Where no resource names its provider, all use the same.
pub(in crate::rules) fn of_several(program: &Program) -> impl Iterator<Item = &Resource> {
    let has_several = program.resources.iter().any(|resource| matches!(resource.provider, Used::Named(_)));
    program.resources.iter().filter(move |_| has_several)
}

/// The resources of the program that one refers to, in the order of its properties.
pub(in crate::rules) fn neighbours<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Vec<Neighbour<'a>> {
    let (program, mut neighbours) = (cx.program(), Vec::new());
    resource.walk(&mut |path, property, slot| {
        let State::Reference(reference) = &slot.state else { return };
        let other = property.refers_to.and_then(|kind| program.referred(kind, reference));
        neighbours.extend(other.map(|resource| Neighbour { path, property: property.name, resource }));
    });
    for neighbour in &neighbours {
        // Which one it is may be a secret.
        cx.state(resource, neighbour.path);
    }
    neighbours
}

/// The explicit provider that a resource uses, if it is in the program.
pub(in crate::rules) fn explicit<'a>(program: &'a Program, resource: &Resource) -> Option<&'a Resource> {
    match &resource.provider {
        Used::Named(name) => program.find(KIND.name, name),
        Used::Default | Used::Unknown => None,
    }
}

/// The organisation of the provider that a resource uses.
pub(in crate::rules) fn organization<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Organization<'a> {
    match (&resource.provider, explicit(cx.program(), resource)) {
        (Used::Default, _) => of_default(cx, resource),
        (_, Some(provider)) => of_explicit(cx, provider),
        (_, None) => Organization::Unknown,
    }
}

/// What an explicit provider is not given may be in the environment.
fn of_explicit<'a>(cx: &mut Context<'a>, provider: &'a Resource) -> Organization<'a> {
    match cx.text(provider, ORGANIZATION_ID) {
        Field::Known(id) if !id.trim().is_empty() => Organization::Known(id.trim()),
        Field::Known(_) | Field::Missing | Field::Unknown => Organization::Unknown,
    }
}

/// What neither the configuration of the stack has nor, as far as they are told, the environment variables, the default
/// provider does not have.
fn of_default<'a>(cx: &mut Context<'a>, resource: &Resource) -> Organization<'a> {
    let configuration = cx.program().resources.last().filter(|resource| resource.is_configuration());
    let Some(configuration) = configuration else { return Organization::Unknown };
    if is_nowhere(cx) {
        return Organization::None;
    }
    // Each package has a default provider of its own, and the configuration is read as that of the target.
    if resource.namespace.is_some_and(|namespace| namespace != cx.settings().target.provider.namespace()) {
        return Organization::Unknown;
    }
    match cx.text(configuration, ORGANIZATION_ID) {
        Field::Known(id) if !id.trim().is_empty() => Organization::Known(id.trim()),
        Field::Known(_) | Field::Missing => Organization::None,
        Field::Unknown => Organization::Unknown,
    }
}

/// Whether the configuration is given and no setting of it is an organisation, nor is a variable.
fn is_nowhere(cx: &Context<'_>) -> bool {
    let program = cx.program();
    let variable = super::provider::variable(cx, "organizationId");
    let is_exported = |value: &Raw| !matches!(value, Raw::Text(text) if text.is_empty());
    let exported = program.variables.as_ref().and_then(|variables| variables.get(variable));
    // A program that mixes both packages reads both.
    let key = |provider: &target::Provider| format!("{}:organizationId", provider.namespace());
    let is_set = |settings: &Object| target::Provider::ALL.iter().any(|of| settings.contains_key(&key(of)));
    let is_told = program.is_whole && program.configuration.as_ref().is_some_and(|settings| !is_set(settings));
    is_told && !exported.is_some_and(is_exported)
}
