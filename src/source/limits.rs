//! Limits of what is read. Each has a name, so that the message can say which one was met.

/// Bytes of one Markdown text: about 250 pages.
pub const MARKDOWN: u64 = 512 * 1024;
/// Bytes of one TOML file.
pub const TOML: u64 = 4 * 1024 * 1024;
/// Bytes of one file of a theme.
pub const THEME: u64 = 4 * 1024 * 1024;
/// Bytes of one attachment.
pub const ATTACHMENT: u64 = 20 * 1024 * 1024;
/// Bytes of the whole project.
pub const PROJECT: u64 = 1024 * 1024 * 1024;
/// Files of the whole project.
pub const FILES: usize = 250_000;
/// Folders inside one another.
pub const DEPTH: usize = 8;
