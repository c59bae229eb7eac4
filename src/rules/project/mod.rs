pub(super) mod blank_project_name;
pub(super) mod duplicate_project_name;
pub(super) mod generated_project_name;
