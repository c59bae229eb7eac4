//! Rules about access lists.

mod acl001;
mod acl002;
mod acl003;
mod acl004;
mod acl005;
mod acl006;
mod acl007;
mod acl008;
mod acl009;
mod acl010;
mod acl011;
mod acl013;
mod acl014;
mod shared;

super::family!(
    "ACL",
    "Acl",
    [acl001, acl002, acl003, acl004, acl005, acl006, acl007, acl008, acl009, acl010, acl011, acl013, acl014,]
);
