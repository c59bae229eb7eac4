//! A valid resource of every kind, which examples of pages are completed from. Only on machines that build docs and run
//! tests.

use serde_json::{Value, json};

/// The args of a valid resource of a kind.
#[must_use]
pub fn valid_args(kind: &str) -> Option<Value> {
    Some(match kind {
        "Project" => json!({ "name": "orders" }),
        "Network" => json!({
            "projectId": "c2bq5k5o4t0gqrkt0030",
            "name": "orders-network",
            "resourceProvider": "aws",
            "region": "us-east-1",
            "cidrBlock": "10.20.0.0/16",
        }),
        "ManagedCluster" => json!({
            "projectId": "c2bq5k5o4t0gqrkt0030",
            "networkId": "c2bq5k5o4t0gqrkt0040",
            "name": "orders-db",
            "topology": "three-node-multi-zone",
            "instanceType": "M32",
            "diskSize": 1000,
            "diskType": "gp3",
            "diskIops": 3000,
            "diskThroughput": 125,
            "serverVersion": "26.0",
            "protected": true,
        }),
        "ScheduledBackup" => json!({
            "projectId": "c2bq5k5o4t0gqrkt0030",
            "sourceClusterId": "c2bq5k5o4t0gqrkt0050",
            "description": "nightly",
            "schedule": "0 2 * * *",
            "backupDescription": "{cluster} nightly {datetime:rfc3339}",
            "maxBackupCount": 14,
        }),
        "Provider" => json!({
            "organizationId": "bt77lfqrh41uaatmh200",
            "token": { "secret": "refresh-token-of-a-user" },
            "clientId": "",
            "identityProviderUrl": "",
            "tokenStore": "/home/deploy/.esctf/tokens",
            "url": "https://api.eventstore.cloud",
        }),
        "Acl" => json!({
            "projectId": "c2bq5k5o4t0gqrkt0030",
            "name": "offices",
            "cidrBlocks": [{ "address": "9.9.9.0/24", "comment": "office" }],
        }),
        "Peering" => json!({
            "projectId": "c2bq5k5o4t0gqrkt0030",
            "networkId": "c2bq5k5o4t0gqrkt0040",
            "name": "apps",
            "peerResourceProvider": "aws",
            "peerNetworkRegion": "us-east-1",
            "peerAccountId": "012345678901",
            "peerNetworkId": "vpc-0a1b2c3d4e5f67890",
            "routes": ["172.20.0.0/16"],
        }),
        "ManagedClusterReplicaset" => json!({
            "projectId": "c2bq5k5o4t0gqrkt0030",
            "clusterId": "c2bq5k5o4t0gqrkt0050",
            "replicaCount": 1,
        }),
        "Integration" => json!({
            "projectId": "c2bq5k5o4t0gqrkt0030",
            "description": "issues to Slack",
            "data": {
                "sink": "slack",
                "source": "issues",
                "channelId": "#operations",
                "token": { "secret": "token-of-a-bot" },
            },
        }),
        "AWSCloudWatchLogsIntegration" => json!({
            "projectId": "c2bq5k5o4t0gqrkt0030",
            "description": "logs to CloudWatch",
            "accessKeyId": { "secret": "AKIAIOSFODNN7EXAMPLE" },
            "secretAccessKey": { "secret": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" },
            "clusterIds": ["c2bq5k5o4t0gqrkt0050"],
            "groupName": "EventStoreLogs-Prod",
            "region": "us-east-1",
        }),
        "AWSCloudWatchMetricsIntegration" => json!({
            "projectId": "c2bq5k5o4t0gqrkt0030",
            "description": "metrics to CloudWatch",
            "accessKeyId": { "secret": "AKIAIOSFODNN7EXAMPLE" },
            "secretAccessKey": { "secret": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" },
            "clusterIds": ["c2bq5k5o4t0gqrkt0050"],
            "namespace": "KurrentCloud",
            "region": "us-east-1",
        }),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use eventstorecloud_planner::model::kinds::KINDS;
    use eventstorecloud_planner::model::raw::Raw;
    use eventstorecloud_planner::rules::check_document;

    #[test]
    fn nothing_is_wrong_with_them() {
        for kind in KINDS {
            let resource = json!({ "kind": kind.name, "name": "example", "args": valid_args(kind.name).unwrap() });
            // The newest package has all kinds.
            let document = json!({ "target": "kurrentcloud@0.3.x", "partial": true, "resources": [resource] });
            let document: Raw = serde_json::from_value(document).unwrap();
            let strict: Raw = serde_json::from_value(json!({ "profile": "default" })).unwrap();
            let report = check_document(&document, &strict).unwrap();
            let found: Vec<_> = report.diagnostics.iter().map(|d| (d.code, &d.message)).collect();
            assert_eq!(found, [], "{}", kind.name);
        }
    }
}
