// Paper: A4, no navigation; a practice on one sheet with a code that leads back, or whole where the reader says so; an
// organisation on two.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { byKind, fileAddress, launch, none } from './site.mjs';

// Hyphenation and line ends differ between paper and screen; letters and digits do not.
const letters = (text) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** What a camera reads in a picture. */
function decoded(png) {
  const { data, width, height } = PNG.sync.read(png);
  return jsQR(new Uint8ClampedArray(data), width, height)?.data;
}

/** Prints a page; tells its size, its number of sheets, its words, and what a camera reads on the first sheet. */
async function printed(page, folder) {
  const path = join(folder, 'page.pdf');
  await page.pdf({ path, preferCSSPageSize: true });
  const info = execFileSync('pdfinfo', [path], { encoding: 'utf8' });
  assert.match(info, /Page size:\s+59[45][\d.]* x 84[12][\d.]* pts/, 'A4');
  return {
    sheets: Number(info.match(/Pages:\s+(\d+)/)[1]),
    words: letters(execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' })),
    code: () => {
      execFileSync('pdftoppm', ['-r', '150', '-png', '-singlefile', path, join(folder, 'sheet')]);
      return decoded(readFileSync(join(folder, 'sheet.png')));
    },
  };
}

/** Texts of the page by selector, without what only a listener hears and what opens only when asked. */
const texts = (page, selector) => page.evaluate((selector) => {
  const copy = document.body.cloneNode(true);
  copy.querySelectorAll('.sr, .term-note').forEach((it) => it.remove());
  return [...copy.querySelectorAll(selector)].map((it) => it.textContent);
}, selector);

const navigation = 'nav :is(ul, ol), .skip, .head-tools, .neighbours, .to-route, .print-choice';

function compare(name, { words }, kept, dropped) {
  none(kept.filter((it) => letters(it) && !words.includes(letters(it))).map((it) => [name, `paper lost «${it.trim()}»`]));
  none(dropped.filter((it) => letters(it) && words.includes(letters(it))).map((it) => [name, `on paper: «${it.trim()}»`]));
}

test('paper', async (t) => {
  const browser = await launch(t);
  const folder = mkdtempSync(join(tmpdir(), 'metodbank-print-'));
  t.after(() => rmSync(folder, { recursive: true }));

  await t.test('a practice is one sheet, and its code leads to its address', async () => {
    const page = await browser.newPage();
    const card = 'h1, .lead, .monday-steps li, .effort dd, .monday-lists > div:not(.downloads) li, #risks + ul li, .evidence > .level strong, .evidence .met, .adoptions li:nth-child(-n+3) > *, .cite div p:first-child, .foot-operator h2';
    const steps = [];
    for (const name of byKind.practice) {
      await page.goto(fileAddress(name));
      const paper = await printed(page, folder);
      assert.equal(paper.sheets, 1, name);
      const kept = await texts(page, card);
      steps.push(...await texts(page, '.monday-steps li'));
      compare(name, paper, kept, await texts(page, `${navigation}, .prose h2 + p, #related`));
      assert.equal(paper.code(), await page.getAttribute('link[rel=canonical]', 'href'), name);
    }
    assert.ok(steps.length > byKind.practice.length, 'enough text to compare');
    await page.close();
  });

  await t.test('an organisation is two sheets at most, and no number of it is lost', async () => {
    const page = await browser.newPage();
    assert.ok(byKind.organisation.length > 20, 'enough organisations');
    for (const name of byKind.organisation) {
      await page.goto(fileAddress(name));
      const paper = await printed(page, folder);
      assert.ok(paper.sheets <= 2, `${name}: ${paper.sheets} sheets`);
      // The findings repeat in sentences what the table says in numbers; of a practice the title is enough.
      const kept = await texts(page, 'h1, h2:not(#findings), .lead, .measure, dt, dd, caption, th, td, .notes li, .gaps, .advice-card :is(h3, p), .practice-card h3, .list li');
      assert.ok(kept.filter(letters).length > 40, `${name}: enough text to compare`);
      compare(name, paper, kept, await texts(page, `${navigation}, .found h2`));
    }
    await page.close();
  });

  for (const name of [byKind.practice[0], byKind.practice.at(-2), byKind.indicator[0], byKind.indicator.at(-1)]) {
    await t.test(`${name}, whole`, async () => {
      const page = await browser.newPage();
      await page.goto(fileAddress(name));
      if (byKind.practice.includes(name)) await page.check('#print-whole');
      const paper = await printed(page, folder);
      const hidden = '.toc, .neighbours, .periods, .downloads, .to-route, .print-choice';
      const kept = await texts(page, `main :is(h1, h2, h3, p, li, dt, dd, td, th):not(:is(${hidden}) *, ${hidden}, :has(p, ul, ol, dl, table))`);
      assert.ok(kept.filter(letters).length > 20, 'enough text to compare');
      const dropped = await texts(page, navigation);
      assert.ok(dropped.length > 3, 'the screen has navigation');
      compare(name, paper, kept, dropped);
      await page.close();
    });
  }

  for (const colorScheme of ['light', 'dark']) {
    await t.test(`the code on a ${colorScheme} screen`, async () => {
      const page = await browser.newPage({ colorScheme, viewport: { width: 360, height: 800 }, deviceScaleFactor: 3 });
      for (const name of [byKind.practice[0], byKind.practice.at(-1)]) {
        await page.goto(fileAddress(name));
        const code = decoded(await page.locator('.qr').screenshot());
        assert.equal(code, await page.getAttribute('link[rel=canonical]', 'href'), name);
      }
      await page.close();
    });
  }
});
