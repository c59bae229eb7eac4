//! Rules about clusters.

super::family!("CLU", "ManagedCluster", [clu006, clu007]);
