// Tables: sorted by their heads, heads and first column in sight, totals at the end; whole without scripts.
import assert from 'node:assert/strict';
import test from 'node:test';
import { byKind, fileAddress, launch, text } from './site.mjs';

const script = text('assets/tables.js');
const styles = ['data', 'tables', 'style'].map((name) => text(`assets/${name}.css`)).join('\n');

/** A page with one table: heads, then rows of the HTML of their cells; a row that starts with «Всего» is a total. */
async function tabled(page, heads, rows) {
  const cells = (row) => row.map((cell, place) => (place ? `<td>${cell}</td>` : `<th scope="row">${cell}</th>`)).join('');
  const body = rows.map((row) => `<tr${row[0] === 'Всего' ? ' class="total"' : ''}>${cells(row)}</tr>`).join('');
  await page.setContent(`<html lang="ru"><style>${styles}</style><div class="table-scroll" tabindex="0" role="region" aria-label="Таблица"><table><caption>Таблица</caption>
    <thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>${body}</tbody></table></div></html>`);
  await page.addScriptTag({ content: script });
}

const column = (page, place) => page.locator('tbody tr').evaluateAll((rows, place) => rows.map((row) => row.cells[place].innerText.split('\n')[0].trim()), place);
const head = (page, name) => page.getByRole('columnheader', { name }).first();
const press = (page, name) => head(page, name).getByRole('button').click();

/** The cells of one column as they stand after one, two and three presses. */
async function sorted(page, cells) {
  await tabled(page, ['Имя', 'Проба'], cells.map((cell, place) => [`строка ${place}`, cell]));
  const found = [];
  for (let turn = 0; turn < 3; turn++) {
    await press(page, 'Проба');
    found.push(await column(page, 1));
  }
  return found;
}

const badge = (key, words) => `<span class="badge badge-${key}">${words}</span>`;

test('tables', async (t) => {
  const browser = await launch(t);
  const page = await browser.newPage();
  page.setDefaultTimeout(10_000);

  // Each list stands in rising order; what has no value stands behind the bar and last either way.
  const cases = {
    'per cent with a comma': [['0 %', '5 %', '9,9 %', '65,0 %', '65,4 %', '100 %'], ['нет данных', 'скрыто']],
    'groups of digits': [['999', '1\u00a0000', '12\u202f345', '1\u00a0234\u00a0567'], []],
    'true minus and plus': [['\u221212,5 п. п.', '\u22122,4 п. п.', '0 п. п.', '+4,8 п. п.', '+11,9 п. п.'], ['']],
    'numerator of denominator': [['0 из 4', '3 из 42', '5 из 8', '5 из 12', '10 из 11'], ['не считается']],
    'years': [['2021', '2022', '2024'], []],
    'words with numbers in them': [['не хватает 1 человека', 'не хватает 3 человек', 'не хватает 13 человек'], ['']],
    'names of things by number': [['2. Маршруты', '12. Наставники', '13. Поддержка'], []],
    'schools by number': [['Школа № 2', 'Школа № 9', 'Школа № 10'], []],
    'Russian letters': [['ёж', 'ёлка', 'ель', 'жук'], []],
  };
  for (const [name, [rising, last]] of Object.entries(cases)) {
    await t.test(`sorts ${name}`, async () => {
      const given = [...last, ...rising].reverse();
      const [up, down, own] = await sorted(page, given);
      assert.deepEqual(up, [...rising, ...[...last].reverse()]);
      assert.deepEqual(down, [...[...rising].reverse(), ...[...last].reverse()]);
      assert.deepEqual(own, given, 'the third press brings the own order back');
    });
  }

  await t.test('statuses go from the best to the worst, what was not judged last', async () => {
    const rising = [['reached', 'цель достигнута'], ['on-the-way', 'на пути к цели'], ['behind', 'отстаёт от цели'], ['far-behind', 'сильно отстаёт']];
    const last = [['too-few', 'мало данных для оценки'], ['no-target', 'цель не задана']];
    const [up, down] = await sorted(page, [...last, ...rising].map(([key, words]) => badge(key, words)).reverse());
    const words = (list) => list.map(([, words]) => words);
    assert.deepEqual(up, [...words(rising), ...words(last).reverse()]);
    assert.deepEqual(down, [...words(rising).reverse(), ...words(last).reverse()]);
  });

  await t.test('a key of its own goes before the text', async () => {
    await tabled(page, ['Имя', 'Месяц'], [['а', 'март'], ['б', 'июль'], ['в', 'январь']]);
    await page.evaluate(() => ['2025-03-01', '2025-07-01', '2025-01-01'].forEach((key, place) => { document.querySelector('tbody').rows[place].cells[1].dataset.sort = key; }));
    await press(page, 'Месяц');
    assert.deepEqual(await column(page, 1), ['январь', 'март', 'июль']);
  });

  await t.test('equal rows keep their order, totals stay last, notes move with their cells', async () => {
    const rows = [['в', '2 %<small class="cell-note">9 из 450</small>'], ['а', '1 %<sup>1</sup>'], ['б', '2 %'], ['г', '10 %<small class="cell-note">1 из 10</small>'], ['Всего', '0 %']];
    await tabled(page, ['Имя', 'Доля'], rows);
    await press(page, 'Доля');
    assert.deepEqual(await column(page, 0), ['а', 'в', 'б', 'г', 'Всего']);
    await press(page, 'Доля');
    assert.deepEqual(await column(page, 0), ['г', 'в', 'б', 'а', 'Всего']);
    assert.equal(await page.locator('tbody tr').nth(1).locator('small').innerText(), '9 из 450');
    assert.equal(await page.locator('tbody tr').nth(3).locator('sup').innerText(), '1');
  });

  await t.test('two rows are not worth sorting', async () => {
    await tabled(page, ['Имя', 'Доля'], [['а', '1 %'], ['б', '2 %'], ['Всего', '3 %']]);
    assert.equal(await page.getByRole('button').count(), 0);
  });

  await t.test('from file://, by the keyboard: one head at a time says how the table is sorted', async () => {
    const page = await browser.newPage();
    await page.goto(fileAddress('organisations.html'));
    const before = await column(page, 0);
    const button = head(page, 'Педагогов').getByRole('button');
    await button.focus();
    await page.keyboard.press('Enter');
    assert.equal(await head(page, 'Педагогов').getAttribute('aria-sort'), 'ascending');
    assert.ok(await button.evaluate((it) => it === document.activeElement), 'focus stays');
    await page.keyboard.press('Space');
    assert.equal(await head(page, 'Педагогов').getAttribute('aria-sort'), 'descending');
    await press(page, 'Отстаёт');
    assert.equal(await page.locator('table').first().locator('[aria-sort]').count(), 1);
    const behind = await page.locator('table').first().locator('tbody tr').evaluateAll((rows) => rows.map((row) => Number(row.cells[4].innerText)));
    assert.deepEqual(behind, [...behind].sort((a, b) => a - b));
    await press(page, 'Отстаёт');
    await press(page, 'Отстаёт');
    assert.equal(await page.locator('[aria-sort]').count(), 0);
    assert.deepEqual(await column(page, 0), before);
    await page.close();
  });

  await t.test('heads and the first column stay in sight at 320 px, and the page does not move sideways', async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    await page.goto(fileAddress(byKind.organisation[0]));
    // Twenty indicators with long names.
    await page.evaluate(() => {
      const body = document.querySelector('tbody');
      while (body.rows.length < 20) body.append(body.rows[0].cloneNode(true));
      [...body.rows].forEach((row) => { row.cells[0].firstElementChild.textContent = 'Доля педагогических работников, освоивших дополнительные профессиональные программы'; });
    });
    const box = page.locator('.table-scroll').first();
    await box.evaluate((it) => it.scrollTo(200, 300));
    const seen = await box.evaluate((it) => {
      const { left, top, width } = it.getBoundingClientRect();
      const row = it.querySelector('tbody tr:nth-child(12) th').getBoundingClientRect();
      const corner = it.querySelector('thead th').getBoundingClientRect();
      const other = it.querySelector('thead th:nth-child(3)').getBoundingClientRect();
      return {
        scrolled: [it.scrollLeft, it.scrollTop], row: row.left - left, part: row.width / width,
        corner: [corner.left - left, corner.top - top], other: other.top - top,
        page: document.documentElement.scrollWidth,
      };
    });
    assert.deepEqual(seen.scrolled, [200, 300]);
    assert.ok(Math.abs(seen.row) < 1, 'the head of a row stays on the left');
    assert.ok(seen.part < 0.6, `the first column leaves room: ${seen.part}`);
    assert.ok(seen.corner.every((it) => Math.abs(it) < 1) && Math.abs(seen.other) < 1, 'the heads stay on top');
    assert.equal(seen.page, 320);
    await page.close();
  });

  await t.test('without scripts a table stands whole, without buttons', async () => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(fileAddress('organisations.html'));
    assert.equal(await page.locator('.table-scroll button').count(), 0);
    assert.ok(await page.locator('tbody tr').count() > 20);
  });
});
