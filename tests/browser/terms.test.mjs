// A term of the glossary is explained where a text first uses it: by mouse and keyboard, without JavaScript, at any width.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import test from 'node:test';
import { fileAddress, launch, none, pages, text } from './site.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const explaining = pages.filter((page) => text(page).includes('popovertarget='));
const open = ':popover-open';

test('terms', async (t) => {
  const browser = await launch(t);

  await t.test('each is explained once in a text, outside headings, links and code, and its note leads to the glossary', async () => {
    const page = await browser.newPage();
    const bad = [];
    for (const name of explaining) {
      await page.goto(fileAddress(name));
      bad.push(...await page.evaluate(() => [...document.querySelectorAll('button.term')].flatMap((button) => {
        const note = document.getElementById(button.getAttribute('popovertarget'));
        const faults = [];
        if (button.closest('h1, h2, h3, h4, a, code, pre, th') || !button.closest('.prose')) faults.push('stands in a wrong place');
        if (document.querySelectorAll(`[id="${note.id}"]`).length > 1) faults.push('is explained twice');
        if (!note.querySelector(`a[href$="glossary.html#${note.id}"]`)) faults.push('does not lead to the glossary');
        return faults.map((fault) => `«${button.textContent}» ${fault}`);
      })).then((faults) => faults.map((fault) => [name, fault])));
    }
    assert.ok(explaining.length > 20, 'texts explain terms');
    none(bad);
  });

  for (const width of [320, 1280]) {
    await t.test(`a note opens from the keyboard without JavaScript, fits the window and closes at ${width} px`, async () => {
      const context = await browser.newContext({ javaScriptEnabled: false, reducedMotion: 'reduce', viewport: { width, height: 700 } });
      const page = await context.newPage();
      for (const name of explaining.slice(0, 12)) {
        await page.goto(fileAddress(name));
        for (const button of await page.locator('button.term').all()) {
          await button.focus();
          await page.keyboard.press('Enter');
          const box = await page.locator(open).boundingBox();
          const place = `${name}: ${JSON.stringify(box)}`;
          assert.ok(box.x >= 0 && box.x + box.width <= width && box.y >= 0 && box.y + box.height <= 700, place);
          await page.keyboard.press('Tab');
          assert.equal(await page.locator(`${open} a:focus`).count(), 1, `${name}: the next stop is the link of the note`);
          await page.keyboard.press('Escape');
          assert.equal(await page.locator(open).count(), 0, name);
        }
      }
    });
  }

  for (const colorScheme of ['light', 'dark']) {
    await t.test(`axe finds nothing in an open note, ${colorScheme}`, async () => {
      const page = await (await browser.newContext({ bypassCSP: true, colorScheme, viewport: { width: 360, height: 700 } })).newPage();
      await page.goto(fileAddress(explaining[0]));
      await page.locator('button.term').first().click();
      await page.addScriptTag({ content: axe });
      const { violations } = await page.evaluate(() => window.axe.run(document.querySelector('.prose')));
      none(violations.map(({ id, nodes }) => [explaining[0], `${id}: ${nodes[0].html}`]));
    });
  }

  await t.test('on paper there are no notes', async () => {
    const page = await browser.newPage();
    await page.goto(fileAddress(explaining[0]));
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.term-note:visible').count(), 0);
  });
});
