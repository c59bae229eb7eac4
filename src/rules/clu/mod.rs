//! Rules about clusters.

mod clu001;
mod clu002;
mod clu003;
mod clu004;
mod clu005;
mod clu006;
mod clu007;
mod clu008;
mod clu009;
mod clu010;
mod clu011;
mod clu012;
mod clu013;
mod clu014;
mod clu015;
mod clu016;
mod clu017;
mod clu018;
mod clu019;
mod clu020;
mod clu021;
mod clu022;
mod clu023;
mod clu024;
mod clu027;
mod clu028;
mod clu029;
mod clu030;
mod clu031;
mod clu032;
mod clu033;
mod clu035;
mod clu036;
mod clu038;
mod clu039;
mod clu040;
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
