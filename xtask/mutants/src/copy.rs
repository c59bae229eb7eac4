//! A copy of the repository, in which sources may be changed.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Context as _;

/// A copy of the sources.
pub fn copy(root: &Path, tree: &Path) -> anyhow::Result<()> {
    let mut git = Command::new("git");
    git.current_dir(root).args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let said = git.output().context("git is not on the PATH")?.stdout;
    let _none_yet = fs::remove_dir_all(tree);
    for name in String::from_utf8_lossy(&said).split('\0').filter(|name| !name.is_empty()) {
        let (from, to) = (root.join(name), tree.join(name));
        if from.is_file() {
            fs::create_dir_all(to.parent().unwrap_or(tree))?;
            fs::copy(&from, &to)?;
        }
    }
    Ok(())
}
