//! The types of what the package answers, from the Rust types that are serialised.

use std::collections::BTreeMap;

use eventstorecloud_planner::catalogue::rows::{Cloud, Confidence, Range};
use eventstorecloud_planner::catalogue::{Added, Snapshot};
use eventstorecloud_planner::diagnostic::{
    CatalogueNote, ChangedSeverity, Counts, Deferred, DetectedAt, Diagnostic, Edit, FixValue, Location, Position,
    Related, Report, ResourceName, Severity, Suggestion, TargetFrom,
};
use eventstorecloud_planner::model::change::upgrade::UpgradeRoute;
use eventstorecloud_planner::model::change::{Action, DeferredEffect, Effect, ReplaceOrder};
use eventstorecloud_planner::model::facts::{KindMeta, PropertyMeta};
use eventstorecloud_planner::model::kind::KindId;
use eventstorecloud_planner::model::settings::Profile;
use eventstorecloud_planner::model::standing::Standing;
use eventstorecloud_planner::net::{CidrFacts, OverlappingCidr};
use eventstorecloud_planner::planner::addresses::{
    AddressDiagnostic, AddressPlan, FreeCidrs, MovedNetwork, NetworkStatus, PeerRoutes, PeeringRoute, PlannedArgs,
    PlannedNetwork, PoolSummary, ReleasedNetwork, UnplacedNetwork,
};
use eventstorecloud_planner::planner::backups::{
    BackupArgs, BackupDiagnostic, BackupNote, BackupPlan, BackupRun, BackupSimulation, PlannedBackup, RestorePoint,
};
use eventstorecloud_planner::planner::change::{
    ChangePlan, ChangeStep, ChangedProperty, DeferredChange, Downtime, ShownValue,
};
use eventstorecloud_planner::planner::sizing::{
    Choice, ClusterRecommendation, Headroom, NextStep, RecommendedArgs, SizingDiagnostic,
};
use eventstorecloud_planner::rules::{ForExisting, RuleMeta, Subject};
use eventstorecloud_planner::schedule::ScheduleFacts;
use ts_rs::{Config, TS, TypeVisitor};

use crate::typescript::{HEADER, comment};

/// The declarations of types, in their order.
macro_rules! declarations {
    ($($name:ty),+ $(,)?) => {
        [$($crate::api::declaration::<$name>(&ts_rs::Config::default())),+].concat()
    };
}
pub(crate) use declarations;

/// The text of `api.ts`.
pub fn text() -> String {
    let types = declarations!(
        Severity,
        DetectedAt,
        Confidence,
        KindId,
        Standing,
        ResourceName,
        FixValue,
        Suggestion,
        Position,
        Location,
        Profile,
        Edit,
        Related,
        Diagnostic,
        Deferred,
        Counts,
        Added,
        CatalogueNote,
        TargetFrom,
        ChangedSeverity,
        Report,
        Subject,
        ForExisting,
        RuleMeta,
        KindMeta,
        PropertyMeta,
        CidrFacts,
        OverlappingCidr,
        ScheduleFacts,
        Cloud,
        Range,
    );
    let catalogue = Inside::of::<Snapshot<'static>>(&types);
    let plans = declarations!(
        Snapshot<'static>,
        NetworkStatus,
        PlannedArgs,
        PlannedNetwork,
        ReleasedNetwork,
        MovedNetwork,
        UnplacedNetwork,
        AddressDiagnostic,
        FreeCidrs,
        PoolSummary,
        PeeringRoute,
        PeerRoutes,
        AddressPlan,
        BackupArgs,
        PlannedBackup,
        BackupDiagnostic,
        BackupNote,
        BackupPlan,
        BackupRun,
        RestorePoint,
        BackupSimulation,
        ShownValue,
        Effect,
        ChangedProperty,
        Action,
        Downtime,
        ReplaceOrder,
        UpgradeRoute,
        ChangeStep,
        DeferredEffect,
        DeferredChange,
        ChangePlan,
        Choice,
        Headroom,
        NextStep,
        SizingDiagnostic,
        RecommendedArgs,
        ClusterRecommendation,
    );
    format!("{HEADER}{types}{catalogue}{plans}")
}

/// The declarations of types by name.
struct Inside<'a> {
    known: &'a str,
    found: BTreeMap<String, String>,
}

impl Inside<'_> {
    /// The declarations of the types inside a type that a text does not have: in the order in which they are named, each
    /// after those that it names itself.
    fn of<T: TS + 'static>(known: &str) -> String {
        let mut inside = Inside { known, found: BTreeMap::new() };
        T::visit_dependencies(&mut inside);
        let mut text = String::new();
        inside.write(&declaration::<T>(&Config::default()), &mut text);
        text
    }

    fn write(&mut self, declared: &str, text: &mut String) {
        let lines = declared.lines().filter(|line| !line.trim_start().starts_with(['/', '*']));
        for word in lines.flat_map(|line| line.split(|c: char| !c.is_alphanumeric())) {
            if let Some(declared) = self.found.remove(word) {
                self.write(&declared, text);
                text.push_str(&declared);
            }
        }
    }
}

impl TypeVisitor for Inside<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        let config = Config::default();
        let name = T::ident(&config);
        let is_known = || self.known.contains(&declaration::<T>(&config));
        if T::output_path().is_some() && !self.found.contains_key(&name) && !is_known() {
            self.found.insert(name, declaration::<T>(&config));
        }
        T::visit_dependencies(self);
    }
}

/// One exported type: an interface with a documented line for each field, or an alias.
pub fn declaration<T: TS + ?Sized>(config: &Config) -> String {
    // The two helper types of the catalogue are plain text and plain arrays.
    let declared = T::decl(config).replace("List<Text>", "string[]").replace(": Text", ": string");
    let docs = T::docs().map_or(String::new(), |docs| comment(&plain(&docs), ""));
    let body = match declared.strip_prefix("type ").and_then(|rest| rest.split_once(" = { ")) {
        Some((name, fields))
            if declared.matches(" = { ").count() == 1
                && declared.trim_end().ends_with("};")
                && !declared.contains("} | {") =>
        {
            format!("export interface {name} {{\n{}}}\n", interface(fields))
        }
        _ => format!("export {}\n", one_line(&declared)),
    };
    format!("\n{docs}{}", lists(&body))
}

/// `List<T>` is an array.
fn lists(text: &str) -> String {
    let mut text = text.to_owned();
    while let Some(start) = text.find("List<") {
        let Some(end) = text[start..].find('>').map(|at| start + at) else { break };
        let inner = text[start + 5..end].to_owned();
        text.replace_range(start..=end, &format!("{inner}[]"));
    }
    text
}

fn interface(fields: &str) -> String {
    let fields = fields.trim_end().trim_end_matches("};").trim_end().trim_end_matches(',');
    let mut text = String::new();
    for part in fields.split("/**\n").skip(1) {
        let (docs, field) = part.split_once("*/\n").unwrap_or(("", part));
        text.push_str(&comment(&plain(docs), "  "));
        text.push_str(&format!("  {};\n", field.trim().trim_end_matches(',')));
    }
    text
}

/// A declaration without the comments inside it.
fn one_line(declared: &str) -> String {
    let mut text = String::new();
    let mut rest = declared;
    while let Some((before, after)) = rest.split_once("/**") {
        text.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, tail)| tail);
    }
    text.push_str(rest);
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace(", }", " }").replace("Array<string>", "string[]")
}

/// The words of a doc comment without its marks.
fn plain(docs: &str) -> String {
    docs.lines()
        .map(|line| line.trim().trim_start_matches("/**").trim_start_matches("*/").trim_start_matches('*').trim())
        .collect::<Vec<_>>()
        .join(" ")
}
