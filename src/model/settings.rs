//! The options of a check. A misspelled option is an error and is never ignored.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::IgnoredAny;
use validator::Validate;

use super::allowance::{self, Allowance};
use super::dialect::Dialect;
use super::path::join;
use super::program::Program;
use super::raw::Raw;
use super::request::{self, AnyObject, InputError, NotBlank, Now};
use super::resource::MAX_NAME;
use super::target::{ImportedPackage, Target};
use crate::catalogue::rows::Cloud;
use crate::catalogue::{Additions, Catalogue, RegionAddition};
use crate::diagnostic::{ChangedSeverity, SeverityOption, TargetFrom};
use crate::value::date::Date;
use crate::value::server_version::Line;
use crate::value::spelling::{did_you_mean, nearest, quoted};

/// The maximum length of the option `name`.
const MAX_NAME_LENGTH: u64 = MAX_NAME as u64;

/// Which rules are on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Profile {
    /// Errors, and warnings that the sources make likely.
    #[default]
    Default,
    /// Warnings of low confidence, or of use only to some, as well.
    Strict,
    /// Everything, pure advice included.
    Advice,
}

impl Profile {
    /// Its name in options.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::Strict => "strict",
            Self::Advice => "advice",
        }
    }
}

/// Options of a check. An unknown or invalid option throws an `InputError`; none is ignored.
#[derive(Debug, Deserialize, Validate)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Options {
    /// Provider package and version the program uses, such as `eventstorecloud@0.2.20` or `kurrentcloud@0.3.x`, or a
    /// Terraform provider such as `kurrent-io/kurrentcloud@3.1.0`. A constraint instead of the version, such as `^0.2.11` or
    /// `~> 1.5.0`, picks the newest known version in it. Default: what `packageJson` would install, else what the
    /// document says or imports, else `eventstorecloud@0.2.20`; the report says which was used and why.
    target: Option<Target>,
    /// The parsed `package.json` of the program. Only the names and versions of the provider's packages are read.
    #[cfg_attr(feature = "bindings", ts(optional, type = "object"))]
    package_json: Option<AnyObject>,
    /// What the program is for. `production` (or `prod`) turns on the rules about production clusters.
    environment: Option<String>,
    /// ISO date or time that rules about support periods count from. Default: the date of the catalogue, so that the same
    /// input always gives the same report.
    now: Option<Now>,
    /// Which rules are on. `default`: errors and likely warnings. `strict`: warnings of low confidence too. `advice`:
    /// everything. Default: `default`.
    profile: Option<Profile>,
    /// Severities by rule code, such as `{ CLU019: "off", STACK001: "warning" }`. They win over the profile.
    #[cfg_attr(feature = "bindings", ts(optional, type = "{ [code: string]: Severity | \"off\" }"))]
    severity: Option<BTreeMap<String, SeverityOption>>,
    /// What exists and is unknown to this version. The report lists it.
    catalogue: Option<CatalogueAdditions>,
    /// Whose names of properties the report has: `cidrBlock` as in Pulumi and in documents, or `cidr_block` as in Terraform.
    /// Default: `pulumi`.
    #[cfg_attr(feature = "bindings", ts(inline))]
    dialect: Option<Dialect>,
    /// The vCPUs that the organisation may use. With it, the clusters of a program are added up (`STACK009`).
    #[validate(range(min = 0.0, max = 1e9))]
    vcpu_quota: Option<f64>,
    /// Of a planned change: the databases that may be lost. Each is a full URN, a Terraform address, or a name that exactly one
    /// lost database has; `true` stands for all, as when a stack is destroyed. Any other lost database is an error.
    #[cfg_attr(feature = "bindings", ts(optional, type = "readonly string[] | true"))]
    allow_data_loss: Option<IgnoredAny>,
    /// Name of the resource in messages of a builder. Default: its `name`, if that is a plain string.
    #[validate(length(max = MAX_NAME_LENGTH))]
    name: Option<String>,
}

/// What a user adds to the catalogue.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct CatalogueAdditions {
    /// Regions; they count as having three zones and as enabled by default.
    regions: Option<Vec<CloudAddition>>,
    /// Instance sizes; no rule about sizing applies to them.
    instance_types: Option<Vec<NotBlank>>,
    /// Disk types without IOPS or throughput settings.
    disk_types: Option<Vec<CloudAddition>>,
    /// Release lines of the server such as `26.2`; they count as offered and supported.
    server_versions: Option<Vec<Line>>,
}

/// What a user adds to one cloud.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct CloudAddition {
    /// The cloud.
    cloud: Cloud,
    /// Its code, as the provider must send it.
    id: NotBlank,
}

/// What the options of a check, and the program itself, say about the check.
#[derive(Debug)]
pub struct Settings {
    /// The provider package and version.
    pub target: Target,
    /// Where the target comes from.
    pub target_from: TargetFrom,
    /// The packages of the program's `package.json`.
    pub package_json: Vec<ImportedPackage>,
    /// The vCPUs that the organisation may use, where that is known.
    pub vcpu_quota: Option<f64>,
    /// What the program is for, such as `production`.
    pub environment: Option<String>,
    /// The day that date rules count from: that of the option `now`, else the catalogue's.
    pub today: Date,
    /// Whether `today` was given.
    pub today_is_given: bool,
    /// Which rules are on.
    pub profile: Profile,
    /// Severities by rule code.
    pub severity: BTreeMap<String, SeverityOption>,
    /// Whose names of properties the report has.
    pub dialect: Dialect,
    /// The facts, with what the user added.
    pub catalogue: Catalogue,
    /// Of a planned change: the databases that may be lost.
    pub allowance: Allowance,
    /// The name of the resource in messages of a builder. Default: its own, if that is plain text.
    pub name: Option<String>,
}

impl Settings {
    /// The severities that the options change, by their names.
    #[must_use]
    pub fn changed_severities(&self) -> Vec<ChangedSeverity> {
        let changed = self.severity.iter();
        changed.map(|(code, severity)| ChangedSeverity { code: code.clone(), severity: *severity }).collect()
    }

    /// Reads options. `codes` gives the codes of all rules.
    ///
    /// # Errors
    /// The first option that is unknown or invalid.
    pub fn read(options: &Raw, codes: fn() -> Vec<&'static str>) -> Result<Self, InputError> {
        match options {
            Raw::Null => Self::usual(),
            Raw::Object(options) if options.is_empty() => Self::usual(),
            options => Self::chosen(options, codes),
        }
    }

    /// Those of most calls, which give no options.
    fn usual() -> Result<Self, InputError> {
        let catalogue = Catalogue::default();
        Ok(Self {
            target_from: TargetFrom::Default,
            target: Target::default(),
            package_json: Vec::new(),
            vcpu_quota: None,
            environment: None,
            today: Date::parse(catalogue.as_of()).ok_or_else(|| InputError::new("options.now", "must be a date"))?,
            today_is_given: false,
            profile: Profile::default(),
            severity: BTreeMap::new(),
            dialect: Dialect::default(),
            allowance: Allowance::default(),
            name: None,
            catalogue,
        })
    }

    /// Never inlined: it is long, and few calls need it.
    #[inline(never)]
    fn chosen(given: &Raw, codes: fn() -> Vec<&'static str>) -> Result<Self, InputError> {
        // Before the severities: of what is no rule, none is shown.
        known_codes(given.get("severity"), codes)?;
        let options: Options = request::read(given, "options")?;
        let usual = Self::usual()?;
        Ok(Self {
            target_from: if options.target.is_some() { TargetFrom::Options } else { TargetFrom::Default },
            target: options.target.unwrap_or(usual.target),
            package_json: options.package_json.map_or_else(Vec::new, |AnyObject| package_json(given)),
            vcpu_quota: options.vcpu_quota,
            environment: options.environment,
            today: options.now.map_or(usual.today, |Now(day)| day),
            today_is_given: options.now.is_some(),
            profile: options.profile.unwrap_or_default(),
            dialect: options.dialect.unwrap_or_default(),
            severity: options.severity.unwrap_or_default(),
            allowance: match options.allow_data_loss {
                Some(IgnoredAny) => Allowance::read(given.get(allowance::OPTION))?,
                None => usual.allowance,
            },
            name: options.name,
            catalogue: Catalogue::new(additions(options.catalogue.unwrap_or_default())),
        })
    }

    /// Takes target and environment from where the program says them, when the options do not; the program then has the
    /// values that the provider of the target gets.
    pub fn adopt(&mut self, program: &mut Program) {
        self.adopt_target(program);
        program.settle(&self.target);
    }

    /// As [`Settings::adopt`], but leaves the program as it is. Of several places that tell the target, the most explicit
    /// one counts.
    pub fn adopt_target(&mut self, program: &Program) {
        if self.target_from == TargetFrom::Default {
            let facts = &self.catalogue;
            let namespace = || program.resources.iter().find_map(|resource| resource.namespace);
            let found = (program.target.clone().map(|target| (target, TargetFrom::Document)))
                .or_else(|| Some((Target::of_packages(&self.package_json, facts)?, TargetFrom::PackageJson)))
                .or_else(|| Some((Target::of_packages(&program.packages, facts)?, TargetFrom::Packages)))
                .or_else(|| Some((Target::of_namespace(namespace()?, facts)?, TargetFrom::Resources)));
            if let Some((target, from)) = found {
                (self.target, self.target_from) = (target, from);
            }
        }
        if self.environment.is_none() {
            self.environment.clone_from(&program.environment);
        }
    }

    /// Whether the program is for production: the environment is `production` or `prod` in any case.
    #[must_use]
    pub fn is_production(&self) -> bool {
        self.environment
            .as_deref()
            .is_some_and(|e| e.eq_ignore_ascii_case("production") || e.eq_ignore_ascii_case("prod"))
    }
}

/// The packages of every section of the `package.json` among the options, in the order of the sections. Whatever else is in
/// the file, or is not as npm wants it, is ignored.
fn package_json(options: &Raw) -> Vec<ImportedPackage> {
    let mut packages = Vec::new();
    for section in ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"] {
        let Some(Raw::Object(section)) = options.get("packageJson").and_then(|file| file.get(section)) else {
            continue;
        };
        for (name, range) in section.iter() {
            packages.push(ImportedPackage::of_entry(name, range.as_text()));
        }
    }
    packages
}

/// Checks that severities are those of rules.
fn known_codes(severities: Option<&Raw>, codes: fn() -> Vec<&'static str>) -> Result<(), InputError> {
    let Some(Raw::Object(severities)) = severities else { return Ok(()) };
    let codes = codes();
    match severities.keys().find(|code| !codes.contains(code)) {
        None => Ok(()),
        Some(code) => {
            let meant = did_you_mean(nearest(code, codes).map(quoted));
            let reason = format!("unknown rule code {}{meant}", quoted(code));
            Err(InputError::new(join("options.severity", code), reason))
        }
    }
}

fn additions(given: CatalogueAdditions) -> Additions {
    let mut additions = Additions::default();
    for CloudAddition { cloud, id } in given.regions.unwrap_or_default() {
        additions.add_region(RegionAddition { cloud, id: id.0 });
    }
    for NotBlank(name) in given.instance_types.unwrap_or_default() {
        additions.add_instance_type(name);
    }
    for CloudAddition { cloud, id } in given.disk_types.unwrap_or_default() {
        additions.add_disk_type(cloud, id.0);
    }
    for line in given.server_versions.unwrap_or_default() {
        additions.add_server_line(line);
    }
    additions
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(json: &str) -> String {
        let raw: Raw = serde_json::from_str(json).unwrap();
        Settings::read(&raw, || vec!["NET003", "NET009"]).unwrap_err().to_string()
    }

    #[test]
    fn invalid_options_have_their_path() {
        assert_eq!(error("3"), "options: must be an object, not a number");
        // A value under what is no rule may be anything, and is not shown.
        assert_eq!(error(r#"{"severity":{"secret":"hush"}}"#), "options.severity.secret: unknown rule code `secret`");
        assert_eq!(error(r#"{"profil":"strict"}"#), "options.profil: unknown key; did you mean `profile`?");
        assert_eq!(
            error(r#"{"profile":"loose"}"#),
            "options.profile: unknown profile `loose`; use `default`, `strict` or `advice`"
        );
        assert_eq!(
            error(r#"{"severity":{"NET03":"off"}}"#),
            "options.severity.NET03: unknown rule code `NET03`; did you mean `NET003`?"
        );
        assert_eq!(
            error(r#"{"severity":{"NET003":"fatal"}}"#),
            "options.severity.NET003: unknown severity `fatal`; use `off`, `info`, `warning` or `error`"
        );
        assert_eq!(
            error(r#"{"now":"yesterday"}"#),
            "options.now: must be an ISO date or time such as `2026-11-23` or `2026-11-23T08:00:00Z`, not `yesterday`"
        );
        assert_eq!(
            error(r#"{"catalogue":{"regions":[{"cloud":"aws"}]}}"#),
            "options.catalogue.regions[0].id: is required"
        );
        assert_eq!(
            error(r#"{"catalogue":{"serverVersions":[26.2]}}"#),
            "options.catalogue.serverVersions[0]: must be a string, not a number"
        );
        assert_eq!(
            error(r#"{"target":"eventstorecloud"}"#),
            "options.target: unknown target `eventstorecloud`; did you mean `eventstorecloud@0.2.20`?"
        );
        assert_eq!(
            error(r#"{"target":"latest"}"#),
            "options.target: unknown target `latest`; use a provider and a version such as `eventstorecloud@0.2.20`, `kurrentcloud@0.3.x` or, for Terraform, `kurrent-io/kurrentcloud@3.1.0`"
        );
        assert_eq!(error(r#"{"profile":"strct"}"#), "options.profile: unknown profile `strct`; did you mean `strict`?");
    }

    #[test]
    fn what_is_left_out_has_its_default() {
        let settings = Settings::read(&Raw::Null, Vec::new).unwrap();
        assert_eq!(
            (settings.target.to_string().as_str(), settings.today_is_given, settings.is_production()),
            ("eventstorecloud@0.2.20", false, false)
        );
        assert_eq!(settings.today.to_string(), settings.catalogue.as_of());
    }
}
