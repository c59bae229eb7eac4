//! Rules about replica sets.

mod rep001;
mod rep002;
mod rep003;
mod rep004;
mod rep005;
mod rep007;
mod rep008;
mod rep009;

#[cfg(test)]
mod tests;

super::family!("REP", "ManagedClusterReplicaset", [rep001, rep002, rep003, rep004, rep005, rep007, rep008, rep009]);
