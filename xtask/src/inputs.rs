//! "Has anything changed since the last run?": one hash over the content of a step's inputs, kept in a stamp file.
//!
//! Content, not modification times: a fresh clone, a branch switch and a restored CI cache all get it right.

use std::fs;
use std::hash::{DefaultHasher, Hasher as _};
use std::path::{Path, PathBuf};

use anyhow::Context as _;

/// Collects what a step depends on.
#[derive(Debug)]
pub struct Inputs {
    hash: DefaultHasher,
}

impl Inputs {
    /// `recipe` names the step itself: change it when the step does something else with the same inputs.
    pub fn new(recipe: &str) -> Self {
        let mut inputs = Self { hash: DefaultHasher::new() };
        inputs.add(recipe.as_bytes());
        inputs
    }

    fn add(&mut self, bytes: &[u8]) {
        self.hash.write_usize(bytes.len());
        self.hash.write(bytes);
    }

    /// A file's content, or the files below a folder in the order of their names; something missing counts too.
    pub fn path(mut self, path: &Path) -> anyhow::Result<Self> {
        for file in files_below(path)? {
            self.add(file.strip_prefix(path).unwrap_or(&file).as_os_str().as_encoded_bytes());
            let content = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
            self.add(&content);
        }
        Ok(self)
    }

    /// A name for these inputs.
    pub fn key(self) -> String {
        format!("{:016x}", self.hash.finish())
    }

    /// The stamp for these inputs.
    pub fn stamp(self, file: PathBuf) -> Stamp {
        Stamp { file, value: format!("{}\n", self.key()) }
    }
}

/// Remembers which inputs the last finished run of a step had.
#[derive(Debug)]
pub struct Stamp {
    file: PathBuf,
    value: String,
}

impl Stamp {
    /// The last run had the same inputs and finished.
    pub fn is_fresh(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|found| found == self.value)
    }

    /// Call when the step has finished.
    pub fn keep(&self) -> anyhow::Result<()> {
        fs::write(&self.file, &self.value).with_context(|| format!("cannot write {}", self.file.display()))
    }
}

/// The file itself, or every file below the folder, sorted; nothing when it does not exist.
pub fn files_below(path: &Path) -> anyhow::Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_path_buf()]);
    }
    if !path.is_dir() {
        return Ok(Vec::new());
    }
    let mut entries = Vec::new();
    for entry in fs::read_dir(path).with_context(|| format!("cannot read {}", path.display()))? {
        entries.push(entry?.path());
    }
    entries.sort();
    let mut files = Vec::new();
    for entry in entries {
        files.extend(files_below(&entry)?);
    }
    Ok(files)
}
