//! Rules about replica sets.

#[cfg(test)]
mod tests;

super::family!("REP", "ManagedClusterReplicaset", [rep001, rep002, rep003, rep004, rep005, rep007, rep008, rep009]);
