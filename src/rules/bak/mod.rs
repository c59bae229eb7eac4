//! Rules about scheduled backups.

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
