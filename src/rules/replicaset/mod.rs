pub(super) mod concurrent_replica_set_and_backup;
pub(super) mod replica_count_out_of_range;
pub(super) mod replica_set_in_other_project;
pub(super) mod replica_sets_not_supported;
pub(super) mod replica_sets_undocumented;
pub(super) mod replicas_of_single_node;
pub(super) mod replicas_without_quota;
pub(super) mod second_replica_set;
