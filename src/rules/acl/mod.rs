//! Rules about access lists.

mod shared;

super::family!(
    "ACL",
    "Acl",
    [acl001, acl002, acl003, acl004, acl005, acl006, acl007, acl008, acl009, acl010, acl011, acl013, acl014,]
);
