//! Rules about replica sets.

mod shared;

super::family!("REP", "ManagedClusterReplicaset", [rep001, rep002, rep003, rep004, rep005, rep007, rep008, rep009]);
