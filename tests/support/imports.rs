//! Which file of a crate imports which, read from the text of the files.
//!
//! An import is a `use` or a path in an expression or a type. A `mod` declaration is none, nor is a re-export, unless the
//! file uses the name itself; an import of a re-exported name is one of the file that defines it. Test code is left out.
#![expect(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "tests stop at the first surprise"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::iter::Peekable;
use std::str::Chars;

/// A file of a crate: its path below `src`, and its text.
pub type File = (String, String);

/// The path of a module, from the root of the crate.
type Module = Vec<String>;

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Word(String),
    /// `::`
    Separator,
    Sign(char),
}

/// For each file the files that it imports.
pub fn imports(files: &[File]) -> BTreeMap<String, BTreeSet<String>> {
    let mut known = Crate::default();
    let mut read = Vec::new();
    for (path, text) in files {
        let tokens = without_tests(tokens(text));
        known.files.insert(module(path), path.clone());
        read.push((path.as_str(), module(path), tokens));
    }
    let mut found = Vec::new();
    for (path, module, tokens) in &read {
        found.push((*path, known.read(module, tokens)));
    }
    let mut imports: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, uses) in found {
        let files = uses.iter().filter_map(|used| known.file_of(used, 0)).filter(|file| *file != *path);
        imports.insert(path.to_string(), files.collect());
    }
    imports
}

/// The files that import each other, directly or by way of others: a group each.
pub fn cycles(imports: &BTreeMap<String, BTreeSet<String>>) -> Vec<BTreeSet<String>> {
    let mut groups: BTreeSet<BTreeSet<String>> = BTreeSet::new();
    let reached: BTreeMap<&String, BTreeSet<&String>> =
        imports.keys().map(|file| (file, reachable(file, imports))).collect();
    for (file, reach) in &reached {
        let back = reach.iter().filter(|other| reached.get(**other).is_some_and(|back| back.contains(file)));
        let group: BTreeSet<String> = back.map(|other| (*other).clone()).collect();
        if !group.is_empty() {
            groups.insert(group);
        }
    }
    groups.into_iter().collect()
}

fn reachable<'a>(file: &str, imports: &'a BTreeMap<String, BTreeSet<String>>) -> BTreeSet<&'a String> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<&String> = imports[file].iter().collect();
    while let Some(next) = open.pop() {
        if reached.insert(next) {
            open.extend(imports.get(next).into_iter().flatten());
        }
    }
    reached
}

/// What is known of the crate as a whole.
#[derive(Default)]
struct Crate {
    /// The file of each module that has one.
    files: BTreeMap<Module, String>,
    /// What modules re-export: by module, the name and the path that it stands for. A glob has the name `*`.
    exports: BTreeMap<Module, Vec<(String, Module)>>,
    /// The names that modules define.
    defined: BTreeMap<Module, BTreeSet<String>>,
}

impl Crate {
    /// Notes what a file defines and re-exports, and gives the paths that it imports, from the root of the crate.
    fn read(&mut self, file: &Module, tokens: &[Token]) -> Vec<Module> {
        let mut uses = Vec::new();
        let mut exported: Vec<(String, Module)> = Vec::new();
        let mut words: BTreeSet<String> = BTreeSet::new();
        // The inline modules around the current token, each with the depth of braces that it ends at.
        let mut inline: Vec<(String, usize)> = Vec::new();
        let mut depth = 0_usize;
        let mut at = 0;
        while at < tokens.len() {
            let here = || file.iter().chain(inline.iter().map(|(name, _)| name)).cloned().collect::<Module>();
            match &tokens[at] {
                Token::Sign('{') => depth += 1,
                Token::Sign('}') => {
                    depth = depth.saturating_sub(1);
                    if inline.last().is_some_and(|(_, end)| *end == depth) {
                        inline.pop();
                    }
                }
                Token::Word(word) if word == "mod" => {
                    let (name, next) = name_after(tokens, at + 1);
                    if tokens.get(next) == Some(&Token::Sign('{')) {
                        inline.push((name, depth));
                        depth += 1;
                    }
                    at = next;
                }
                Token::Word(word) if word == "use" => {
                    let end = tokens[at..].iter().position(|token| *token == Token::Sign(';')).unwrap() + at;
                    let mut leaves = Vec::new();
                    tree(&tokens[at + 1..end], &[], &mut leaves);
                    let before = at.checked_sub(1).map(|before| &tokens[before]);
                    let is_export = match before {
                        Some(Token::Word(word)) => word == "pub",
                        before => before == Some(&Token::Sign(')')),
                    };
                    for (path, name) in leaves {
                        let Some(path) = self.absolute(&here(), &path) else { continue };
                        if is_export {
                            self.exports.entry(here()).or_default().push((name.clone(), path.clone()));
                            exported.push((name, path));
                        } else {
                            uses.push(path);
                        }
                    }
                    at = end;
                }
                Token::Word(word) if is_definition(word) => {
                    let (name, _) = name_after(tokens, at + 1);
                    self.defined.entry(here()).or_default().insert(name);
                }
                Token::Word(word) => {
                    let mut path = vec![word.clone()];
                    let is_start = at == 0 || tokens[at - 1] != Token::Separator;
                    while tokens.get(at + 1) == Some(&Token::Separator)
                        && let Some(Token::Word(next)) = tokens.get(at + 2)
                    {
                        path.push(next.clone());
                        at += 2;
                    }
                    if is_start {
                        words.insert(word.clone());
                        if path.len() > 1 {
                            uses.extend(self.absolute(&here(), &path));
                        }
                    }
                }
                Token::Separator | Token::Sign(_) => {}
            }
            at += 1;
        }
        uses.extend(exported.into_iter().filter(|(name, _)| words.contains(name)).map(|(_, path)| path));
        uses
    }

    /// A path from the root of the crate; nothing for one of another crate or of a name in scope.
    fn absolute(&self, here: &Module, path: &[String]) -> Option<Module> {
        let mut from = here.clone();
        let mut rest = path;
        match path.first()?.as_str() {
            "crate" => {
                from.clear();
                rest = &path[1..];
            }
            "self" => rest = &path[1..],
            "super" => {
                while rest.first().is_some_and(|word| word == "super") {
                    from.pop();
                    rest = &rest[1..];
                }
            }
            child => {
                from.push(child.to_string());
                let is_module = self.files.contains_key(&from);
                from.pop();
                if !is_module {
                    return None;
                }
            }
        }
        from.extend(rest.iter().cloned());
        Some(from)
    }

    /// The file that a path leads into, through re-exports.
    fn file_of(&self, path: &Module, depth: usize) -> Option<String> {
        assert!(depth < 20, "a re-export of itself: {path:?}");
        // Modules go as far as files and inline modules do.
        let known = |module: &[String]| {
            self.files.contains_key(module) || self.exports.contains_key(module) || self.defined.contains_key(module)
        };
        let mut length = path.len();
        while length > 0 && !known(&path[..length]) {
            length -= 1;
        }
        let (module, rest) = path.split_at(length);
        if let (Some(item), Some(exports)) = (rest.first(), self.exports.get(module)) {
            let is_own = |target: &[String]| self.defined.get(target).is_some_and(|names| names.contains(item));
            for (name, target) in exports.iter().filter(|_| !is_own(module)) {
                if name == item {
                    return self.file_of(target, depth + 1);
                }
                if name == "*" && is_own(target) {
                    return self.file_of(target, depth + 1);
                }
            }
        }
        (0..=length).rev().find_map(|length| self.files.get(&path[..length]).cloned())
    }
}

fn is_definition(word: &str) -> bool {
    ["struct", "enum", "fn", "const", "static", "type", "trait", "union"].contains(&word)
}

/// The name at a token, and the place after it. In a macro it may stand after `$`, and after `mut` or `fn`.
fn name_after(tokens: &[Token], mut at: usize) -> (String, usize) {
    loop {
        match tokens.get(at) {
            Some(Token::Word(word)) if !["mut", "fn", "unsafe"].contains(&word.as_str()) => {
                return (word.clone(), at + 1);
            }
            Some(Token::Word(_) | Token::Sign('$')) => at += 1,
            _ => return (String::new(), at),
        }
    }
}

/// The leaves of the tree of a `use`, each with its path and the name that it gets.
fn tree(tokens: &[Token], prefix: &[String], leaves: &mut Vec<(Module, String)>) {
    let mut path = prefix.to_vec();
    let mut name: Option<String> = None;
    let mut at = 0;
    while at < tokens.len() {
        match &tokens[at] {
            Token::Word(word) if word == "as" => {
                name = match tokens.get(at + 1) {
                    Some(Token::Word(name)) => Some(name.clone()),
                    _ => None,
                };
                at += 1;
            }
            Token::Word(word) if word == "self" && at > 0 => {}
            Token::Word(word) if word == "self" && !prefix.is_empty() => {}
            Token::Word(word) => path.push(word.clone()),
            Token::Sign('*') => name = Some("*".to_string()),
            // A variable of a macro: where it leads is known where the macro is used.
            Token::Sign('$') => return,
            Token::Sign('{') => {
                let mut depth = 0_usize;
                let mut start = at + 1;
                for (place, token) in tokens.iter().enumerate().skip(at) {
                    match token {
                        Token::Sign('{') => depth += 1,
                        Token::Sign('}') => depth -= 1,
                        _ => {}
                    }
                    let ends = depth == 0 || depth == 1 && *token == Token::Sign(',');
                    if ends && place > start {
                        tree(&tokens[start..place], &path, leaves);
                    }
                    if ends {
                        start = place + 1;
                    }
                    if depth == 0 {
                        break;
                    }
                }
                return;
            }
            _ => {}
        }
        at += 1;
    }
    let name = name.or_else(|| path.last().cloned()).unwrap_or_default();
    leaves.push((path, name));
}

/// The module of a file.
fn module(path: &str) -> Module {
    let mut parts: Module = path.trim_end_matches(".rs").split('/').map(str::to_string).collect();
    if matches!(parts.last().map(String::as_str), Some("mod" | "lib")) {
        parts.pop();
    }
    parts
}

/// The code without what is compiled for tests only.
fn without_tests(tokens: Vec<Token>) -> Vec<Token> {
    let words = |words: &[&str]| words.iter().map(|word| Token::Word((*word).to_string())).collect::<Vec<_>>();
    let [cfg, test] = <[Token; 2]>::try_from(words(&["cfg", "test"])).unwrap();
    let sign = Token::Sign;
    let attribute = [sign('#'), sign('['), cfg, sign('('), test, sign(')'), sign(']')];
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if !tokens[at..].starts_with(&attribute) {
            kept.push(tokens[at].clone());
            at += 1;
            continue;
        }
        let is_use = tokens.get(at + attribute.len()) == Some(&Token::Word("use".to_string()));
        let mut depth = 0_usize;
        at += attribute.len();
        while at < tokens.len() {
            match tokens[at] {
                Token::Sign('{') => depth += 1,
                Token::Sign('}') => depth -= 1,
                _ => {}
            }
            let ends = tokens[at] == Token::Sign(';') || tokens[at] == Token::Sign('}') && !is_use;
            at += 1;
            if ends && depth == 0 {
                break;
            }
        }
    }
    kept
}

/// The words and signs of a file, without comments and literals.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '/' if chars.peek() == Some(&'/') => chars.by_ref().take_while(|c| *c != '\n').for_each(drop),
            '/' if chars.peek() == Some(&'*') => skip_comment(&mut chars),
            '"' => skip_string(&mut chars),
            '\'' => skip_character(&mut chars),
            ':' if chars.peek() == Some(&':') => {
                chars.next();
                tokens.push(Token::Separator);
            }
            c if c.is_alphanumeric() || c == '_' => {
                let mut word = String::from(c);
                while let Some(next) = chars.next_if(|c| c.is_alphanumeric() || *c == '_') {
                    word.push(next);
                }
                let is_raw = ["r", "br"].contains(&word.as_str()) && matches!(chars.peek(), Some('"' | '#'));
                if is_raw { skip_raw_string(&mut chars) } else { tokens.push(Token::Word(word)) }
            }
            c if c.is_whitespace() => {}
            c => tokens.push(Token::Sign(c)),
        }
    }
    tokens
}

fn skip_comment(chars: &mut Peekable<Chars<'_>>) {
    let (mut depth, mut before) = (0_usize, '/');
    for c in chars {
        match (before, c) {
            ('/', '*') => depth += 1,
            ('*', '/') => depth -= 1,
            _ => {
                before = c;
                continue;
            }
        }
        if depth == 0 {
            return;
        }
        before = ' ';
    }
}

fn skip_string(chars: &mut Peekable<Chars<'_>>) {
    while let Some(c) = chars.next() {
        match c {
            '\\' => drop(chars.next()),
            '"' => return,
            _ => {}
        }
    }
}

fn skip_raw_string(chars: &mut Peekable<Chars<'_>>) {
    let mut hashes = 0;
    while chars.next_if_eq(&'#').is_some() {
        hashes += 1;
    }
    chars.next();
    while let Some(c) = chars.next() {
        if c == '"' && (0..hashes).all(|_| chars.next_if_eq(&'#').is_some()) {
            return;
        }
    }
}

/// A character, or the mark of a lifetime.
fn skip_character(chars: &mut Peekable<Chars<'_>>) {
    let mut ahead = chars.clone();
    let first = ahead.next();
    if first == Some('\\') {
        chars.next();
        chars.next();
        chars.by_ref().take_while(|c| *c != '\'').for_each(drop);
    } else if ahead.next() == Some('\'') {
        chars.next();
        chars.next();
    } else {
        while chars.next_if(|c| c.is_alphanumeric() || *c == '_').is_some() {}
    }
}
