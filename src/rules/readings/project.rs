//! How the properties of a project are read.

use crate::model::project;
use crate::rules::context::Context;
use crate::rules::faults::text::Absent;
use crate::rules::reading::Reading;
use crate::rules::readings::text::present;
use crate::rules::views::Project;

impl<'a> Project<'a> {
    pub fn read_name(self, cx: &mut Context<'a>) -> Reading<&'a str, Absent> {
        present(cx, self.resource, project::NAME)
    }
}
