//! What is said of schedules and descriptions that the rules' examples do not show.

use serde_json::json;

use eventstorecloud_planner::diagnostic::Report;
use eventstorecloud_planner::model::raw::Raw;
use eventstorecloud_planner::rules::check_document;
use rule_pages::valid::valid_args;

/// What is found at a property of a backup: the code, the help, and whether there is a fix.
fn checked(property: &str, value: &str) -> Vec<(&'static str, String, bool)> {
    let others = match property {
        "schedule" => r#""description": "d", "backupDescription": "b""#,
        _ => r#""description": "d", "schedule": "0 2 * * *""#,
    };
    let ids = r#""projectId": "c2bq5k5o4t0gqrkt0030", "sourceClusterId": "c2bq5k5o4t0gqrkt0040""#;
    let args = format!(r#"{{ {ids}, {others}, "maxBackupCount": 7, "{property}": "{value}" }}"#);
    let resource = format!(r#"{{ "kind": "ScheduledBackup", "name": "daily", "args": {args} }}"#);
    let document = format!(r#"{{ "partial": true, "resources": [{resource}] }}"#);
    let report = check_document(serde_json::from_str(&document).unwrap(), &Raw::Null).unwrap();
    let here = report.diagnostics.iter().filter(|found| found.path == property);
    here.map(|found| (found.code, found.help.clone(), !found.fix.is_empty())).collect()
}

/// Each value with the code of the only finding, what its help has in it, and whether there is a fix.
fn table(property: &str, rows: &[(&str, &str, &str, bool)]) {
    for (value, code, help, has_fix) in rows {
        let found = checked(property, value);
        let [(found_code, found_help, fixed)] = found.as_slice() else { panic!("{value:?}: {found:?}") };
        assert_eq!((found_code, fixed), (code, has_fix), "{value:?}: {found_help}");
        assert!(found_help.contains(help), "{value:?}: {found_help}");
    }
}

#[test]
fn fields_and_their_spaces() {
    table(
        "schedule",
        &[
            ("", "BAK001", "use minute, hour", false),
            ("daily", "BAK001", "use minute, hour", false),
            ("0 2 * * * *", "BAK001", "without seconds or year", false),
            ("0  2 * * *", "BAK001", "use `0 2 * * *`", true),
            (" 0 2 * * *", "BAK001", "use `0 2 * * *`", true),
            ("0 2-4  * * *", "BAK001", "one space between two fields", false),
        ],
    );
}

#[test]
fn steps_that_select_nothing_or_little() {
    table(
        "schedule",
        &[
            ("0 */0 * * *", "BAK010", "a step of at least 1", false),
            ("*/0 2 * * *", "BAK010", "the minute at which each run starts", false),
            ("0 2 * * */0", "BAK010", "one number from 0 (Sunday)", false),
            ("0 */48 * * *", "BAK010", "a smaller step", true),
            ("*/90 2 * * *", "BAK010", "use `0 2 * * *`, which means the same", true),
            ("0 */5 * * *", "BAK010", "use `0 */4 * * *` or `0 */6 * * *`, which divides", false),
        ],
    );
}

#[test]
fn variables_of_a_description() {
    table(
        "backupDescription",
        &[
            ("of {Cluster}", "BAK013", "use `{cluster}`, as in `of {cluster}`", true),
            ("of {clustr}", "BAK013", "use `{cluster}` if that is what you mean, as in `of {cluster}`", false),
            ("of {colour}", "BAK013", "or remove it", false),
        ],
    );
    let two = checked("backupDescription", "{Cluster} {JOB}");
    assert!(two.len() == 2 && two.iter().all(|(code, _, has_fix)| *code == "BAK013" && !has_fix), "{two:?}");
}

#[test]
fn other_spellings_of_any_day_and_any_month() {
    table(
        "schedule",
        &[
            ("0 2 ? * *", "BAK005", "use `0 2 * * *`, which means the same", true),
            ("0 2 * ? *", "BAK006", "use `0 2 * * *`, which means the same", true),
            ("0 2 * */1 *", "BAK006", "use `0 2 * * *`, which means the same", true),
            ("0 2 1 * *", "BAK005", "a job cannot run once a month", false),
        ],
    );
}

/// The report on a program, given as JSON.
fn report(program: &serde_json::Value, options: &serde_json::Value) -> Report {
    let options: Raw = serde_json::from_value(options.clone()).unwrap();
    check_document(serde_json::from_value(program.clone()).unwrap(), &options).unwrap()
}

#[test]
fn a_format_is_fixed_where_the_rest_of_the_description_is_right() {
    for (text, fixed) in [
        ("{cluster} {datetime:RFC3339}", Some("{cluster} {datetime:rfc3339}")),
        ("{colour} {datetime:RFC3339}", None),
        ("{ {datetime:RFC3339}", None),
    ] {
        let mut args = valid_args("ScheduledBackup").unwrap();
        args["backupDescription"] = json!(text);
        let program =
            json!({ "partial": true, "resources": [{ "kind": "ScheduledBackup", "name": "daily", "args": args }] });
        let report = report(&program, &json!({ "profile": "advice" }));
        let found = report.diagnostics.iter().find(|found| found.code == "BAK014");
        let expected = fixed.map(|text| json!({ "path": "backupDescription", "value": text }));
        assert_eq!(json!(found.expect(text).fix), json!(Vec::from_iter(expected)), "{text}");
    }
}

#[test]
fn jobs_that_start_close_to_another_one_name_it() {
    for (schedules, expected) in [
        (
            &["0 2 * * *", "10 2 * * *"][..],
            &["the job `b` starts within 10 minutes of the job `a` of the same cluster"][..],
        ),
        (&["10 2 * * *", "0 2 * * *"], &["the job `b` starts within 10 minutes of the job `a` of the same cluster"]),
        // Around midnight.
        (&["0 0 * * *", "50 23 * * *"], &["the job `b` starts within 10 minutes of the job `a` of the same cluster"]),
        // Both as near: the one that starts first in the week.
        (
            &["0 2 * * *", "20 2 * * *", "10 2 * * *"],
            &["the job `c` starts within 10 minutes of the job `a` of the same cluster"],
        ),
        (
            &["20 2 * * *", "0 2 * * *", "10 2 * * *"],
            &["the job `c` starts within 10 minutes of the job `b` of the same cluster"],
        ),
    ] {
        let job = |(name, schedule): (&str, &&str)| {
            let mut args = valid_args("ScheduledBackup").unwrap();
            args["schedule"] = json!(schedule);
            json!({ "kind": "ScheduledBackup", "name": name, "args": args })
        };
        let jobs: Vec<_> = ["a", "b", "c"].into_iter().zip(schedules).map(job).collect();
        let report = report(&json!({ "partial": true, "resources": jobs }), &json!({}));
        let near = report.diagnostics.iter().filter(|found| found.code == "BAK020");
        let told: Vec<_> = near.map(|found| found.message.as_str()).collect();
        assert_eq!(told, expected, "{schedules:?}");
    }
}
