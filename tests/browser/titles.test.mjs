// Each of the eighteen indicators of the order has a page of its own, under its full title, with a chart.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { byKind, launch, parse } from './site.mjs';

const passports = new URL('../../data/programmes/professional-development/indicators.toml', import.meta.url);

test('titles of indicators', async (t) => {
  const titles = readFileSync(passports, 'utf8').split('[[indicator]]').slice(1)
    .map((passport) => passport.match(/^title = "(.*)"$/m)?.[1]);
  assert.equal(titles.length, 18);
  const found = await parse(await launch(t), byKind.indicator);
  for (const title of titles) {
    await t.test(title, () => {
      const own = [...found.values()].filter((page) => page.headings.length === 1 && page.headings[0] === title);
      assert.equal(own.length, 1, 'pages with this title as their only h1');
      assert.ok(own[0].charts >= 1, 'inline charts');
    });
  }
});
