//! Rules about projects.

super::family!("PRJ", "Project", [prj001, prj002, prj003]);
