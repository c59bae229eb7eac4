//! Reading a document: a whole program as plain data.

use super::keys::{DOCUMENT_KEYS, RESOURCE_KEYS, UNKNOWN};
use super::kinds::WrittenKind;
use super::path::join;
use super::program::{DocumentFault, DocumentProblem, Program};
use super::raw::{Object, Raw};
use super::resource::{Args, Notation, Resource};
use super::target::{ImportedPackage, Target};

/// Characters of a resource's name. Reports repeat it with every problem, so a name of a megabyte would fill the memory.
pub const MAX_NAME: usize = 1_000;

impl Program {
    /// Reads a document. Never fails: what is wrong with it is in [`Program::faults`], and the rest is read.
    #[must_use]
    pub fn of_document(document: Raw) -> Self {
        let mut program = Self::default();
        program.is_whole = true;
        let Raw::Object(mut document) = document else {
            program.expected(String::new(), "an object with `resources`", &document);
            return program;
        };
        // For editors: where the schema of this format is.
        document.remove("$schema");
        match document.remove("schema") {
            None => {}
            Some(Raw::Number(1.0)) => {}
            Some(Raw::Number(_)) => program.mismatch("schema".to_string(), "the number 1", "another number"),
            Some(other) => program.expected("schema".to_string(), "the number 1", &other),
        }
        if let Some(target) = program.text(&mut document, "target") {
            program.target = Target::parse(&target);
            if program.target.is_none() {
                program.fault("target".to_string(), DocumentProblem::UnknownTarget(target));
            }
        }
        program.environment = program.text(&mut document, "environment");
        match document.remove("partial") {
            None => {}
            Some(Raw::Boolean(partial)) => program.is_whole = !partial,
            Some(other) => program.expected("partial".to_string(), "a boolean", &other),
        }
        program.read_packages(document.remove("packages"));
        program.configuration = program.object(&mut document, "configuration");
        program.variables = program.object(&mut document, "environmentVariables");
        match document.remove("resources") {
            Some(Raw::List(resources)) => program.read_resources(resources),
            Some(other) => program.expected("resources".to_string(), "an array of resources", &other),
            None => program.fault("resources".to_string(), DocumentProblem::Missing("resources")),
        }
        program.unknown_keys("", &document, &DOCUMENT_KEYS);
        program
    }

    fn read_packages(&mut self, packages: Option<Raw>) {
        match packages {
            None => {}
            Some(Raw::List(packages)) => {
                for (i, package) in packages.into_iter().enumerate() {
                    match package {
                        Raw::Text(text) => self.packages.push(ImportedPackage::read(&text)),
                        other => {
                            self.expected(format!("packages[{i}]"), "the name of an npm package", &other);
                            // Keeps the place of those that follow.
                            self.packages.push(ImportedPackage::default());
                        }
                    }
                }
            }
            Some(other) => self.expected("packages".to_string(), "an array of names of npm packages", &other),
        }
    }

    fn read_resources(&mut self, resources: Vec<Raw>) {
        for (i, resource) in resources.into_iter().enumerate() {
            let path = format!("resources[{i}]");
            let Raw::Object(mut resource) = resource else {
                self.expected(path, "an object with `kind`, `name` and `args`", &resource);
                continue;
            };
            let kind = self.required_text(&mut resource, &path, "kind");
            let name = self.name(&mut resource, &path).unwrap_or_else(|| path.clone());
            let args = resource.remove("args").unwrap_or(Raw::Object(Object::EMPTY));
            let (depends_on, may_depend_on_more) = match resource.remove("dependsOn") {
                Some(written) if is_unknown(&written) => (Vec::new(), true),
                written => (self.names(written, &format!("{path}.dependsOn")), false),
            };
            self.unknown_keys(&path, &resource, &RESOURCE_KEYS);
            let Some(kind) = kind else { continue };
            let index = self.resources.len();
            let mut resource = match WrittenKind::read(&kind) {
                WrittenKind::Modelled(kind, namespace) => {
                    let mut resource = Resource::new(index, kind, name, Args::Whole(args), Notation::Document);
                    resource.namespace = namespace;
                    resource
                }
                WrittenKind::Foreign => Resource::opaque(index, kind, name),
                WrittenKind::Unknown => {
                    self.fault(format!("{path}.kind"), DocumentProblem::UnknownKind(kind.clone()));
                    Resource::opaque(index, kind, name)
                }
            };
            resource.depends_on = depends_on;
            resource.may_depend_on_more = may_depend_on_more;
            resource.position = i;
            self.push(resource);
        }
        self.index();
        for place in self.duplicates() {
            let Some(resource) = self.resources.get(place) else { continue };
            let (kind, name) = (resource.kind_name.clone(), resource.name.clone());
            self.fault(format!("resources[{}].name", resource.position), DocumentProblem::Duplicate { kind, name });
        }
    }

    /// A list of names of resources.
    fn names(&mut self, value: Option<Raw>, path: &str) -> Vec<String> {
        let items = match value {
            None => return Vec::new(),
            Some(Raw::List(items)) => items,
            Some(other) => {
                self.expected(path.to_string(), "an array of names of resources", &other);
                return Vec::new();
            }
        };
        let mut names = Vec::new();
        for (i, item) in items.into_iter().enumerate() {
            match item {
                Raw::Text(name) => names.push(name),
                other => {
                    self.expected(format!("{path}[{i}]"), "the name of a resource", &other);
                    // Keeps the place of those that follow.
                    names.push(String::new());
                }
            }
        }
        names
    }

    fn object(&mut self, object: &mut Object, key: &'static str) -> Option<Object> {
        match object.remove(key)? {
            Raw::Object(inner) => Some(inner),
            other => {
                self.expected(key.to_string(), "an object", &other);
                None
            }
        }
    }

    fn text(&mut self, object: &mut Object, key: &'static str) -> Option<String> {
        match object.remove(key)? {
            Raw::Text(text) => Some(text),
            other => {
                self.expected(key.to_string(), "a string", &other);
                None
            }
        }
    }

    fn name(&mut self, resource: &mut Object, path: &str) -> Option<String> {
        let name = self.required_text(resource, path, "name")?;
        if is_name(&name) {
            return Some(name);
        }
        self.mismatch(format!("{path}.name"), "a string of at most 1,000 characters", "a longer string");
        None
    }

    fn required_text(&mut self, object: &mut Object, path: &str, key: &'static str) -> Option<String> {
        match object.remove(key) {
            Some(Raw::Text(text)) => Some(text),
            Some(other) => {
                self.expected(format!("{path}.{key}"), "a string", &other);
                None
            }
            None => {
                self.fault(format!("{path}.{key}"), DocumentProblem::Missing(key));
                None
            }
        }
    }

    fn unknown_keys(&mut self, path: &str, object: &Object, known: &'static [&'static str]) {
        for key in object.keys() {
            if !known.contains(&key) {
                let path = join(path, key);
                self.fault(path, DocumentProblem::UnknownKey { key: key.to_string(), known });
            }
        }
    }

    fn expected(&mut self, path: String, expected: &'static str, found: &Raw) {
        self.mismatch(path, expected, found.described());
    }

    fn mismatch(&mut self, path: String, expected: &'static str, found: &'static str) {
        self.fault(path, DocumentProblem::Type { expected, found });
    }

    fn fault(&mut self, path: String, problem: DocumentProblem) {
        self.faults.push(DocumentFault { path, problem });
    }
}

/// `{ "unknown": true }`
fn is_unknown(value: &Raw) -> bool {
    matches!(value, Raw::Object(entries) if entries.len() == 1 && entries.get(UNKNOWN) == Some(&Raw::Boolean(true)))
}

/// Whether a text is short enough to be the name of a resource in reports.
#[must_use]
pub fn is_name(text: &str) -> bool {
    text.chars().nth(MAX_NAME).is_none()
}
