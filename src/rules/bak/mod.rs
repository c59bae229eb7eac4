//! Rules about scheduled backups.

mod bak001;
mod bak002;
mod bak003;
mod bak004;
mod bak005;
mod bak006;
mod bak007;
mod bak008;
mod bak009;
mod bak010;
mod bak011;
mod bak012;
mod bak013;
mod bak014;
mod bak015;
mod bak016;
mod bak017;
mod bak018;
mod bak019;
mod bak020;
mod bak023;
mod bak024;
mod bak026;
mod shared;

#[cfg(test)]
mod tests;

super::family!(
    "BAK",
    "ScheduledBackup",
    [
        bak001, bak002, bak003, bak004, bak005, bak006, bak007, bak008, bak009, bak010, bak011, bak012, bak013, bak014,
        bak015, bak016, bak017, bak018, bak019, bak020, bak023, bak024, bak026,
    ]
);
