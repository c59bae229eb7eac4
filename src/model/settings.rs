//! The options of a check. A misspelled option is an error and is never ignored.

use std::collections::BTreeMap;

use super::dialect::Dialect;
use super::document::{MAX_NAME, is_name};
use super::path::join;
use super::program::Program;
use super::raw::{Object, Raw};
use super::reader::{InputError, choice, expected, known_keys, list, number, object, present, required, text, texts};
use super::target::{ImportedPackage, Target};
use crate::catalogue::rows::Cloud;
use crate::catalogue::{Additions, Catalogue, RegionAddition};
use crate::diagnostic::{ChangedSeverity, Severity, TargetFrom};
use crate::schedule::Instant;
use crate::value::date::Date;
use crate::value::server_version::ServerVersion;
use crate::value::spelling::{did_you_mean, nearest, quoted};

/// Which rules are on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
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

/// The options of a check.
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
    /// Severities by rule code; `None` switches a rule off.
    pub severity: BTreeMap<String, Option<Severity>>,
    /// Whose names of properties the report has.
    pub dialect: Dialect,
    /// The facts, with what the user added.
    pub catalogue: Catalogue,
    /// The name of the resource in messages of a builder. Default: its own, if that is plain text.
    pub name: Option<String>,
}

const KEYS: [&str; 10] =
    ["dialect", "target", "packageJson", "environment", "now", "profile", "severity", "catalogue", "vcpuQuota", "name"];
const PROFILES: [(&str, Profile); 3] = [
    (Profile::Default.name(), Profile::Default),
    (Profile::Strict.name(), Profile::Strict),
    (Profile::Advice.name(), Profile::Advice),
];
const DIALECTS: [(&str, Dialect); 2] = [("pulumi", Dialect::Pulumi), ("terraform", Dialect::Terraform)];
const SEVERITIES: [(&str, Option<Severity>); 4] = [
    ("off", None),
    ("info", Some(Severity::Info)),
    ("warning", Some(Severity::Warning)),
    ("error", Some(Severity::Error)),
];
const ADDITION_KEYS: [&str; 4] = ["regions", "instanceTypes", "diskTypes", "serverVersions"];

impl Settings {
    /// The severities that the options change, by their names.
    #[must_use]
    pub fn changed_severities(&self) -> Vec<ChangedSeverity> {
        let name = |severity: &Option<Severity>| SEVERITIES.iter().find(|(_, known)| known == severity);
        let changed = self.severity.iter().filter_map(|(code, severity)| Some((code, name(severity)?.0)));
        changed.map(|(code, severity)| ChangedSeverity { code: code.clone(), severity }).collect()
    }

    /// Reads options. `codes` gives the codes of all rules.
    ///
    /// # Errors
    /// The first option that is unknown or invalid.
    pub fn read(options: &Raw, codes: fn() -> Vec<&'static str>) -> Result<Self, InputError> {
        match options {
            Raw::Null => Self::usual(),
            Raw::Object(options) if options.is_empty() => Self::usual(),
            Raw::Object(options) => Self::chosen(options, codes),
            other => Err(expected("options", "an object", other)),
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
            name: None,
            catalogue,
        })
    }

    /// Never inlined: it is long, and few calls need it.
    #[inline(never)]
    fn chosen(options: &Object, codes: fn() -> Vec<&'static str>) -> Result<Self, InputError> {
        known_keys("options", options, &KEYS)?;
        let usual = Self::usual()?;
        let catalogue = Catalogue::new(additions(options.get("catalogue"))?);
        let now = now(options.get("now"))?;
        let package_json = package_json(options.get("packageJson"))?;
        let target = target(options.get("target"))?;
        Ok(Self {
            target_from: if target.is_some() { TargetFrom::Options } else { TargetFrom::Default },
            target: target.unwrap_or_default(),
            package_json,
            vcpu_quota: number(options.get("vcpuQuota"), "options.vcpuQuota", 0.0, 1e9)?,
            environment: text(options.get("environment"), "options.environment")?.map(str::to_string),
            today: now.unwrap_or(usual.today),
            today_is_given: now.is_some(),
            profile: choice(options.get("profile"), "options.profile", "profile", &PROFILES)?.unwrap_or_default(),
            dialect: choice(options.get("dialect"), "options.dialect", "dialect", &DIALECTS)?.unwrap_or_default(),
            severity: severities(options.get("severity"), codes)?,
            name: name(options.get("name"))?,
            catalogue,
        })
    }

    /// Takes target and environment from where the program says them, when the options do not. Of several places that
    /// tell the target, the most explicit one counts.
    pub fn adopt(&mut self, program: &Program) {
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

fn name(value: Option<&Raw>) -> Result<Option<String>, InputError> {
    let name = text(value, "options.name")?;
    if name.is_some_and(|name| !is_name(name)) {
        return Err(InputError::new("options.name", format!("must be at most {MAX_NAME} characters long")));
    }
    Ok(name.map(str::to_string))
}

fn target(value: Option<&Raw>) -> Result<Option<Target>, InputError> {
    let Some(written) = text(value, "options.target")? else { return Ok(None) };
    let unknown = || {
        let meant = Target::meant(written);
        let help = meant.map_or_else(|| Target::FORM.to_string(), |meant| format!("did you mean `{meant}`?"));
        InputError::new("options.target", format!("unknown target {}; {help}", quoted(written)))
    };
    Target::parse(written).map(Some).ok_or_else(unknown)
}

/// The packages of every section of a `package.json`, in the order of the sections. Whatever else is in the
/// file, or is not as npm wants it, is ignored.
fn package_json(value: Option<&Raw>) -> Result<Vec<ImportedPackage>, InputError> {
    let file = object(value, "options.packageJson")?;
    let sections = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"];
    let mut packages: Vec<ImportedPackage> = Vec::new();
    for section in sections.into_iter().filter_map(|section| file.get(section)) {
        let Raw::Object(section) = section else { continue };
        for (name, range) in section.iter() {
            packages.push(ImportedPackage { name: name.to_string(), range: range.as_text().map(str::to_string) });
        }
    }
    Ok(packages)
}

fn now(value: Option<&Raw>) -> Result<Option<Date>, InputError> {
    let Some(written) = text(value, "options.now")? else { return Ok(None) };
    let valid = Date::parse(written).filter(|_| written.len() == 10 || Instant::parse(written).is_some());
    let wrong = || {
        InputError::new(
            "options.now",
            format!(
                "must be an ISO date or time such as `2026-11-23` or `2026-11-23T08:00:00Z`, not {}",
                quoted(written)
            ),
        )
    };
    valid.map(Some).ok_or_else(wrong)
}

fn severities(
    value: Option<&Raw>,
    codes: fn() -> Vec<&'static str>,
) -> Result<BTreeMap<String, Option<Severity>>, InputError> {
    let mut severities = BTreeMap::new();
    let entries = object(value, "options.severity")?;
    if entries.is_empty() {
        return Ok(severities);
    }
    let codes = codes();
    for (code, value) in entries.iter() {
        let path = join("options.severity", code);
        if !codes.contains(&code) {
            let meant = did_you_mean(nearest(code, codes.iter().copied()).map(quoted));
            return Err(InputError::new(path, format!("unknown rule code {}{meant}", quoted(code))));
        }
        let severity = choice(Some(value), &path, "severity", &SEVERITIES)?;
        severities.insert(code.to_string(), severity.flatten());
    }
    Ok(severities)
}

fn additions(value: Option<&Raw>) -> Result<Additions, InputError> {
    let mut additions = Additions::default();
    let catalogue = object(value, "options.catalogue")?;
    known_keys("options.catalogue", catalogue, &ADDITION_KEYS)?;
    for (cloud, id) in pairs(catalogue.get("regions"), "options.catalogue.regions")? {
        additions.add_region(RegionAddition { cloud, id });
    }
    for (path, name) in texts(catalogue.get("instanceTypes"), "options.catalogue.instanceTypes")? {
        additions.add_instance_type(present(&path, name)?.to_string());
    }
    for (cloud, id) in pairs(catalogue.get("diskTypes"), "options.catalogue.diskTypes")? {
        additions.add_disk_type(cloud, id);
    }
    for (path, line) in texts(catalogue.get("serverVersions"), "options.catalogue.serverVersions")? {
        let line = ServerVersion::parse_line(line).ok_or_else(|| {
            InputError::new(path, format!("{} is not a release line; expected `YY.M`, such as `26.0`", quoted(line)))
        })?;
        additions.add_server_line(line);
    }
    Ok(additions)
}

/// An array of `{ cloud, id }`.
fn pairs(value: Option<&Raw>, path: &str) -> Result<Vec<(Cloud, String)>, InputError> {
    let mut pairs = Vec::new();
    for (i, item) in list(value, path)?.iter().enumerate() {
        let path = format!("{path}[{i}]");
        let item = object(Some(item), &path)?;
        known_keys(&path, item, &["cloud", "id"])?;
        let cloud_path = join(&path, "cloud");
        let clouds = [("aws", Cloud::Aws), ("gcp", Cloud::Gcp), ("azure", Cloud::Azure)];
        let cloud = required(choice(item.get("cloud"), &cloud_path, "cloud", &clouds)?, cloud_path)?;
        let id_path = join(&path, "id");
        let id = required(text(item.get("id"), &id_path)?, id_path.as_str())?;
        pairs.push((cloud, present(&id_path, id)?.to_string()));
    }
    Ok(pairs)
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
