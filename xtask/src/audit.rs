//! `npm run audit`: where the code of others comes from, under which licenses, and who has signed it.
//!
//! What is in the package is checked at every `npm test` (`tests/packaging/contents.test.mjs`); this needs a tool and a service
//! that not every machine has. A check that could not look is said to be left out; it is never counted as
//! passed.

use std::process::Stdio;

use crate::process;
use crate::progress::{self, say};
use crate::{toolchain, tools};

/// What a check came to.
enum Outcome {
    Passed,
    Failed,
    /// It could not be done, for this reason.
    LeftOut(String),
}

type Check = fn() -> anyhow::Result<Outcome>;

/// False when a check failed.
pub fn run() -> anyhow::Result<bool> {
    toolchain::node_modules()?;
    let checks: [(&str, Check); 2] =
        [("crates: licenses, sources, duplicates", crates), ("npm: signatures of the registry", signatures)];
    let mut lines = Vec::new();
    let mut passed = true;
    for (name, check) in checks {
        say!("\n== {name}");
        let word = match check()? {
            Outcome::Passed => "ok".to_string(),
            Outcome::Failed => {
                passed = false;
                "FAILED".to_string()
            }
            Outcome::LeftOut(why) => format!("left out: {why}"),
        };
        lines.push(format!("{name:<46} {word}"));
    }
    say!("\n== summary");
    for line in lines {
        say!("{line}");
    }
    Ok(passed)
}

fn of(passed: bool) -> Outcome {
    if passed { Outcome::Passed } else { Outcome::Failed }
}

/// Licenses and sources of all crates, also of the tools; duplicates of the planner; and what is in the core.
fn crates() -> anyhow::Result<Outcome> {
    let mut passed = true;
    for check in [
        "--locked --workspace check licenses sources",
        "--locked check bans",
        "--locked --config deny-core.toml check bans",
    ] {
        let Some(mut deny) = tools::find(tools::DENY)? else {
            return Ok(Outcome::LeftOut(tools::missing(tools::DENY)));
        };
        passed &= deny.args(check.split(' ')).status()?.success();
    }
    Ok(of(passed))
}

/// npm gets the keys of the signatures from servers beside the registry.
fn signatures() -> anyhow::Result<Outcome> {
    // Under `npm run --silent` it would not even say why it failed.
    let mut npm = process::npm();
    let output = npm.args(["audit", "signatures", "--loglevel=error"]).stdin(Stdio::null()).output()?;
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    if output.status.success() {
        say!("{}", said.trim());
        return Ok(Outcome::Passed);
    }
    Ok(match unreachable_service(&said) {
        Some(why) => Outcome::LeftOut(why),
        None => {
            progress::error(said.trim());
            Outcome::Failed
        }
    })
}

/// Why the signatures could not even be looked at, where that is what npm says.
fn unreachable_service(said: &str) -> Option<String> {
    const NOT_THERE: [&str; 6] =
        ["ENOTFOUND", "ECONNREFUSED", "ETIMEDOUT", "EAI_AGAIN", "ECONNRESET", "no signature keys"];
    let reason = said.lines().find(|line| NOT_THERE.iter().any(|word| line.contains(word)))?;
    let reason = reason.trim_start_matches("npm error").trim();
    Some(format!("the keys of the signatures cannot be had from here ({reason})"))
}

#[cfg(test)]
mod tests {
    use super::unreachable_service;

    #[test]
    fn a_bad_signature_is_not_taken_for_a_missing_network() {
        assert!(unreachable_service("npm error code ENOTFOUND\nnpm error network").is_some());
        assert!(unreachable_service("1 package has an invalid registry signature:\nleft-pad@1.0.0").is_none());
    }
}
