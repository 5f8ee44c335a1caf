//! Downloads: every format says the same numbers, open data follow the recommendations 3.0, and nothing that an author
//! wrote is taken for a formula. What LibreOffice makes of the files is asked in `tests/browser/downloads.test.mjs`.

mod support;

use std::collections::BTreeMap;

use serde_json::Value;
use support::{Temp, Tree, build, golden_sites, lay_out, tree, unpacked};

fn site(case: &str) -> Tree {
    let temp = Temp::new(case);
    lay_out(case, &temp.at("site"));
    build(&temp.at("site"), &temp.at("public"));
    tree(&temp.at("public"))
}

/// The rows of a CSV file; rows of unequal length are an error.
fn csv(bytes: &[u8], delimiter: u8) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(bytes);
    let rows = reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect());
    rows.collect()
}

/// The rows below the head, by the names in it.
fn named(rows: &[Vec<String>]) -> Vec<BTreeMap<&str, &str>> {
    let (head, rows) = rows.split_first().expect("a head");
    let cells = rows.iter().map(|row| row.iter().map(String::as_str));
    cells.map(|cells| head.iter().map(String::as_str).zip(cells).collect()).collect()
}

/// A value of JSON as machines read it in CSV.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.as_f64().expect("a number").to_string(),
    }
}

/// The values of a JSON file as rows of the CSV file beside it.
fn rows_of(json: &[u8]) -> Vec<Vec<(&'static str, String)>> {
    let file: Value = serde_json::from_slice(json).expect("JSON");
    assert_eq!(file["schema_version"], 1);
    let mut rows = Vec::new();
    for indicator in file["indicators"].as_array().expect("indicators") {
        for value in indicator["values"].as_array().expect("values") {
            rows.push(vec![
                ("programme", plain(&indicator["programme"])),
                ("indicator", plain(&indicator["id"])),
                ("period", plain(&value["period"])),
                ("breakdown", plain(&value["breakdown"])),
                ("id", plain(&value["id"])),
                ("numerator", plain(&value["numerator"])),
                ("denominator", plain(&value["denominator"])),
                ("value", plain(&value["value"])),
                ("state", plain(&value["state"])),
                ("target_low", plain(&value["target"]["low"])),
                ("target_high", plain(&value["target"]["high"])),
                ("status", plain(&value["status"])),
                ("collected", plain(&value["origin"]["collected"])),
                ("file", plain(&value["origin"]["file"])),
                ("line", plain(&value["origin"]["line"])),
            ]);
        }
    }
    rows
}

#[test]
fn every_format_says_the_same_numbers() {
    let mut compared = 0;
    for case in golden_sites() {
        let files = site(&case);
        for (path, json) in files.iter().filter(|(path, _)| path.ends_with(".json")) {
            let stem = path.trim_end_matches(".json");
            let machine = csv(&files[&format!("{stem}.csv")], b',');
            let machine = named(&machine);
            let reader = &files[&format!("{stem}.excel.csv")];
            let text = std::str::from_utf8(reader).expect("UTF-8");
            assert!(text.starts_with('\u{feff}') && text.ends_with("\r\n"), "{case}/{path}");
            let reader = csv(text.trim_start_matches('\u{feff}').as_bytes(), b';');
            let reader = named(&reader);
            let rows = rows_of(json);
            assert_eq!((rows.len(), rows.len()), (machine.len(), reader.len()), "{case}/{path}");
            for ((row, machine), reader) in rows.iter().zip(&machine).zip(&reader) {
                for (column, value) in row {
                    assert_eq!(machine[column], value, "{case}/{path}: {column} of {machine:?}");
                }
                assert_eq!(reader["Год"], machine["period"], "{case}/{path}");
                assert!(!reader["Значение"].is_empty(), "{case}/{path}: a gap says its reason");
                if machine["value"].parse::<f64>().is_ok() {
                    assert_eq!(reader["Значение"].replace(',', "."), machine["value"], "{case}/{path}");
                }
                compared += 1;
            }
        }
    }
    assert!(compared > 50, "{compared} rows were compared");
}

#[test]
fn open_data_follow_the_recommendations() {
    let mut sets = 0;
    for case in golden_sites() {
        let files = site(&case);
        let Some(list) = files.get("open-data/list.csv") else { continue };
        let list = csv(list, b',');
        assert_eq!(list[0], ["property", "title", "value", "format"], "{case}");
        assert_eq!(list[1][0], "standardversion", "{case}");
        assert_eq!(list[1][2], "http://opendata.gosmonitor.ru/standard/3.0", "{case}");
        for set in &list[2..] {
            let folder = format!("open-data/{}", set[0]);
            assert!(set[2].ends_with(&format!("/{folder}/meta.csv")) && set[3] == "csv", "{case}: {set:?}");
            check_set(&files, &folder, set);
            sets += 1;
        }
    }
    assert!(sets > 5, "{sets} sets were looked at");
}

/// The passport of a set, and the files that it names.
fn check_set(files: &Tree, folder: &str, listed: &[String]) {
    let meta = csv(&files[&format!("{folder}/meta.csv")], b',');
    assert_eq!(meta[0], ["property", "value"], "{folder}");
    let properties: Vec<&str> = meta[1..].iter().map(|row| row[0].as_str()).collect();
    let (data, structure) = (properties[14], properties[15]);
    let required = [
        "standardversion",
        "identifier",
        "title",
        "description",
        "creator",
        "created",
        "modified",
        "subject",
        "format",
        "valid",
        "publishername",
        "publisherphone",
        "publishermbox",
        "provenance",
        data,
        structure,
    ];
    assert_eq!(properties, required, "{folder}");
    let value: BTreeMap<&str, &str> = meta.iter().map(|row| (row[0].as_str(), row[1].as_str())).collect();
    assert_eq!((value["identifier"], value["title"]), (listed[0].as_str(), listed[1].as_str()), "{folder}");
    // A site may have neither telephone nor mailbox; everything else is always there.
    let empty: Vec<&&str> = value.keys().filter(|it| value[*it].is_empty()).collect();
    assert!(empty.iter().all(|it| it.starts_with("publisher")), "{folder}: {empty:?}");
    let days = ["created", "modified", "valid"].map(|it| value[it]);
    for day in days {
        assert!(jiff::civil::Date::strptime("%Y%m%d", day).is_ok(), "{folder}: {day}");
    }
    assert!(days.is_sorted(), "{folder}: {days:?}");
    assert_eq!(structure, format!("structure-{}", value["created"]), "{folder}");
    assert_eq!(data, format!("data-{}-{structure}", value["modified"]), "{folder}");
    for name in [data, structure] {
        assert!(value[name].starts_with("http") && value[name].ends_with(&format!("/{folder}/{name}.csv")));
    }
    let rows = csv(&files[&format!("{folder}/{data}.csv")], b',');
    let columns = csv(&files[&format!("{folder}/{structure}.csv")], b',');
    assert_eq!(columns[0], ["field name", "english description", "russian description", "format"]);
    let columns: Vec<&String> = columns[1..].iter().map(|row| &row[0]).collect();
    assert_eq!(rows[0].iter().collect::<Vec<_>>(), columns, "{folder}");
    assert!(rows.len() > 1, "{folder}: there are rows");
}

#[test]
fn nothing_in_a_download_is_a_formula() {
    let files = site("escaping");
    let (mut tables, mut workbooks, mut tricks) = (0, 0, 0);
    for (path, bytes) in &files {
        if path.ends_with(".csv") {
            tables += 1;
            let delimiter = if path.ends_with(".excel.csv") { b';' } else { b',' };
            let text = std::str::from_utf8(bytes).expect("UTF-8").trim_start_matches('\u{feff}');
            for cell in csv(text.as_bytes(), delimiter).iter().flatten() {
                let starts = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
                assert!(!starts || cell.parse::<f64>().is_ok(), "{path}: {cell}");
                tricks += usize::from(cell.starts_with("'=HYPERLINK(") || cell.starts_with("'@SUM("));
            }
        } else if path.ends_with(".xlsx") && !path.starts_with("practices/") {
            workbooks += 1;
            let text = String::from_utf8_lossy(&unpacked(bytes)).into_owned();
            assert!(!text.contains("<f>") && !text.contains("<hyperlink"), "{path}");
            if !path.starts_with("open-data/") {
                assert!(text.contains("=HYPERLINK("), "{path}: are the tricks still there?");
            }
        }
    }
    assert!(
        tables > 5 && workbooks == 3 && tricks > 3,
        "{tables} tables, {workbooks} workbooks, {tricks} tricks"
    );
}

#[test]
fn a_workbook_is_ready_to_be_read() {
    let files = site("two-schools");
    let parts = unpacked(&files["programmes/growth/values.xlsx"]);
    let parts = String::from_utf8_lossy(&parts);
    for sheet in ["Значения", "По годам", "Паспорт", "Сноски"] {
        assert!(parts.contains(&format!("<sheet name=\"{sheet}\"")), "{sheet}");
    }
    for what in [
        // The heads stay in sight, the values can be filtered, the heads are repeated on paper.
        "state=\"frozen\"",
        "<autoFilter ref=\"A1:S",
        "_xlnm.Print_Titles",
        // Per cent is a number that looks like per cent: 9 of 26 in school 1.
        "<v>0.346</v>",
        "formatCode=\"0.0%\"",
        // The day of making is the last day of collection.
        "<dcterms:created xsi:type=\"dcterms:W3CDTF\">2024-12-20T00:00:00Z</dcterms:created>",
        ">нет данных<",
        ">не считается<",
        ">Учтён совместитель; было 8 из 26<",
    ] {
        assert!(parts.contains(what), "{what}");
    }
}
