//! Strangers that came into the old tree while the new one was being built.
//!
//! Apart from `strangers`, because those were judged at leisure, and these are found when the site is already out: an
//! upload or a certificate's proof must not vanish with the old tree because it came at the wrong second.

use std::fs;
use std::path::Path;

use super::present::{Present, kind_at};

/// Moves them over to the published tree. What fails here cannot fail the build: the site stands.
pub(super) fn carry_over(replaced: Option<&Path>, known: &Present, out: &Path) {
    let Some(replaced) = replaced else { return };
    let Ok(now) = Present::read(replaced) else { return };
    // A new folder comes before what is in it and takes it along.
    for (path, _) in now.entries().filter(|(path, _)| known.kind(path).is_none()) {
        let target = out.join(path);
        if matches!(kind_at(&target), Ok(None)) {
            let _ = target.parent().map(fs::create_dir_all);
            let _ = fs::rename(replaced.join(path), target);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::test_help::Temp;

    #[test]
    fn late_strangers_come_along_and_replace_nothing() {
        let temp = Temp::new();
        temp.put("old/ours/a", "1");
        let known = Present::read(&temp.path().join("old")).unwrap();
        temp.put("old/ours/late", "2");
        temp.put("old/upload/deep/x", "3");
        temp.put("old/taken", "4");
        temp.put("new/taken", "5");
        carry_over(Some(&temp.path().join("old")), &known, &temp.path().join("new"));
        assert_eq!(temp.tree("new"), ["ours/late=2", "taken=5", "upload/deep/x=3"]);
    }
}
