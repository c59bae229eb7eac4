pub(super) mod missing_property;
pub(super) mod type_mismatch;
pub(super) mod unknown_property;
pub(super) mod value_not_plain_data;
