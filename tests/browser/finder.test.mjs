// The finder of the bank: facets that combine, their counts, the address, the keyboard, what is heard.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { practices } from './data.mjs';
import { fileAddress, launch, serve } from './site.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// Chance that is the same in every run (Mulberry32).
function chance(seed) {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

const valuesOf = (facet) => [...new Set(practices.flatMap((practice) => practice.facets[facet]))].sort();
const fits = (practice, chosen) => Object.entries(chosen).every(([facet, values]) => values.some((value) => practice.facets[facet].includes(value)));
const counted = (chosen) => practices.filter((practice) => fits(practice, chosen)).length;
const hashOf = (chosen) => Object.entries(chosen).map(([facet, values]) => `${facet}=${values.join(',')}`).join('&');

const settled = (page) => page.waitForFunction(() => !document.getElementById('found').ariaBusy, null, { timeout: 15_000 });
async function choose(page, hash) {
  await page.evaluate((hash) => new Promise((done) => {
    addEventListener('popstate', () => done(), { once: true });
    location.hash = hash;
  }), hash);
  await settled(page);
}
const said = (page) => page.locator('#count').innerText();
const numberOf = (text) => (/^Ничего/.test(text) ? 0 : Number(text.match(/\d+/)[0]));
const shown = (page) => page.locator('#found .cards a[href*="practices/"]').evaluateAll((links) => links.map((link) => link.href.match(/practices\/(.+)\.html/)[1]));

test('finder', async (t) => {
  const browser = await launch(t);
  const root = await serve(t);
  const bank = `${root}bank.html`;
  const open = async (address = bank, options = {}) => {
    const page = await (await browser.newContext(options)).newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(address);
    return page;
  };

  await t.test('200 random combinations: every count is what the data say', async () => {
    const page = await open();
    const random = chance(3);
    const facets = Object.keys(practices[0].facets);
    let empty = 0;
    for (let turn = 0; turn < 200; turn++) {
      const chosen = {};
      for (let n = 1 + random(3); n > 0; n--) {
        const facet = facets[random(facets.length)];
        const values = valuesOf(facet);
        chosen[facet] = [...new Set(Array.from({ length: 1 + random(2) }, () => values[random(values.length)]))].sort();
      }
      await choose(page, hashOf(chosen));
      const expected = counted(chosen);
      if (!expected) empty += 1;
      assert.equal(numberOf(await said(page)), expected, hashOf(chosen));
      const offered = await page.locator('.choice').evaluateAll((labels) => labels.map((label) => {
        const box = label.querySelector('input');
        return [box.name, box.value, Number(label.querySelector('.count').textContent), box.checked];
      }));
      assert.equal(offered.length, facets.reduce((sum, facet) => sum + valuesOf(facet).length, 0));
      for (const [facet, value, count, checked] of offered) {
        assert.equal(count, counted({ ...chosen, [facet]: [value] }), `${facet}=${value} among ${hashOf(chosen)}`);
        assert.equal(checked, chosen[facet]?.includes(value) ?? false, `${facet}=${value} at ${hashOf(chosen)}`);
      }
      for (const id of await shown(page)) assert.ok(fits(practices.find((it) => it.id === id), chosen), `${id} at ${hashOf(chosen)}`);
    }
    assert.ok(empty > 10 && empty < 150, `${empty} of 200 combinations are empty`);
  });

  await t.test('boxes are checked and unchecked, and the list follows', async () => {
    const page = await open();
    const whole = await said(page);
    await page.locator('.facet summary', { hasText: 'Предмет' }).click();
    await page.getByRole('checkbox', { name: /^Математика/ }).check();
    await settled(page);
    assert.equal(numberOf(await said(page)), counted({ subject: ['math'] }));
    assert.match(page.url(), /#subject=math$/);
    await page.getByRole('checkbox', { name: /^Физика/ }).check();
    await settled(page);
    assert.equal(numberOf(await said(page)), counted({ subject: ['math', 'physics'] }));
    await page.locator('.facet summary', { hasText: 'Уровень' }).click();
    await page.getByRole('checkbox', { name: /^Старшая школа/ }).check();
    await settled(page);
    assert.equal(numberOf(await said(page)), counted({ subject: ['math', 'physics'], level: ['secondary'] }));
    const ids = await shown(page);
    assert.equal(new Set(ids).size, Math.min(10, numberOf(await said(page))));
    await page.getByRole('button', { name: 'Убрать условие: Математика' }).click();
    await settled(page);
    assert.equal(numberOf(await said(page)), counted({ subject: ['physics'], level: ['secondary'] }));
    await page.getByRole('button', { name: 'Сбросить всё' }).click();
    await settled(page);
    assert.equal(await said(page), whole);
    assert.equal(page.url(), bank);
    assert.ok(await page.locator('#listed').isVisible());
  });

  await t.test('Back and Forward walk over the choices, and a sent address shows the same', async () => {
    const page = await open();
    const whole = await said(page);
    await page.locator('.facet summary', { hasText: 'Тема' }).click();
    await page.getByRole('checkbox', { name: /^Наставничество/ }).check();
    await settled(page);
    const topic = await said(page);
    await page.fill('#search-words', 'наблюдение');
    await page.waitForURL(/q=/);
    await settled(page);
    const [narrow, ids] = [await said(page), await shown(page)];
    assert.notEqual(narrow, topic);
    const friend = await open(page.url());
    await settled(friend);
    assert.equal(await said(friend), narrow);
    assert.deepEqual(await shown(friend), ids);
    assert.equal(await friend.inputValue('#search-words'), 'наблюдение');
    for (const [step, expected] of [['goBack', topic], ['goBack', whole], ['goForward', topic], ['goForward', narrow]]) {
      await page[step]();
      await settled(page);
      await page.waitForFunction((text) => document.getElementById('count').textContent === text, expected);
    }
    await page.locator('#found a').first().click();
    await page.waitForURL(/practices\//);
    await page.goBack();
    await page.waitForFunction((text) => document.getElementById('count').textContent === text, narrow);
  });

  await t.test('anchors of the page are no choice, and a choice in the middle of a word keeps the word', async () => {
    const page = await open(`${bank}#subject=math&q=урок`);
    await settled(page);
    const narrow = await said(page);
    await page.evaluate(() => { location.hash = 'main'; });
    await page.locator('header a', { hasText: 'Поиск' }).click();
    await page.waitForFunction(() => document.activeElement.id === 'search-words');
    await settled(page);
    assert.equal(await said(page), narrow);
    await page.goto('about:blank');
    await page.goto(bank);
    await page.locator('.facet summary', { hasText: 'Предмет' }).click();
    const box = page.getByRole('checkbox', { name: /^Математика/ });
    await box.waitFor();
    await page.fill('#search-words', 'урок');
    await box.check();
    await settled(page);
    assert.equal(await page.inputValue('#search-words'), 'урок');
    assert.match(decodeURIComponent(page.url()), /#subject=math&q=урок$/);
    await page.evaluate(() => { location.hash = 'utm=1'; });
    await page.locator('#listed').waitFor();
  });

  await t.test('the keyboard alone is enough', async () => {
    const page = await open();
    await page.focus('#search-words');
    const focused = () => page.evaluate(() => (document.activeElement.closest('label') ?? document.activeElement).innerText.trim());
    const tabTo = async (pattern) => {
      for (let n = 0; n < 80; n++) {
        await page.keyboard.press('Tab');
        if (pattern.test(await focused())) return;
      }
      assert.fail(`the keyboard does not reach ${pattern}`);
    };
    await tabTo(/^Предмет/);
    await page.keyboard.press('Enter');
    await page.locator('.choice:visible').first().waitFor();
    await tabTo(/^Химия/);
    await page.keyboard.press('Space');
    await settled(page);
    assert.match(await focused(), /^Химия/, 'the focus stays');
    assert.equal(numberOf(await said(page)), counted({ subject: ['chemistry'] }));
    await tabTo(/^Химия ×/);
    await page.keyboard.press('Enter');
    await settled(page);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'search-words', 'the focus is not lost with the button');
    await page.keyboard.type('наставник');
    await page.keyboard.press('Enter');
    await settled(page);
    for (let n = 0; n < 80 && !await page.evaluate(() => document.activeElement.closest('#found a')); n++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/(practices|topics|bank)\//);
  });

  await t.test('controls have names, groups have names, and the number found is said aloud', async () => {
    const page = await open();
    await page.getByRole('searchbox', { name: 'Найти практику' }).waitFor();
    await page.getByRole('search').waitFor();
    await page.evaluate(() => {
      window.heard = [];
      new MutationObserver(() => window.heard.push(document.getElementById('heard').textContent))
        .observe(document.querySelector('main [role=status]'), { childList: true, characterData: true, subtree: true });
    });
    await page.locator('.facet summary', { hasText: 'Предмет' }).click();
    const group = page.getByRole('group', { name: 'Предмет', exact: true });
    await group.getByRole('checkbox').first().waitFor();
    const boxes = await group.getByRole('checkbox').count();
    assert.equal(boxes, valuesOf('subject').length);
    await group.getByRole('checkbox', { name: `Химия ${counted({ subject: ['chemistry'] })}`, exact: true }).check();
    await settled(page);
    await page.getByRole('group', { name: 'Выбранные условия' }).getByRole('button', { name: 'Убрать условие: Химия' }).waitFor();
    const plain = (text) => text.replace(/\s/g, ' ');
    await page.waitForFunction(() => window.heard.length > 0);
    assert.deepEqual((await page.evaluate(() => window.heard)).map(plain), [plain(await said(page))]);
    await page.locator('#search-words').pressSequentially('ыуфщъ', { delay: 60 });
    await settled(page);
    await page.waitForFunction(() => window.heard.length > 1);
    assert.deepEqual((await page.evaluate(() => window.heard)).slice(1).map(plain), [plain(await said(page))], 'while a word is typed nothing is said');
  });

  await t.test('when nothing is found the nearest ways out are offered, and they lead where they say', async () => {
    const page = await open(`${bank}#subject=chemistry&level=preschool&q=наставник`);
    await settled(page);
    assert.match(await said(page), /^Ничего\sне\sнайдено/);
    const ways = page.locator('.loosen li');
    const promised = Number((await ways.first().innerText()).match(/— найден[ао]\s(\d+)/)[1]);
    await ways.first().locator('button').click();
    await settled(page);
    assert.equal(numberOf(await said(page)), promised);
    // Here no single condition is to blame: two have to go.
    await choose(page, 'subject=chemistry&level=preschool&q=ыуфщъ');
    assert.match(await ways.first().innerText(), / \+ /);
    await ways.first().locator('button').click();
    await settled(page);
    assert.ok(numberOf(await said(page)) > 0);
  });

  for (const [where, address] of [['file://', fileAddress('bank.html')], ['http://', bank]]) {
    await t.test(`facets, search and Back work from ${where}`, async () => {
      const page = await open(address);
      const whole = await said(page);
      await page.locator('.facet summary', { hasText: 'Кому' }).click();
      await page.locator('.choice input:visible').first().waitFor();
      await page.getByRole('checkbox', { name: /^Молодые/ }).first().check();
      await settled(page);
      assert.equal(numberOf(await said(page)), counted({ audience: ['young'] }));
      await page.fill('#search-words', 'план');
      await page.waitForURL(/q=/);
      await settled(page);
      assert.ok(await page.locator('#found mark').count() > 0, 'words are marked');
      await page.goBack();
      await page.goBack();
      await page.waitForFunction((text) => document.getElementById('count').textContent === text, whole);
    });
  }

  await t.test('without JavaScript every choice leads to its list', async () => {
    const page = await open(bank, { javaScriptEnabled: false });
    assert.ok(await page.locator('#search').isHidden());
    const links = await page.locator('.facet a.chip').evaluateAll((all) => all.map((a) => [a.getAttribute('href'), Number(a.querySelector('.count').textContent)]));
    const expected = Object.keys(practices[0].facets).flatMap((facet) => valuesOf(facet).map((value) => [`bank/${facet}/${value}.html`, counted({ [facet]: [value] })]));
    assert.deepEqual(links.sort(), expected.sort());
    await page.locator('.facet summary').first().click();
    await page.locator('.facet a.chip:visible').first().click();
    assert.equal(numberOf(await said(page)), links.find(([href]) => page.url().endsWith(href))[1]);
  });

  for (const [width, colorScheme] of [[320, 'light'], [360, 'dark'], [1280, 'light']]) {
    await t.test(`axe and reflow with results, with open facets, with nothing found, at ${width} px, ${colorScheme}`, async () => {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, bypassCSP: true });
      const page = await context.newPage();
      for (const hash of ['#q=наставничество', '#topic=mentoring&level=basic', '#subject=chemistry&level=preschool']) {
        await page.goto('about:blank');
        await page.goto(bank + hash);
        await settled(page);
        for (const summary of await page.locator('.facet summary').all()) await summary.click();
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${hash}: no sideways scroll`);
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => axe.run());
        assert.deepEqual(violations.map((it) => `${it.id}: ${it.nodes[0].html}`), [], hash);
      }
    });
  }
});
