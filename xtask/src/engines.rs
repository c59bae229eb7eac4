//! `npm run engines`: the real engines and the provider for them, each a Go module under `tests/engine`.
//!
//! A build takes minutes and its result depends on nothing but what the modules pin, so it is kept outside of the
//! clone, under a name made of the inputs: `$EVENTSTORECLOUD_PLANNER_ENGINES`, else the user's cache folder. What is
//! used is linked into `target/engines`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, anyhow};

use crate::inputs::Inputs;
use crate::paths;
use crate::process::{self, Advice};
use crate::progress::{Note, Steps, say};

/// What is said where Go is missing; the tests say the same, in `tests/engine/rig/engines.mjs`.
pub const ABSENT: &str = "engine tests not run: Go 1.26 is absent";

/// A program, by the name it gets.
struct Engine {
    name: &'static str,
    /// What `go build` is given.
    package: &'static str,
    /// Folders under `tests/engine` that it is built from, the first with its go.mod.
    folders: &'static [&'static str],
    /// A variable that the linker sets, with the value or the module whose version is the value.
    set: Option<(&'static str, Value)>,
}

enum Value {
    Text(&'static str),
    VersionOf(&'static str),
}

const ENGINES: &[Engine] = &[
    Engine {
        name: "pulumi",
        package: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
        folders: &["pulumi"],
        // Without a version the Automation API refuses the command line.
        set: Some((
            "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version",
            Value::VersionOf("github.com/pulumi/pulumi/pkg/v3"),
        )),
    },
    Engine {
        name: "tofu",
        package: "github.com/opentofu/opentofu/cmd/tofu",
        folders: &["tofu"],
        set: Some(("github.com/opentofu/opentofu/version.dev", Value::Text("no"))),
    },
    Engine {
        name: "terraform-provider-eventstorecloud",
        package: ".",
        folders: &["provider-terraform", "provider"],
        set: None,
    },
    Engine {
        name: "pulumi-resource-eventstorecloud",
        package: ".",
        folders: &["provider-pulumi", "provider"],
        set: None,
    },
];

/// Modules with tests of their own.
pub const TESTED: &[&str] = &["provider", "provider-pulumi"];

/// The command. True also where there is no Go to build with: then it says so.
pub fn run() -> anyhow::Result<bool> {
    if build()? {
        say!("\n  next: npm run test:engine, which tests the package as `npm run build` has last built it");
    } else {
        say!("{ABSENT}");
    }
    Ok(true)
}

/// Builds what is not in the cache. False where there is no Go to build with.
pub fn build() -> anyhow::Result<bool> {
    let Some(go) = go_version() else {
        return Ok(false);
    };
    let mut steps = Steps::new(ENGINES.len());
    for engine in ENGINES {
        steps.step(&format!("building {}", engine.name), || engine.ready(&go))?;
    }
    Ok(true)
}

/// The version of Go, if it is new enough.
pub fn go_version() -> Option<String> {
    let output = Command::new("go").args(["env", "GOVERSION", "GOOS", "GOARCH"]).stderr(Stdio::null()).output().ok()?;
    let said = String::from_utf8(output.stdout).ok()?;
    let mut numbers = said.strip_prefix("go")?.split(['.', '\n', '-', ' ']).map_while(|word| word.parse::<u32>().ok());
    let version = (numbers.next()?, numbers.next()?);
    (version >= (1, 26)).then_some(said)
}

impl Engine {
    fn ready(&self, go: &str) -> anyhow::Result<((), Note)> {
        let cached = cache()?.join(format!("{}-{}", self.name, self.key(go)?)).join(self.file());
        let note = if cached.is_file() {
            Note::Unchanged
        } else {
            self.build(&cached)?;
            Note::Done
        };
        link(&cached, &paths::engines().join(self.file()))?;
        Ok(((), note))
    }

    fn file(&self) -> String {
        format!("{}{}", self.name, env::consts::EXE_SUFFIX)
    }

    fn key(&self, go: &str) -> anyhow::Result<String> {
        let mut inputs = Inputs::new(&format!("go build, {go}"));
        for folder in self.folders {
            inputs = inputs.path(&folder_of(folder))?;
        }
        Ok(inputs.key())
    }

    /// To another name first: what is in the cache is whole, also when two runs build at once or one is stopped.
    fn build(&self, cached: &Path) -> anyhow::Result<()> {
        let folder = cached.parent().context("a file without a folder")?;
        fs::create_dir_all(folder).map_err(|error| unwritable(folder, &error))?;
        let partial = folder.join(format!("partial-{}", std::process::id()));
        let mut flags = "-s -w".to_owned();
        if let Some((variable, value)) = &self.set {
            let value = match value {
                Value::Text(text) => (*text).to_owned(),
                Value::VersionOf(module) => self.version_of(module)?,
            };
            flags = format!("{flags} -X {variable}={value}");
        }
        process::run(
            // No version control is asked: a build depends on its inputs alone.
            self.go()
                .args(["build", "-buildvcs=false", "-trimpath", "-ldflags", &flags, "-o"])
                .arg(&partial)
                .arg(self.package),
            Advice { cause: "an engine could not be built", next: "look at Go's message above" },
        )?;
        fs::rename(&partial, cached).with_context(|| format!("cannot write {}", cached.display()))
    }

    fn version_of(&self, module: &str) -> anyhow::Result<String> {
        let version = process::capture(
            self.go().args(["list", "-m", "-f", "{{.Version}}", module]),
            Advice { cause: "Go does not know a module's version", next: "look at Go's message above" },
        )?;
        Ok(version.trim().to_owned())
    }

    fn go(&self) -> Command {
        go(self.folders.first().copied().unwrap_or_default())
    }
}

/// Go, in one of the modules.
pub fn go(module: &str) -> Command {
    let mut go = Command::new("go");
    go.current_dir(folder_of(module));
    go
}

fn folder_of(name: &str) -> PathBuf {
    paths::root().join("tests").join("engine").join(name)
}

fn unwritable(folder: &Path, error: &std::io::Error) -> anyhow::Error {
    let next = "set EVENTSTORECLOUD_PLANNER_ENGINES to a folder that can be written";
    anyhow!("cannot create {}: {error}\n  next: {next}", folder.display())
}

fn cache() -> anyhow::Result<PathBuf> {
    let home = |name: &str| env::var_os(name).filter(|set| !set.is_empty()).map(PathBuf::from);
    if let Some(set) = home("EVENTSTORECLOUD_PLANNER_ENGINES") {
        return Ok(paths::root().join(set));
    }
    let caches = home("XDG_CACHE_HOME")
        .or_else(|| home("LOCALAPPDATA"))
        .or_else(|| Some(home("HOME")?.join(".cache")))
        .ok_or_else(|| anyhow!("no folder for caches is known\n  next: set EVENTSTORECLOUD_PLANNER_ENGINES"))?;
    Ok(caches.join(paths::NAME).join("engines"))
}

/// A second name for the same file, or a copy where the disk is another one.
fn link(cached: &Path, to: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(paths::engines())?;
    let _absent = fs::remove_file(to);
    if fs::hard_link(cached, to).is_err() {
        fs::copy(cached, to).with_context(|| format!("cannot write {}", to.display()))?;
    }
    Ok(())
}
