//! Rules about scheduled backups.

super::family!("BAK", "ScheduledBackup", [bak002, bak012]);
