//! The registry of rules: every code there is, by family.
//!
//! A rule is a row here, a sentence in `messages/`, a paragraph in `explain/`, and a folder in `tests/bad/`;
//! `tests/tidy.rs` demands all four.

use super::code::{Code, Level};

macro_rules! registry {
    ($($family:literal: $($name:ident $id:ident $level:ident $what:literal;)*)*) => {
        $($(#[doc = $what] pub static $name: Code = Code { id: stringify!($id), level: Level::$level };)*)*

        /// All codes in the order of this file.
        pub static ALL: &[&Code] = &[$($(&$name),*),*];
    };
}

registry! {
    "S: files and names":
        SYMLINK S001 Error "A symbolic link stands in the project.";
        NOT_UTF8 S002 Error "A text file is not UTF-8.";
        TOO_LARGE S003 Error "A file, or the whole project, is over its limit.";
        BAD_NAME S004 Error "A file's name cannot be used on every system.";
        NAME_COLLISION S005 Error "Two names differ only by letter case or by the form of a letter.";
        UNUSED_FILE S006 Warning "A file has no use where it stands.";
        SERVICE_FILE S007 Warning "A file of the system or of an editor is passed over.";
        CONTROL_CHARACTER S008 Error "A text holds a character that no text needs.";
        CLEANED S009 Warning "Invisible characters were removed from a text.";
        MISSING_FILE S010 Error "A file without which there is no site is missing.";
        UNREADABLE S011 Error "A file or folder cannot be read.";
        REFUSED_ATTACHMENT S012 Error "An attachment's content is not of a kind that may be published.";
    "F: the form of TOML and front matter":
        FRONT_MATTER F001 Error "The front matter is missing or not closed.";
        YAML F002 Error "The front matter is YAML.";
        TOML_SYNTAX F003 Error "The text is not TOML.";
        UNKNOWN_KEY F004 Error "The key is not known here.";
        MISSING_KEY F005 Error "A required key is missing.";
        WRONG_TYPE F006 Error "The value is of another type.";
        UNKNOWN_WORD F007 Error "The word is not in the closed list.";
        BAD_ID F008 Error "The id cannot be an address.";
        DUPLICATE_ID F009 Error "The id is taken.";
        BAD_DATE F010 Error "The date is not a calendar date.";
        BAD_NUMBER F011 Error "The number is not finite or out of range.";
        BAD_TEXT F012 Error "The text is empty or too long.";
        TOO_DEEP F013 Error "The TOML is nested too deep or has too many keys.";
        DUPLICATE_ITEM F014 Error "An item stands in a list twice.";
    "L: links and references":
        UNKNOWN_REFERENCE L001 Error "The id refers to nothing.";
        DEAD_LINK L002 Error "The link leads nowhere.";
        DEAD_ANCHOR L003 Error "The anchor is not on the page.";
        OUTSIDE L004 Error "The link leads out of the materials.";
        UNPUBLISHED_TARGET L005 Error "The link leads to something that is not published.";
    "G: glossary":
        SHARED_FORM G001 Error "Two terms of the glossary share a word.";
    "M: Markdown":
        BAD_SCHEME M001 Error "The link's scheme is not allowed.";
        RAW_HTML M002 Warning "Raw HTML is shown as text.";
        MISLEADING_LINK M003 Warning "The link may mislead about its host.";
        TOO_NESTED M004 Error "The Markdown is nested too deep or has too many parts.";
        FOREIGN_IMAGE M005 Error "A picture would be loaded from another host.";
        NO_ALT M006 Error "A picture has no alternative text.";
        BAD_FIGURE M007 Error "A bound figure cannot be understood.";
        BAD_BINDING M008 Error "A bound value cannot be understood.";
        NO_VALUE M009 Error "The data hold no value for a binding.";
    "I: pictures":
        HUGE_PICTURE I001 Error "A picture has more points than can be decoded safely.";
        BROKEN_PICTURE I002 Error "A picture cannot be decoded.";
        SVG I003 Error "A drawing in SVG is not published.";
        NOT_A_PICTURE I004 Error "What a text shows as a picture is none.";
    "V: values and periods":
        OVER_WHOLE V001 Error "The numerator is over the denominator.";
        WRONG_SHAPE V002 Error "The value's shape does not suit the measure.";
        BAD_TARGET V003 Error "A target cannot be met, or contradicts another.";
        CORRECTED_SILENTLY V004 Error "A corrected value has no note.";
        FUTURE_PERIOD V005 Error "Values were collected after the site's date.";
        TOTAL_DIFFERS V006 Warning "The total differs from the sum of its parts.";
        UNDECLARED_BREAKDOWN V007 Error "The breakdown is not declared in the passport.";
        BAD_PERIOD V008 Error "The file's name is not a year, or the year is outside the programme.";
        NO_BASELINE V009 Error "The baseline's period has no value.";
        OVER_STAFF V010 Warning "More people are counted than the organisation has.";
        COLLECTED_EARLY V011 Warning "Values were collected before their period began.";
        LEAP V012 Warning "A value is three times the previous one, or a third of it.";
        NEW_DENOMINATOR V013 Warning "A denominator changed by half or more.";
        ALL_FULL V014 Warning "All organisations report exactly 100 %.";
        STILL_PROVISIONAL V015 Warning "A value is still provisional a year after its period.";
        UNPROVEN V016 Warning "Nothing proves what is said to be there.";
        HIDDEN_IN_TEXT V030 Warning "A text binds a value that is hidden from the public.";
    "C: the management cycle":
        GOAL_WITHOUT_INDICATOR C001 Error "A goal has no indicator.";
        NO_VALUES C002 Warning "An indicator has no values for the latest period.";
        UNANSWERED_PROBLEM C003 Warning "A problem of the district has no recommendation.";
        DATES_OUT_OF_ORDER C004 Error "The dates do not form a chain.";
        NO_GROUNDS C005 Warning "A recommendation answers no finding.";
        UNTIED_MEASURE C006 Error "A measure is tied to nothing.";
        REVIEW_PAST C007 Warning "A practice's review date has passed.";
        FUTURE_PRACTICE C008 Warning "A practice is dated in the future.";
        NOT_IN_FORCE C009 Warning "A programme rests on a document that is not in force.";
        NO_PRACTICES C010 Warning "An indicator is improved by no practice.";
        EFFECT_WITHOUT_DATA C011 Error "An effect has no value before or after.";
        ARCHIVED_PRACTICE C012 Warning "A register names a practice of the archive.";
        FUTURE_CHANGE C013 Warning "A text was changed on a day yet to come.";
        UNJUSTIFIED_GOAL C014 Warning "A goal states no problem, and no reason for that; or both.";
        CIRCLE_OF_GOALS C015 Error "A goal is a part of itself.";
        MISPLACED_PHASE C016 Error "A phase lies outside the programme's years, or overlaps another.";
    "K: clusters of organisations":
        BAD_FEATURE K001 Error "A feature cannot tell organisations apart.";
    "A: permanent addresses":
        LOST_ADDRESS A001 Error "A published address has no page any more.";
        STILL_PUBLISHED A002 Error "A page stands at an address that was withdrawn.";
        NO_ADDRESS A003 Error "The text is not the address of a page.";
        UNREGISTERED A004 Warning "Pages are not in the register of addresses.";
    "H: dates from git":
        NO_HISTORY H001 Warning "Dates were asked of git, and git has none.";
    "P: people":
        CONSENT_ENDS P001 Warning "A consent ends within sixty days.";
        CONSENT_DATES P002 Error "A consent ends before it begins.";
        NAME_WRITTEN P003 Error "The name of a person of the register is written outside it.";
        SURNAME_WRITTEN P004 Warning "A surname of the register is written outside it.";
        SNILS P005 Error "A text holds a personal insurance number.";
        PASSPORT P006 Error "A text holds the number of a passport.";
        PHONE P007 Warning "A text holds a telephone number.";
        PERSONAL_EMAIL P008 Warning "A text holds a private e-mail address.";
        BIRTH_DATE P009 Warning "A text holds a date of birth.";
        PUPIL P010 Warning "A text names a pupil.";
        UNUSED_SIGN_OFF P011 Warning "A sign-off lets nothing pass.";
        NAME_ORDER P012 Error "A name of the register does not begin with the surname.";
        TELLING_ID P013 Error "The id of a person tells the surname.";
    "T: the theme":
        TEMPLATE T001 Error "A template cannot be used.";
        CATALOGUE T002 Error "The theme's catalogue of words cannot be used.";
    "O: the output":
        UNSAFE_OUTPUT O001 Error "The output folder is not a safe place.";
        STRANGER O002 Error "A file that is not ours stands at an address of ours.";
        CANNOT_WRITE O003 Error "The output cannot be written.";
        SAME_ADDRESS O004 Error "Two pages have one address.";
        KEPT_STRANGERS O005 Warning "Files that are not ours were kept.";
        OTHER_EDITION O006 Error "The output holds the other edition.";
}

/// Finds a code by its name, in either letter case.
pub fn find(id: &str) -> Option<&'static Code> {
    ALL.iter().find(|code| code.id.eq_ignore_ascii_case(id)).copied()
}
