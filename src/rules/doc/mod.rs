//! Rules about the document itself.

mod doc001;
mod doc002;
mod doc003;
mod doc004;
mod doc005;

super::family!("DOC", "Documents", [doc001, doc002, doc003, doc004, doc005]);
