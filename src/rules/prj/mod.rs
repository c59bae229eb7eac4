//! Rules about projects.

mod prj001;
mod prj002;
mod prj003;

super::family!("PRJ", "Project", [prj001, prj002, prj003]);
