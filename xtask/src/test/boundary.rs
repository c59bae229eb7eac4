//! `tests/boundary.rs`: the real wasm boundary in Node and in a headless Chromium.
//!
//! The runner is wasm-bindgen's own, of the version in Cargo.lock (`xtask/wasm-test-runner`). Its headless mode would
//! want a WebDriver of the browser's version; instead it only serves its page and `tests/browser` opens it.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;

use anyhow::{Context as _, bail};
use serde_json::Value;

use super::parts::Outcome;
use crate::process::{self, Advice};
use crate::{paths, toolchain};

/// The target whose tests are for wasm, and for nothing else.
pub const TESTS: &str = "boundary";

/// `tests/browser/wasm-tests.mjs` ends with this when no browser could be started.
const NO_BROWSER: i32 = 3;

/// The tests in Node.
pub fn in_node() -> anyhow::Result<Outcome> {
    let (runner, file) = compile()?;
    let (status, said) = process::run_shown(process::command(runner).arg(file))?;
    Ok(Outcome::from_rust(&said, status.success()))
}

/// The same tests in Chromium.
pub fn in_browser() -> anyhow::Result<Outcome> {
    let (runner, file) = compile()?;
    let page = Page::serve(&runner, &file)?;
    let mut browser = process::node("tests/browser/wasm-tests.mjs");
    let (status, said) = process::run_shown(browser.arg(&page.address))?;
    if status.code() == Some(NO_BROWSER) && !process::in_ci() {
        return Ok(Outcome::skipped("no browser: install chromium or set CHROME_PATH"));
    }
    Ok(Outcome::from_rust(&said, status.success()))
}

/// What runs the tests, and the compiled tests.
fn compile() -> anyhow::Result<(PathBuf, PathBuf)> {
    let mut runner = process::cargo();
    runner.args(["build", "--quiet", "--package", "wasm-test-runner"]);
    let mut tests = process::cargo();
    tests.args(["test", "--no-run", "--package", paths::NAME, "--target", toolchain::WASM, "--test", TESTS]);
    Ok((
        executable(&mut runner, "the test runner does not compile")?,
        executable(&mut tests, "the boundary tests do not compile to wasm")?,
    ))
}

/// Runs a cargo build and returns the executable it made (or already had).
fn executable(cargo: &mut Command, cause: &'static str) -> anyhow::Result<PathBuf> {
    let cargo = cargo.arg("--message-format=json-render-diagnostics");
    let said = process::capture(cargo, Advice { cause, next: "fix the compiler's errors above" })?;
    let messages = said.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut files = messages.filter_map(|message| message["executable"].as_str().map(PathBuf::from));
    files.next_back().context("cargo did not say where the executable is")
}

/// The runner's web page for one test file; the server ends when this is dropped.
struct Page {
    server: Child,
    address: String,
}

impl Page {
    fn serve(runner: &Path, file: &Path) -> anyhow::Result<Self> {
        let mut server = process::command(runner)
            .arg(file)
            .env("NO_HEADLESS", "1")
            .env("WASM_BINDGEN_USE_BROWSER", "1")
            // Any free port; the runner says which.
            .env("WASM_BINDGEN_TEST_ADDRESS", "127.0.0.1:0")
            .stdout(Stdio::piped())
            .spawn()
            .context("the wasm test runner does not start")?;
        let (send, receive) = mpsc::channel();
        if let Some(stdout) = server.stdout.take() {
            // Reads to the end: the server goes on talking, and stops when nobody listens.
            thread::spawn(move || {
                for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                    if let Some((_, address)) = line.split_once("http://") {
                        let _only_the_first_counts = send.send(format!("http://{}", address.trim()));
                    }
                }
            });
        }
        // The receiver fails when the server ended without an address; what it said on stderr has been shown.
        match receive.recv() {
            Ok(address) => Ok(Self { server, address }),
            Err(_) => bail!("the wasm test runner did not start its page (status {})", server.wait()?),
        }
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        // It never ends by itself; that it may already be gone is no concern.
        let _gone = self.server.kill();
        let _status = self.server.wait();
    }
}
