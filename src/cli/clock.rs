//! The clock: the day it is, asked once and passed on as data.
#![expect(clippy::disallowed_methods, reason = "here the day enters, and nowhere else")]

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The day of the run in UTC: `SOURCE_DATE_EPOCH` (reproducible-builds.org), else the clock.
pub fn today() -> Date {
    let fixed = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|text| text.trim().parse::<i64>().ok());
    let now = fixed.and_then(|second| Timestamp::from_second(second).ok()).unwrap_or_else(Timestamp::now);
    now.to_zoned(TimeZone::UTC).date()
}
