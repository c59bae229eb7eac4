//! Rules about networks.

super::family!("NET", "Network", [net003, net005, net007, net011]);
