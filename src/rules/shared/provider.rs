//! What several rules about providers need.

use crate::model::target::Engine;
use crate::rules::prelude::*;

/// The environment variable of a setting.
pub(in crate::rules) fn variable(cx: &Context<'_>, property: &str) -> &'static str {
    cx.catalogue().provider_setting(property).map_or("", |row| row.environment_variable.as_str())
}

/// How a setting can be given.
pub(in crate::rules) fn where_to_set(cx: &Context<'_>, property: &str) -> String {
    let target = &cx.settings().target;
    let namespace = target.provider.namespace();
    let setting = match target.engine {
        Engine::Pulumi => format!("`{namespace}:{property}` in the configuration of the stack"),
        Engine::Terraform => format!("`{property}` in the block `provider \"{namespace}\"`"),
    };
    format!("set {setting}, or the environment variable `{}`", variable(cx, property))
}

/// How to set a property that names a folder.
pub(in crate::rules) fn folder_to_set(cx: &Context<'_>, property: &str) -> String {
    let default = cx.catalogue().provider_setting(property).and_then(|row| row.default.as_ref());
    let example = default.map_or(String::new(), |default| format!(", such as `{default}` with the variable expanded"));
    format!("set `{property}` to a writable folder{example}")
}

#[cfg(test)]
mod tests {
    use crate::model::raw::Raw;
    use crate::rules::check_document;

    fn codes(document: serde_json::Value) -> Vec<&'static str> {
        let report = check_document(&serde_json::from_value(document).unwrap(), &Raw::Null).unwrap();
        report.diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
    }

    #[test]
    fn missing_settings_are_reported_unless_the_program_has_an_explicit_provider() {
        let mut document = serde_json::json!({ "configuration": {}, "environmentVariables": {}, "resources": [] });
        assert_eq!(codes(document.clone()), ["PRV003", "PRV004"]);
        let args = serde_json::json!({
            "organizationId": "bt77lfqrh41uaatmh200", "token": { "secret": true }, "tokenStore": "/tmp/tokens", "clientId": "",
            "identityProviderUrl": "", "url": "https://api.eventstore.cloud"
        });
        document["resources"] = serde_json::json!([{ "kind": "Provider", "name": "mine", "args": args }]);
        assert_eq!(codes(document), [] as [&str; 0]);
    }

    #[test]
    fn unsupported_settings_are_reported_wherever_they_are_given() {
        let is_reported = |document: serde_json::Value| codes(document).contains(&"PRV006");
        for (key, value, expected) in [
            ("identityKitUrl", serde_json::json!("https://id.example.com"), true),
            ("clientSecret", serde_json::json!({ "secret": true }), true),
            // It may turn out to be missing.
            ("identityKitUrl", serde_json::json!({ "unknown": true }), false),
        ] {
            let setting = format!("eventstorecloud:{key}");
            let configured = serde_json::json!({
                "target": "eventstorecloud@0.2.20", "configuration": { setting: value.clone() }, "resources": []
            });
            assert_eq!(is_reported(configured), expected, "{key}: {value}");
            // What a program passes to a provider is given, even if its value is unknown.
            let provider = serde_json::json!({ "kind": "Provider", "name": "mine", "args": { key: value.clone() } });
            let explicit = serde_json::json!({ "target": "eventstorecloud@0.2.20", "resources": [provider] });
            assert!(is_reported(explicit), "{key}: {value}");
        }
    }

    #[test]
    fn help_about_credentials_names_the_means_of_the_engine() {
        let help = |target: &str, settings: serde_json::Value| {
            let document = serde_json::json!({
                "target": target, "configuration": settings, "environmentVariables": {}, "resources": []
            });
            let report = check_document(&serde_json::from_value(document).unwrap(), &Raw::Null).unwrap();
            report.diagnostics.iter().map(|diagnostic| diagnostic.help.clone()).collect::<Vec<_>>().join("\n")
        };
        let pulumi = help("eventstorecloud@0.2.20", serde_json::json!({ "eventstorecloud:token": "plain" }));
        assert!(pulumi.contains("`eventstorecloud:organizationId` in the configuration of the stack"), "{pulumi}");
        assert!(pulumi.contains("`pulumi config set --secret`"), "{pulumi}");
        let terraform = help("kurrent-io/kurrentcloud@3.1.0", serde_json::json!({ "kurrentcloud:token": "plain" }));
        assert!(terraform.contains("`organizationId` in the block `provider \"kurrentcloud\"`"), "{terraform}");
        assert!(terraform.contains("`sensitive = true`"), "{terraform}");
        assert!(!terraform.contains("ulumi"), "{terraform}");
    }
}
