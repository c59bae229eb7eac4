//! Reading a document: a whole program as plain data.

use super::keys::{DOCUMENT_KEYS, EXISTING_KEYS, RESOURCE_KEYS, UNKNOWN};
use super::kind::Kind;
use super::kinds::WrittenKind;
use super::moment::Existing;
use super::path::join;
use super::pieces::{Again, Pieces};
use super::program::{DocumentFault, DocumentProblem, Program};
use super::provider::Used;
use super::raw::{Object, Piece, Raw};
use super::resource::{Notation, Resource, is_name};
use super::standing::Standing;
use super::target::{ImportedPackage, Target, TargetFault};
use crate::collect;

impl Program {
    /// Reads a document. Never fails: what is wrong with it is in [`Program::faults`], and the rest is read.
    #[must_use]
    pub fn of_document(document: &Raw) -> Self {
        Self::read(&mut Again::of(document))
    }

    /// As [`Program::of_document`], of what is read next.
    #[must_use]
    pub fn read<'m>(from: &mut impl Pieces<'m>) -> Self {
        let mut program = Self::default();
        program.is_whole = true;
        let count = match from.piece() {
            Piece::Object(count) => count,
            other => {
                from.rest_of(other);
                program.expected(String::new(), "an object with `resources`", other);
                return program;
            }
        };
        let mut has_resources = false;
        for _ in 0..count {
            let (key, value) = (from.name(), from.piece());
            match (key.text(), value) {
                ("resources", Piece::List(count)) => program.read_resources(count, from),
                ("schema", Piece::Number(1.0)) => {}
                ("target", Piece::Text(text)) => match Target::read(text) {
                    Ok(target) => program.target = Some(target),
                    Err(fault) => {
                        let problem = match fault {
                            TargetFault::Unknown => DocumentProblem::UnknownTarget(text.to_string()),
                            TargetFault::Contradiction(one, other) => DocumentProblem::NoVersion(one, other),
                        };
                        program.fault("target".to_string(), problem);
                    }
                },
                ("environment", Piece::Text(text)) => program.environment = Some(text.to_string()),
                ("partial", Piece::Boolean(partial)) => program.is_whole = !partial,
                ("packages", Piece::List(count)) => program.read_packages(count, from),
                ("configuration", Piece::Object(_)) => program.configuration = object(from.rest_of(value)),
                ("environmentVariables", Piece::Object(_)) => program.variables = object(from.rest_of(value)),
                (key, value) => {
                    from.rest_of(value);
                    program.misplaced(key, value);
                }
            }
            has_resources |= key.text() == "resources";
        }
        if !has_resources {
            program.fault("resources".to_string(), DocumentProblem::Missing("resources"));
        }
        // What is not there, or is something else, may be what an unknown key was meant to be.
        let is_unknown = |fault: &DocumentFault| matches!(fault.problem, DocumentProblem::UnknownKey { .. });
        let faults = std::mem::take(&mut program.faults);
        program.faults = collect::sorted_by(faults, |a, b| is_unknown(a).cmp(&is_unknown(b)));
        program
    }

    /// An entry of the document that is not read.
    fn misplaced(&mut self, key: &str, found: Piece<'_>) {
        let expected = match key {
            // For editors: where the schema of this format is.
            "$schema" => return,
            "schema" if matches!(found, Piece::Number(_)) => {
                return self.mismatch(key.to_string(), "the number 1", "another number");
            }
            "schema" => "the number 1",
            "target" | "environment" => "a string",
            "partial" => "a boolean",
            "packages" => "an array of names of npm packages",
            "configuration" | "environmentVariables" => "an object",
            "resources" => "an array of resources",
            _ => return self.unknown_key("", key, &DOCUMENT_KEYS),
        };
        self.expected(key.to_string(), expected, found);
    }

    fn read_packages<'m>(&mut self, count: usize, from: &mut impl Pieces<'m>) {
        for i in 0..count {
            match from.piece() {
                Piece::Text(text) => self.packages.push(ImportedPackage::read(text)),
                other => {
                    from.rest_of(other);
                    self.expected(format!("packages[{i}]"), "the name of an npm package", other);
                    // Keeps the place of those that follow.
                    self.packages.push(ImportedPackage::default());
                }
            }
        }
    }

    fn read_resources<'m>(&mut self, count: usize, from: &mut impl Pieces<'m>) {
        for i in 0..count {
            match from.piece() {
                Piece::Object(count) => self.read_resource(i, count, from),
                other => {
                    from.rest_of(other);
                    self.expected(path_of(i), "an object with `kind`, `name` and `args`", other);
                }
            }
        }
        self.index();
        for place in self.duplicates() {
            let Some(resource) = self.resources.get(place) else { continue };
            let (kind, name) = (resource.kind_name.to_string(), resource.name.clone());
            self.fault(format!("{}.name", path_of(resource.position)), DocumentProblem::Duplicate { kind, name });
        }
    }

    fn read_resource<'m>(&mut self, position: usize, count: usize, from: &mut impl Pieces<'m>) {
        let index = self.resources.len();
        let (mut kind, mut name, mut depends_on, mut may_depend_on_more) = (None, None, Vec::new(), false);
        let (mut standings, mut existing, mut provider) = (Vec::new(), None, Used::Default);
        // Args are read as those of their kind: if they come before it, they are kept until it is known.
        let (mut resource, mut kept) = (None, None);
        let (mut has_kind, mut has_name) = (false, false);
        for _ in 0..count {
            let (key, value) = (from.name(), from.piece());
            match (key.text(), value) {
                ("kind", Piece::Text(text)) => {
                    has_kind = true;
                    kind.get_or_insert_with(|| (text, WrittenKind::read(text)));
                }
                ("name", Piece::Text(text)) => {
                    has_name = true;
                    if is_name(text) {
                        name = Some(text.to_string());
                    } else {
                        let path = format!("{}.name", path_of(position));
                        self.mismatch(path, "a string of at most 1,000 characters", "a longer string");
                    }
                }
                ("args", value) => match &kind {
                    Some((_, WrittenKind::Modelled(kind, _))) => {
                        let unnamed = Some(String::new());
                        resource = Some(Resource::new(index, kind, unnamed, (value, from), Notation::Document));
                    }
                    _ => kept = Some(from.rest_of(value)),
                },
                ("dependsOn", Piece::List(count)) => {
                    let path = format!("{}.dependsOn", path_of(position));
                    depends_on = self.names(count, &path, "the name of a resource", from);
                }
                ("provider", Piece::Text(text)) => provider = Used::Named(text.to_string()),
                ("state", Piece::List(count)) => standings = self.standings(count, position, from),
                ("existing", Piece::Boolean(exists)) => existing = exists.then(Existing::default),
                ("existing", Piece::Object(count)) => existing = Some(self.existing(count, position, from)),
                (key, value) => {
                    let whole = from.rest_of(value);
                    match key {
                        "dependsOn" if is_unknown(&whole) => may_depend_on_more = true,
                        "provider" if is_unknown(&whole) => provider = Used::Unknown,
                        "dependsOn" | "provider" | "state" | "existing" | "kind" | "name" => {
                            (has_kind, has_name) = (has_kind || key == "kind", has_name || key == "name");
                            let wanted = match key {
                                "dependsOn" => "an array of names of resources",
                                "provider" => "the name of a provider",
                                "state" => "an array of words such as `tainted`",
                                "existing" => "a boolean, or an object such as `{ \"changes\": [\"diskSize\"] }`",
                                _ => "a string",
                            };
                            self.expected(format!("{}.{key}", path_of(position)), wanted, value);
                        }
                        _ => self.unknown_key(&path_of(position), key, &RESOURCE_KEYS),
                    }
                }
            }
        }
        for (key, is_there) in [("kind", has_kind), ("name", has_name)] {
            if !is_there {
                self.fault(format!("{}.{key}", path_of(position)), DocumentProblem::Missing(key));
            }
        }
        let Some((written, kind)) = kind else { return };
        let name = name.unwrap_or_else(|| path_of(position));
        let mut resource = match kind {
            WrittenKind::Modelled(kind, namespace) => {
                let mut resource = resource.unwrap_or_else(|| {
                    let args = kept.unwrap_or(Raw::Object(Object::EMPTY));
                    let mut args = Again::of(&args);
                    Resource::new(index, kind, Some(String::new()), (args.piece(), &mut args), Notation::Document)
                });
                (resource.namespace, resource.name) = (namespace, name);
                resource
            }
            WrittenKind::Foreign => Resource::opaque(index, written.to_string().into(), name),
            WrittenKind::Unknown => {
                let path = format!("{}.kind", path_of(position));
                self.fault(path, DocumentProblem::UnknownKind(written.to_string()));
                Resource::opaque(index, written.to_string().into(), name)
            }
        };
        resource.depends_on = depends_on;
        resource.may_depend_on_more = may_depend_on_more;
        resource.provider = provider;
        resource.standings = standings;
        if let (Some(existing), Some(kind)) = (&existing, resource.kind) {
            self.unknown_changes(existing, kind, position);
        }
        resource.existing = existing;
        if resource.is_read() {
            resource.read_only();
        }
        resource.position = position;
        self.push(resource);
    }

    /// A list of names, each of which is what is expected.
    fn names<'m>(
        &mut self,
        count: usize,
        path: &str,
        expected: &'static str,
        from: &mut impl Pieces<'m>,
    ) -> Vec<String> {
        let mut names = Vec::new();
        for i in 0..count {
            match from.piece() {
                Piece::Text(name) => names.push(name.to_string()),
                other => {
                    self.expected(format!("{path}[{i}]"), expected, other);
                    from.rest_of(other);
                    // Keeps the place of those that follow.
                    names.push(String::new());
                }
            }
        }
        names
    }

    /// What is known of a resource that exists.
    fn existing<'m>(&mut self, count: usize, position: usize, from: &mut impl Pieces<'m>) -> Existing {
        let (mut existing, path) = (Existing::default(), format!("{}.existing", path_of(position)));
        for _ in 0..count {
            let (key, value) = (from.name(), from.piece());
            match (key.text(), value) {
                ("changes", Piece::List(count)) => {
                    let path = join(&path, "changes");
                    existing.changes = self.names(count, &path, "the name of a property", from);
                }
                ("serverVersionTag", Piece::Text(tag)) => existing.server_version_tag = Some(tag.to_string()),
                (key, value) => {
                    from.rest_of(value);
                    match key {
                        "changes" => self.expected(join(&path, key), "an array of names of properties", value),
                        "serverVersionTag" => self.expected(join(&path, key), "a string", value),
                        _ => self.unknown_key(&path, key, &EXISTING_KEYS),
                    }
                }
            }
        }
        existing
    }

    /// Changes of properties that a kind does not have: a misspelling would leave the change unnoticed.
    fn unknown_changes(&mut self, existing: &Existing, kind: &'static Kind, position: usize) {
        for (i, name) in existing.changes.iter().enumerate() {
            if kind.property(name).is_none() && !name.is_empty() {
                let known = kind.properties.iter().map(|property| property.name).collect();
                let problem = DocumentProblem::UnknownProperty { name: name.clone(), known };
                self.fault(format!("{}.existing.changes[{i}]", path_of(position)), problem);
            }
        }
    }

    /// What an engine says of a resource.
    fn standings<'m>(&mut self, count: usize, position: usize, from: &mut impl Pieces<'m>) -> Vec<Standing> {
        let mut standings = Vec::new();
        for i in 0..count {
            let word = from.piece();
            let known = if let Piece::Text(text) = word { Standing::of(text) } else { None };
            match (known, word) {
                (Some(standing), _) => standings.push(standing),
                (None, Piece::Text(text)) => {
                    let path = format!("{}.state[{i}]", path_of(position));
                    self.fault(path, DocumentProblem::UnknownState(text.to_string()));
                }
                (None, other) => {
                    from.rest_of(other);
                    self.expected(format!("{}.state[{i}]", path_of(position)), "a string", other);
                }
            }
        }
        standings
    }

    fn unknown_key(&mut self, path: &str, key: &str, known: &'static [&'static str]) {
        self.fault(join(path, key), DocumentProblem::UnknownKey { key: key.to_string(), known });
    }

    fn expected(&mut self, path: String, expected: &'static str, found: Piece<'_>) {
        self.mismatch(path, expected, found.described());
    }

    fn mismatch(&mut self, path: String, expected: &'static str, found: &'static str) {
        self.fault(path, DocumentProblem::Type { expected, found });
    }

    fn fault(&mut self, path: String, problem: DocumentProblem) {
        self.faults.push(DocumentFault { path, problem });
    }
}

fn path_of(position: usize) -> String {
    format!("resources[{position}]")
}

fn object(value: Raw) -> Option<Object> {
    if let Raw::Object(object) = value { Some(object) } else { None }
}

/// `{ "unknown": true }`
fn is_unknown(value: &Raw) -> bool {
    matches!(value, Raw::Object(entries) if entries.len() == 1 && entries.get(UNKNOWN) == Some(&Raw::Boolean(true)))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::network;
    use super::super::resource::State;
    use super::*;

    /// As the values of a message stand: in the order that the caller gives them.
    struct InOrder(std::vec::IntoIter<Result<Piece<'static>, &'static str>>);

    impl Pieces<'static> for InOrder {
        fn piece(&mut self) -> Piece<'static> {
            self.0.next().and_then(Result::ok).unwrap()
        }
        fn name(&mut self) -> crate::model::names::Name<'static> {
            crate::model::names::Name::of(self.0.next().and_then(Result::err).unwrap())
        }
    }

    #[test]
    fn args_may_come_before_their_kind() {
        let text = |text| Ok(Piece::Text(text));
        let args = [Err("args"), Ok(Piece::Object(1)), Err("region"), text("us-east-1")];
        let (kind, name) = ([Err("kind"), text("Network")], [Err("name"), text("net")]);
        let resource = |parts: [&[_]; 3]| {
            let begin = [Ok(Piece::Object(1)), Err("resources"), Ok(Piece::List(1)), Ok(Piece::Object(3))];
            let program = Program::read(&mut InOrder([&begin[..], &parts.concat()].concat().into_iter()));
            assert_eq!((program.faults.as_slice(), program.resources.len()), (&[][..], 1));
            let resource = &program.resources[0];
            (resource.name.clone(), resource.slot(network::REGION).unwrap().state == State::Text("us-east-1".into()))
        };
        let expected = ("net".to_string(), true);
        assert_eq!(resource([&kind, &name, &args]), expected);
        assert_eq!(resource([&args, &name, &kind]), expected);
    }

    #[test]
    fn what_the_state_of_a_stack_says_is_read_of_any_resource() {
        let words = json!(["failed", "taintd", 7, "leftBehind", "failed", { "unknown": true }]);
        let resource = |kind: &str| json!({ "kind": kind, "name": kind, "state": words });
        let document = json!({ "resources": [resource("Network"), resource("aws:ec2/vpc:Vpc")] });
        let program = Program::of_document(&serde_json::from_value(document).unwrap());
        for (position, resource) in program.resources.iter().enumerate() {
            assert_eq!(resource.standings, [Standing::Failed, Standing::LeftBehind, Standing::Failed]);
            let faults = program.faults.iter().filter(|fault| fault.path.starts_with(&path_of(position)));
            let faults: Vec<_> = faults.map(|fault| (fault.path.as_str(), fault.problem.clone())).collect();
            let at = |index: usize| format!("resources[{position}].state[{index}]");
            let wrong = |found| DocumentProblem::Type { expected: "a string", found };
            let expected = [
                (at(1), DocumentProblem::UnknownState("taintd".to_string())),
                (at(2), wrong("a number")),
                (at(5), wrong("an object")),
            ];
            assert_eq!(faults, expected.each_ref().map(|(path, problem)| (path.as_str(), problem.clone())));
        }
        let unread = json!({ "resources": [{ "kind": "Network", "name": "net", "state": "tainted" }] });
        let unread = Program::of_document(&serde_json::from_value(unread).unwrap());
        assert_eq!(unread.faults[0].path, "resources[0].state");
        assert!(unread.resources[0].standings.is_empty());
    }

    #[test]
    fn the_provider_of_a_resource_is_the_default_one_unless_it_is_named_or_unknown() {
        let used = |provider: serde_json::Value| {
            let document = json!({ "resources": [{ "kind": "Network", "name": "net", "provider": provider }] });
            let program = Program::of_document(&serde_json::from_value(document).unwrap());
            let faults: Vec<_> = program.faults.iter().map(|fault| fault.path.clone()).collect();
            (program.resources[0].provider.clone(), faults)
        };
        assert_eq!(used(json!("ours")), (Used::Named("ours".to_string()), vec![]));
        assert_eq!(used(json!({ "unknown": true })), (Used::Unknown, vec![]));
        for other in [json!(5), json!(null), json!({ "ref": "ours" })] {
            assert_eq!(used(other), (Used::Default, vec!["resources[0].provider".to_string()]));
        }
    }

    #[test]
    fn what_is_only_read_exists_and_is_unknown_where_nothing_is_said() {
        let args = json!({ "region": "us-east-1" });
        let resource = |state| json!({ "state": state, "kind": "Network", "name": "net", "args": args });
        let of = |state: serde_json::Value| {
            let document = serde_json::from_value(json!({ "resources": [resource(state)] })).unwrap();
            let program = Program::of_document(&document);
            let resource = &program.resources[0];
            let state = |id| resource.slot(id).unwrap().state.clone();
            (resource.is_read(), resource.kept().is_some(), state(network::REGION), state(network::CIDR_BLOCK))
        };
        let region = || State::Text("us-east-1".into());
        assert_eq!(of(json!(["read"])), (true, true, region(), State::Unknown));
        assert_eq!(of(json!(["leftBehind"])), (false, false, region(), State::Missing));
    }

    #[test]
    fn what_is_missing_comes_before_what_is_unknown() {
        let document = serde_json::from_value(json!({ "resource": [], "color": 1 })).unwrap();
        let faults = Program::of_document(&document).faults;
        assert_eq!(faults[0].problem, DocumentProblem::Missing("resources"));
        assert_eq!(faults.len(), 3);
    }
}
