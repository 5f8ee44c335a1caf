// Every download of the site, opened by LibreOffice: the numbers that come back are the numbers of the JSON.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import test from 'node:test';
import { SITE, files, none, text } from './site.mjs';

/** The rows of a CSV text; quoted cells may hold separators, quotes and line ends. */
function rows(csv, separator) {
  const cell = new RegExp(`("(?:[^"]|"")*"|[^${separator}\\r\\n]*)(${separator}|\\r?\\n|$)`, 'gy');
  const all = [[]];
  for (const [, raw, end] of csv.matchAll(cell)) {
    if (end === '' && raw === '' && all.at(-1).length === 0) break;
    all.at(-1).push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end !== separator) {
      if (end === '') break;
      all.push([]);
    }
  }
  return all.filter((row) => row.length > 1 || row[0]);
}

/** The rows below the head, by its names. */
function named([head, ...body]) {
  return body.map((row) => Object.fromEntries(head.map((name, place) => [name, row[place]])));
}

/** What a JSON file says, one entry a row. */
function values(name) {
  return JSON.parse(text(name)).indicators.flatMap((indicator) => indicator.values.map((value) => ({ ...value, measure: indicator.measure })));
}

// Comma, quotes, UTF-8; cells as they are kept and not as they are shown; every sheet.
const OUT = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';
// Separator and language of a file that is read: English for machines, Russian for the Excel dialect.
const IN = { '.excel.csv': 'CSV:59,34,76,1,,1049,false,true', '.csv': 'CSV:44,34,76,1,,1033,false,true' };

/** Converts files of the site; gives the converted texts of each: one a sheet. */
function convert(work, names, infilter) {
  const out = join(work, 'out');
  const folders = new Map();
  // Files of one name from several folders would overwrite each other: one run of LibreOffice a folder.
  for (const name of names) {
    const folder = name.slice(0, name.lastIndexOf('/'));
    folders.set(folder, [...(folders.get(folder) ?? []), name]);
  }
  const converted = new Map();
  for (const list of folders.values()) {
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out);
    const filter = infilter ? [`--infilter=${infilter}`] : [];
    execFileSync('soffice', [`-env:UserInstallation=file://${join(work, 'profile')}`, '--headless', ...filter,
      '--convert-to', OUT, '--outdir', out, ...list.map((name) => join(SITE, name))], { stdio: 'ignore', timeout: 300_000 });
    const made = readdirSync(out);
    for (const name of list) {
      const stem = basename(name).replace(/\.[^.]+$/, '');
      const sheets = made.filter((file) => file.startsWith(`${stem}-`) || file === `${stem}.csv`);
      converted.set(name, Object.fromEntries(sheets.map((file) => [file.slice(stem.length + 1, -4), readFileSync(join(out, file), 'utf8')])));
    }
  }
  return converted;
}

const number = (cell) => (cell === '' ? null : Number(cell.replace(',', '.')));
const near = (one, other) => Math.abs(one - other) < 1e-9;

/** Compares the rows of one sheet with JSON; `columns` names value, numerator and denominator, `unit` stands behind a per cent. */
function compare(name, sheet, expected, [value, numerator, denominator], unit) {
  const bad = [];
  if (sheet.length !== expected.length) return [[name, `${sheet.length} rows, ${expected.length} in JSON`]];
  expected.forEach((row, place) => {
    const got = sheet[place];
    const cell = row.measure === 'share' && row.value !== null && got[value].endsWith(unit) ? got[value].slice(0, got[value].length - unit.length) : got[value];
    if (typeof row.value === 'number' && !near(number(cell), row.value)) bad.push([name, place, got[value], row.value]);
    if (row.value === null && number(got[value]) === 0) bad.push([name, place, 'a gap became a zero']);
    if (row.numerator !== null && number(got[numerator]) !== row.numerator) bad.push([name, place, got[numerator], row.numerator]);
    if (row.denominator !== null && number(got[denominator]) !== row.denominator) bad.push([name, place, got[denominator], row.denominator]);
  });
  return bad;
}

test('downloads', async (t) => {
  const work = mkdtempSync(join(tmpdir(), 'metodbank-downloads-'));
  t.after(() => rmSync(work, { recursive: true, force: true }));
  const stems = files.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5));
  const russian = ['Значение', 'Числитель', 'Знаменатель'];

  await t.test('workbooks', (t) => {
    const bad = [];
    const opened = convert(work, stems.map((stem) => `${stem}.xlsx`));
    for (const stem of stems) {
      const sheets = opened.get(`${stem}.xlsx`);
      for (const sheet of ['Значения', 'Паспорт', 'Сноски']) if (!sheets[sheet]) bad.push([stem, `no sheet «${sheet}»`]);
      if (sheets['Значения']) bad.push(...compare(`${stem}.xlsx`, named(rows(sheets['Значения'], ',')), values(`${stem}.json`), russian, '%'));
    }
    t.diagnostic(`${stems.length} workbooks`);
    assert.ok(stems.length > 18);
    none(bad);
  });

  await t.test('CSV for Excel', () => {
    const bad = [];
    const opened = convert(work, stems.map((stem) => `${stem}.excel.csv`), IN['.excel.csv']);
    for (const stem of stems) {
      const [sheet] = Object.values(opened.get(`${stem}.excel.csv`));
      bad.push(...compare(`${stem}.excel.csv`, named(rows(sheet, ',')), values(`${stem}.json`), russian, ''));
    }
    none(bad);
  });

  await t.test('CSV for machines', () => {
    const bad = [];
    const opened = convert(work, stems.map((stem) => `${stem}.csv`), IN['.csv']);
    for (const stem of stems) {
      const [sheet] = Object.values(opened.get(`${stem}.csv`));
      bad.push(...compare(`${stem}.csv`, named(rows(sheet, ',')), values(`${stem}.json`), ['value', 'numerator', 'denominator'], ''));
    }
    none(bad);
  });
});
