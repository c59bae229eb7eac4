//! Rules about the document itself.

super::family!("DOC", "Documents", [doc001, doc002, doc003, doc004, doc005]);
