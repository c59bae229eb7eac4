//! What is said of schedules and descriptions that the rules' examples do not show.

use crate::model::raw::Raw;
use crate::rules::check_document;

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
            ("", "BAK001", "write minute, hour", false),
            ("daily", "BAK001", "write minute, hour", false),
            ("0 2 * * * *", "BAK001", "without seconds or year", false),
            ("0  2 * * *", "BAK001", "write `0 2 * * *`", true),
            (" 0 2 * * *", "BAK001", "write `0 2 * * *`", true),
            ("0 2-4  * * *", "BAK001", "one space between two fields", false),
        ],
    );
}

#[test]
fn steps_that_select_nothing_or_little() {
    table(
        "schedule",
        &[
            ("0 */0 * * *", "BAK010", "a step from 1 on", false),
            ("*/0 2 * * *", "BAK010", "the minute at which each run starts", false),
            ("0 2 * * */0", "BAK010", "one number from 0 (Sunday)", false),
            ("0 */48 * * *", "BAK010", "a smaller step", true),
            ("*/90 2 * * *", "BAK010", "write `0`, which means the same", true),
            ("0 */5 * * *", "BAK010", "`*/4` or `*/6`", false),
        ],
    );
}

#[test]
fn variables_of_a_description() {
    table(
        "backupDescription",
        &[
            ("of {Cluster}", "BAK013", "write `{cluster}`", true),
            ("of {clustr}", "BAK013", "did you mean `{cluster}`?", false),
            ("of {colour}", "BAK013", "or remove it", false),
        ],
    );
    let two = checked("backupDescription", "{Cluster} {JOB}");
    assert!(two.len() == 2 && two.iter().all(|(code, _, has_fix)| *code == "BAK013" && !has_fix), "{two:?}");
}
