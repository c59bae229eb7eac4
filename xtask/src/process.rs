//! Other programs: run them, and when one fails say in one line why and what to do next.

use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader, ErrorKind};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

use anyhow::{Context as _, anyhow, bail};

use crate::paths;
use crate::progress::say;

/// What to tell the user when the program cannot be run or fails.
#[derive(Debug, Clone, Copy)]
pub struct Advice {
    /// One line: what could not be done.
    pub cause: &'static str,
    /// One line: what to try.
    pub next: &'static str,
}

/// Under CI, what cannot be run counts as failed, and what is missing is installed.
pub fn in_ci() -> bool {
    std::env::var("CI").is_ok_and(|set| !set.is_empty() && set != "false")
}

/// A command in the repository's root. The program is looked up on the PATH.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(paths::root());
    command
}

/// Node with one of our scripts.
pub fn node(script: impl AsRef<Path>) -> Command {
    let mut node = command("node");
    node.arg(script.as_ref());
    node
}

/// npm; on Windows it is a `.cmd` file, which `Command` does not find by its bare name.
pub fn npm() -> Command {
    command(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// cargo, the one that started this program if there is one.
pub fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs with the terminal's own output; anything but success is an error.
pub fn run(command: &mut Command, advice: Advice) -> anyhow::Result<()> {
    let status = command.status();
    finish(command, status, advice)
}

/// Runs in silence; the output is shown only when the program fails. Returns what it wrote to stdout.
pub fn run_quiet(command: &mut Command, advice: Advice) -> anyhow::Result<String> {
    let output = command.stdin(Stdio::null()).output();
    if let Ok(output) = &output
        && !output.status.success()
    {
        say!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    }
    let text = output.as_ref().map(|o| String::from_utf8_lossy(&o.stdout).into_owned());
    let text = text.unwrap_or_default();
    finish(command, output.map(|o| o.status), advice)?;
    Ok(text)
}

/// Runs with the terminal's own stderr and returns what was written to stdout; anything but success is an error.
pub fn capture(command: &mut Command, advice: Advice) -> anyhow::Result<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::inherit()).output();
    let text = output.as_ref().map(|o| String::from_utf8_lossy(&o.stdout).into_owned());
    let text = text.unwrap_or_default();
    finish(command, output.map(|o| o.status), advice)?;
    Ok(text)
}

/// Runs, shows stdout line by line as it comes and returns it with the exit status; failing is not an error here.
pub fn run_shown(command: &mut Command) -> anyhow::Result<(ExitStatus, String)> {
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| format!("`{}` could not be started", name(command)))?;
    let mut text = String::new();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines() {
            let line = line.unwrap_or_default();
            say!("{line}");
            text.push_str(&line);
            text.push('\n');
        }
    }
    Ok((child.wait()?, text))
}

fn finish(command: &Command, status: std::io::Result<ExitStatus>, advice: Advice) -> anyhow::Result<()> {
    let next = advice.next;
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => bail!("{} ({} ended with {status})\n  next: {next}", advice.cause, name(command)),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            Err(anyhow!("{} (`{}` is not on the PATH)\n  next: {next}", advice.cause, name(command)))
        }
        Err(error) => bail!("{} ({}: {error})\n  next: {next}", advice.cause, name(command)),
    }
}

fn name(command: &Command) -> String {
    let program = Path::new(command.get_program());
    program.file_stem().unwrap_or(program.as_os_str()).to_string_lossy().into_owned()
}
