//! What the last door receives: paths, and bytes on demand.
//!
//! Pages are drawn when they are written, by as many threads as there are cores, so that a large site never stands
//! whole in memory.

use crate::diag::Diagnostic;
use crate::model::Edition;

/// A drawn site.
pub trait Output: Sync {
    /// Paths of all files, relative, with `/`, sorted and unique.
    fn paths(&self) -> &[String];

    /// Does what many files share, before many threads draw them. Without it the first of them does it.
    fn prepare(&self) {}

    /// The bytes of the file at a position of `paths`. The same position gives the same bytes, on any thread.
    fn draw(&self, position: usize) -> Result<Vec<u8>, Diagnostic>;

    /// For whom it is. The other edition may never take its place.
    fn edition(&self) -> Edition {
        Edition::Public
    }

    /// Whether the path alone tells the bytes, so that what was drawn once need not be drawn again.
    fn is_named_by_content(&self, _position: usize) -> bool {
        false
    }
}
