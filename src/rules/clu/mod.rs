//! Rules about clusters.

mod shared;

super::family!(
    "CLU",
    "ManagedCluster",
    [
        clu001, clu002, clu003, clu004, clu005, clu006, clu007, clu008, clu009, clu010, clu011, clu012, clu013, clu014,
        clu015, clu016, clu017, clu018, clu019, clu020, clu021, clu022, clu023, clu024, clu027, clu028, clu029, clu030,
        clu031, clu032, clu033, clu035, clu036, clu038, clu039, clu040,
    ]
);
