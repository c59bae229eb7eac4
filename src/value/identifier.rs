//! The shapes of identifiers: of the service itself and of the clouds. What each is called and an example of it are the
//! catalogue's.

/// Whether a text has the shape of an id of the service: 20 characters of base 32 in lower case.
#[must_use]
pub fn is_kurrent_id(text: &str) -> bool {
    text.len() == 20 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'v').contains(&b))
}

/// Whether a text may as well be the name of a variable, and then most likely is.
#[must_use]
pub fn is_variable(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

/// Whether a text is an AWS account id: 12 digits.
#[must_use]
pub fn is_aws_account_id(text: &str) -> bool {
    text.len() == 12 && text.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a text is the id of an AWS VPC: `vpc-` and 8 or 17 hexadecimal digits in lower case.
#[must_use]
pub fn is_aws_vpc_id(text: &str) -> bool {
    text.strip_prefix("vpc-").is_some_and(|id| matches!(id.len(), 8 | 17) && id.bytes().all(is_small_hex))
}

/// Whether a text is the id of a Google Cloud project, with or without the domain that it belongs to.
#[must_use]
pub fn is_gcp_project_id(text: &str) -> bool {
    let project = match text.split_once(':') {
        Some((domain, project)) if domain.contains('.') => project,
        Some(_) => return false,
        None => text,
    };
    (6..=30).contains(&project.len()) && is_gcp_name(project)
}

/// Whether a text is the name of a Google Cloud VPC.
#[must_use]
pub fn is_gcp_network_name(text: &str) -> bool {
    (1..=63).contains(&text.len()) && is_gcp_name(text)
}

/// Whether a text is a UUID in any case.
#[must_use]
pub fn is_uuid(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    parts.iter().map(|part| part.len()).eq([8, 4, 4, 4, 12])
        && parts.iter().all(|part| part.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// The subscription of an Azure virtual network's resource id, when the text is one. Case does not matter.
#[must_use]
pub fn subscription_of_azure_network(text: &str) -> Option<&str> {
    let rest = text.strip_prefix('/').filter(|rest| !rest.contains(char::is_whitespace))?;
    let parts: Vec<&str> = rest.split('/').collect();
    let [subscriptions, subscription, groups, group, providers, provider, networks, name] = parts.as_slice() else {
        return None;
    };
    let words = [
        (subscriptions, "subscriptions"),
        (groups, "resourceGroups"),
        (providers, "providers"),
        (provider, "Microsoft.Network"),
        (networks, "virtualNetworks"),
    ];
    let fits = words.iter().all(|(written, word)| written.eq_ignore_ascii_case(word));
    (fits && is_uuid(subscription) && !group.is_empty() && !name.is_empty()).then_some(subscription)
}

/// Whether a text is a long-lived AWS access key id: 20 characters beginning with `AKIA`.
#[must_use]
pub fn is_long_lived_access_key(text: &str) -> bool {
    text.len() == 20 && text.starts_with("AKIA") && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
}

/// Whether a text is an AWS access key id that only works for a while, together with a session token.
#[must_use]
pub fn is_temporary_access_key(text: &str) -> bool {
    text.starts_with("ASIA")
}

/// Whether a text names a Slack channel: `#` and a name, or an id, which is at least 9 capitals and digits beginning
/// with `C`, `G` or `D`.
#[must_use]
pub fn is_slack_channel(text: &str) -> bool {
    let is_name = text.strip_prefix('#').is_some_and(|name| !name.trim().is_empty());
    let is_id = text.len() >= 9
        && text.starts_with(['C', 'G', 'D'])
        && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    is_name || is_id
}

/// Whether a text is the name of a CloudWatch log group.
#[must_use]
pub fn is_log_group(text: &str) -> bool {
    (1..=512).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'/' | b'.' | b'#' | b'-'))
}

/// Whether a text is a CloudWatch namespace of the user's own.
#[must_use]
pub fn is_metric_namespace(text: &str) -> bool {
    let length = text.chars().take(256).count();
    (1..=255).contains(&length) && !text.trim().is_empty() && !text.starts_with(':') && !text.starts_with("AWS/")
}

/// Small letters, digits and hyphens, beginning with a letter and not ending with a hyphen.
fn is_gcp_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && !text.ends_with('-')
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

const fn is_small_hex(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'a'..=b'f')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(shape: fn(&str) -> bool, good: &[&str], bad: &[&str]) {
        for text in good {
            assert!(shape(text), "{text}");
        }
        for text in bad {
            assert!(!shape(text), "{text}");
        }
    }

    #[test]
    fn shapes() {
        all(
            is_kurrent_id,
            &["c2bq5k5o4t0gqrkt0030"],
            &["", "Example Network", "c2bq5k5o4t0gqrkt003w", "C2BQ5K5O4T0GQRKT0030"],
        );
        all(
            is_aws_account_id,
            &["012345678901"],
            &["12345678901", "0123456789012", "arn:aws:iam::1234", "01234567890é"],
        );
        all(
            is_aws_vpc_id,
            &["vpc-0a1b2c3d", "vpc-0a1b2c3d4e5f67890"],
            &["vpc-", "my-vpc", "vpc-0A1B2C3D", "vpc-0a1b2c3d4"],
        );
        all(
            is_gcp_project_id,
            &["orders-prod", "example.com:orders"],
            &["123456789012", "a", "orders-", "x:orders", "Orders-prod"],
        );
        all(
            is_gcp_network_name,
            &["a", "apps-1"],
            &["", "projects/p/global/networks/apps", "-a", "a-", &"a".repeat(64)],
        );
        all(
            is_uuid,
            &["0f8fad5b-d9cb-469f-a165-70867728950e", "0F8FAD5B-D9CB-469F-A165-70867728950E"],
            &["", "0f8fad5b", "0f8fad5b-d9cb-469f-a165-70867728950g"],
        );
        all(
            is_long_lived_access_key,
            &["AKIAIOSFODNN7EXAMPLE"],
            &["ASIAIOSFODNN7EXAMPLE", "AKIA", "akiaiosfodnn7example"],
        );
        all(is_temporary_access_key, &["ASIAIOSFODNN7EXAMPLE"], &["", "AKIAIOSFODNN7EXAMPLE"]);
        all(
            is_slack_channel,
            &["#general", "C024BE91L", "G0123456789", "D024BE91L", "#été"],
            &["", "#", "# ", "general", "c024be91l", "C024BE91", "CÉ24BE91L", "U024BE91L", " #general"],
        );
        all(is_log_group, &["EventStoreLogs-Prod", "/a/b.c#d_e"], &["", "my logs", &"a".repeat(513), "é"]);
        all(is_metric_namespace, &["KurrentCloud", "My App/db"], &["", " ", "AWS/KurrentDB", ":x", &"a".repeat(256)]);
    }

    #[test]
    fn azure_networks_tell_their_subscription() {
        let id = "0f8fad5b-d9cb-469f-a165-70867728950e";
        let network =
            format!("/subscriptions/{id}/resourcegroups/apps/providers/microsoft.network/virtualNetworks/vnet");
        assert_eq!(subscription_of_azure_network(&network), Some(id));
        for bad in [
            "",
            "my-vnet",
            "/subscriptions/x/resourceGroups/a/providers/Microsoft.Network/virtualNetworks/v",
            &network[1..],
            &format!("{network} "),
        ] {
            assert_eq!(subscription_of_azure_network(bad), None, "{bad}");
        }
    }
}
