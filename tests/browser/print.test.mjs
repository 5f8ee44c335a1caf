// Paper: A4, the whole text, no navigation.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { byKind, fileAddress, launch, none } from './site.mjs';

// Hyphenation and line ends differ between paper and screen; letters and digits do not.
const letters = (text) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

test('paper', async (t) => {
  const browser = await launch(t);
  const folder = mkdtempSync(join(tmpdir(), 'metodbank-print-'));
  t.after(() => rmSync(folder, { recursive: true }));

  for (const name of [byKind.practice[0], byKind.practice.at(-1), byKind.indicator[0], byKind.indicator.at(-1)]) {
    await t.test(name, async () => {
      const page = await browser.newPage();
      await page.goto(fileAddress(name));
      const path = join(folder, 'page.pdf');
      await page.pdf({ path, preferCSSPageSize: true });
      const info = execFileSync('pdfinfo', [path], { encoding: 'utf8' });
      assert.match(info, /Page size:\s+59[45][\d.]* x 84[12][\d.]* pts/, 'A4');
      const paper = letters(execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }));

      const told = await page.evaluate(() => {
        document.querySelectorAll('.sr').forEach((it) => it.remove());
        const texts = (selector) => [...document.querySelectorAll(selector)].map((it) => it.textContent);
        return {
          kept: texts('main :is(h1, h2, h3, p, li, dt, dd, td, th):not(:is(.toc, .neighbours, .periods, .downloads) *, .periods, :has(p, ul, ol, dl, table))'),
          dropped: texts('nav :is(ul, ol), .skip, .low-vision, .neighbours'),
        };
      });
      const kept = told.kept.filter((it) => letters(it));
      assert.ok(kept.length > 20, 'enough text to compare');
      none(kept.filter((it) => !paper.includes(letters(it))).map((it) => [name, `paper lost «${it.trim()}»`]));
      assert.ok(told.dropped.length > 3, 'the screen has navigation');
      none(told.dropped.filter((it) => letters(it) && paper.includes(letters(it))).map((it) => [name, `navigation on paper: «${it.trim()}»`]));
    });
  }
});
