//! Every input of the corpus, and every one that once failed, is run again.

use std::fs;
use std::path::Path;

use fuzz::targets::ALL;

#[test]
fn every_kept_input_passes() {
    for (name, run) in ALL {
        let mut count = 0;
        for kind in ["corpus", "regressions"] {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(kind).join(name);
            for file in fs::read_dir(folder).into_iter().flatten() {
                let path = file.expect("a file").path();
                println!("{}", path.display());
                run(&fs::read(path).expect("its bytes"));
                count += 1;
            }
        }
        assert!(count > 0, "{name} has a corpus");
    }
}
