//! Rules about projects.

super::family!("PRJ", "Project", [prj001, prj003]);
