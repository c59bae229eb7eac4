//! How the settings of a provider are read, of an explicit one and of the configuration of the stack.

use crate::catalogue::rows::FeatureId;
use crate::model::kind::PropertyId;
use crate::model::provider;
use crate::model::resource::{Slot, State};
use crate::model::target::Engine;
use crate::rules::context::{Context, Field};
use crate::rules::faults::provider::{
    Given, IdOfToken, IdWithoutSecret, NoCredential, NoFolder, NotPassed, NotSupported, Plaintext, SecretWithoutId,
    UnsafeUrl,
};
use crate::rules::faults::text::Absent;
use crate::rules::reading::{Items, Reading};
use crate::rules::readings::text::present;
use crate::rules::views::Provider;
use crate::value::identifier::is_kurrent_id;
use crate::value::url;

impl<'a> Provider<'a> {
    pub fn read_passed(self, cx: &mut Context<'a>) -> Items<(), NotPassed> {
        // Terraform has no constructor: its provider reads what is missing from the environment.
        if self.resource.is_configuration() || cx.settings().target.engine == Engine::Terraform {
            return Items::NOTHING;
        }
        let missing = self.resource.properties().filter(|(id, _, _)| cx.is_missing(self.resource, *id));
        Items::bad(missing.filter_map(|(id, property, _)| {
            let setting = cx.catalogue().provider_setting(property.name).filter(|row| row.required_of_explicit)?;
            Some(NotPassed { id, name: property.name, setting })
        }))
    }

    pub fn read_organization(self, cx: &mut Context<'a>) -> Reading<&'a str, Absent> {
        let organization = present(cx, self.resource, provider::ORGANIZATION_ID);
        match organization.faults.as_slice() {
            [Absent::Missing] if !self.is_only_configuration(cx) => Reading::NOTHING,
            _ => organization,
        }
    }

    pub fn read_token(self, cx: &mut Context<'a>) -> Reading<Given, IdOfToken> {
        match cx.hidden(self.resource, provider::TOKEN) {
            Field::Unknown => Reading::NOTHING,
            Field::Missing => Reading::good(Given::Missing),
            Field::Known(token) if token.is_blank() => Reading::good(Given::Blank),
            Field::Known(token) => Reading::with(Given::Visible, [token.is(is_kurrent_id).then_some(IdOfToken)]),
        }
    }

    pub fn read_secrecy(self, cx: &mut Context<'a>) -> Items<(), Plaintext> {
        let credentials = [(provider::TOKEN, "token"), (provider::CLIENT_SECRET, "clientSecret")];
        Items::bad(credentials.into_iter().filter_map(|(id, name)| {
            // A value that is marked as secret is right whatever it is, so it is not read and nothing is deferred.
            let is_open = !cx.is_marked_secret(self.resource, id);
            let is_plain = is_open && cx.hidden(self.resource, id).known().is_some_and(|hidden| !hidden.is_blank());
            is_plain.then_some(Plaintext { id, name })
        }))
    }

    pub fn read_account(self, cx: &mut Context<'a>) -> Reading<(), NotSupported> {
        self.of_account(cx, provider::CLIENT_SECRET)
    }

    pub fn read_identity_kit(self, cx: &mut Context<'a>) -> Reading<(), NotSupported> {
        self.of_account(cx, provider::IDENTITY_KIT_URL)
    }

    /// A setting that only service accounts have, whatever its value.
    ///
    /// A secret without its value is given; a setting that the configuration may still get from elsewhere is not.
    fn of_account(self, cx: &Context<'a>, id: PropertyId) -> Reading<(), NotSupported> {
        let is_configuration = self.resource.is_configuration();
        let may_come = |slot: &Slot| is_configuration && slot.state == State::Unknown && !slot.secret;
        let is_given =
            self.resource.slot(id).is_some_and(|slot| !matches!(slot.state, State::Missing) && !may_come(slot));
        Reading::with((), [(is_given && !has_accounts(cx)).then_some(NotSupported)])
    }

    pub fn read_client_id(self, cx: &mut Context<'a>) -> Reading<bool, IdWithoutSecret> {
        let Some(is_set) = self.has_client_id(cx) else { return Reading::NOTHING };
        let is_alone = is_set && self.has_client_secret(cx) == Some(false);
        Reading::with(is_set, [is_alone.then_some(IdWithoutSecret)])
    }

    pub fn read_client_secret(self, cx: &mut Context<'a>) -> Reading<bool, SecretWithoutId> {
        let Some(is_set) = self.has_client_secret(cx) else { return Reading::NOTHING };
        let is_alone = is_set && self.has_client_id(cx) == Some(false);
        Reading::with(is_set, [is_alone.then_some(SecretWithoutId)])
    }

    pub fn read_credential(self, cx: &mut Context<'a>) -> Reading<(), NoCredential> {
        let is_absent = match self.token(cx).value {
            Some(Given::Blank) => true,
            Some(Given::Missing) => self.is_only_configuration(cx),
            Some(Given::Visible) | None => false,
        };
        if !is_absent {
            return Reading::NOTHING;
        }
        let Some(has_id) = self.has_client_id(cx) else { return Reading::NOTHING };
        let Some(has_secret) = self.has_client_secret(cx) else { return Reading::NOTHING };
        let may_have = cx.settings().target.may_have(FeatureId::ServiceAccounts, cx.catalogue());
        let has_account = has_id && has_secret && may_have;
        Reading::with((), [(!has_account).then_some(NoCredential { has_secret })])
    }

    pub fn read_token_store(self, cx: &mut Context<'a>) -> Reading<&'a str, NoFolder> {
        let Some(written) = cx.text(self.resource, provider::TOKEN_STORE).known() else { return Reading::NOTHING };
        // With a service account, tokens are kept in memory.
        let is_wanted = written.is_empty() && self.has_client_secret(cx) == Some(false);
        Reading::with(written, [is_wanted.then_some(NoFolder)])
    }

    pub fn read_urls(self, cx: &mut Context<'a>) -> Items<(), UnsafeUrl<'a>> {
        let urls = [
            (provider::URL, "url"),
            (provider::IDENTITY_PROVIDER_URL, "identityProviderUrl"),
            (provider::IDENTITY_KIT_URL, "identityKitUrl"),
        ];
        Items::bad(urls.into_iter().filter_map(|(id, name)| {
            let written = cx.text(self.resource, id).known().filter(|text| !text.trim().is_empty())?;
            let rest = written.strip_prefix("https://");
            let has_path = rest.is_some_and(|rest| rest.split_once('/').is_some_and(|(_, path)| !path.is_empty()));
            let is_safe = rest.is_some() && !(id == provider::URL && has_path) || url::is_on_this_machine(written);
            (!is_safe).then_some(UnsafeUrl { id, name, written, is_https: rest.is_some() })
        }))
    }

    /// Whether there is a client id, if that is known.
    fn has_client_id(self, cx: &mut Context<'a>) -> Option<bool> {
        match cx.text(self.resource, provider::CLIENT_ID) {
            Field::Known(text) => Some(!text.trim().is_empty()),
            Field::Missing => Some(false),
            Field::Unknown => None,
        }
    }

    /// Whether there is a client secret, if that is known.
    fn has_client_secret(self, cx: &mut Context<'a>) -> Option<bool> {
        match cx.hidden(self.resource, provider::CLIENT_SECRET) {
            Field::Known(hidden) => Some(!hidden.is_blank()),
            Field::Missing => Some(false),
            Field::Unknown => None,
        }
    }

    /// Whether a missing setting has to come from the configuration of the stack.
    ///
    /// A program that creates an explicit provider may use that one for everything; what that one is not given may be in
    /// the environment.
    fn is_only_configuration(self, cx: &Context<'a>) -> bool {
        self.resource.is_configuration() && cx.program().of_kind(provider::KIND.name).next().is_none()
    }
}

/// Whether the target has service accounts.
fn has_accounts(cx: &Context<'_>) -> bool {
    cx.settings().target.has(FeatureId::ServiceAccounts, cx.catalogue())
}
