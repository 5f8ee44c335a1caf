// The search: what it finds, in which order, how it is shown, and that nothing typed becomes markup.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { gzipSync } from 'node:zlib';
import { practices } from './data.mjs';
import { fileAddress, launch, serve } from './site.mjs';

// Written from the texts of the bank before the search was tuned. `expect`: all of them stand among the first five
// practices, with `any` at least one; `expect_href`: the page is among the three that are shown of its kind.
const queries = JSON.parse(readFileSync(new URL('queries.json', import.meta.url), 'utf8'));

const settled = (page) => page.waitForFunction(() => !document.getElementById('found').ariaBusy, null, { timeout: 15_000 });
async function ask(page, query) {
  await page.fill('#search-words', query);
  await page.keyboard.press('Enter');
  await settled(page);
}
const links = (page, selector) => page.locator(selector).evaluateAll((all) => all.map((a) => a.getAttribute('href')));
const said = async (page) => (await page.locator('#count').innerText()).replace(/\s/g, ' ');

test('search', async (t) => {
  const browser = await launch(t);
  const root = await serve(t);
  const bank = `${root}bank.html`;
  const open = async (address = bank) => {
    const page = await (await browser.newContext()).newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(address);
    return page;
  };

  await t.test(`${queries.length} queries find what they should: recall among the first five`, async (t) => {
    assert.ok(queries.length >= 60);
    const page = await open();
    const missed = [];
    let sum = 0;
    for (const { text, expect = [], expect_href: hrefs = [], any } of queries) {
      await ask(page, text);
      const first = (await links(page, '#found .cards a[href^="practices/"]')).slice(0, 5);
      const others = await links(page, '#found .found a');
      const wanted = [...expect.map((id) => `practices/${id}.html`), ...[hrefs].flat()];
      const found = wanted.filter((href) => first.includes(href) || others.includes(href));
      const recall = any ? Number(found.length > 0) : found.length / wanted.length;
      sum += recall;
      if (recall < 1) missed.push(`«${text}»: ${wanted.filter((href) => !found.includes(href)).join(', ')}`);
    }
    const recall = sum / queries.length;
    t.diagnostic(`recall@5 ${recall.toFixed(4)}; missed: ${missed.join('; ') || 'nothing'}`);
    assert.ok(recall >= 0.95, missed.join('\n'));
  });

  await t.test('the stem of every word of every practice is a word of the index: both stemmers agree', async () => {
    const page = await open();
    const [lost, all] = await page.evaluate(async (practices) => {
      const own = window.metodbank;
      const start = await own.load('start');
      const [names] = await own.load('names');
      const stop = start.stop.split(' ');
      // Every stem with its entries, unfolded here once more.
      const index = new Map();
      for (let file = 0; file < start.words.length; file++) {
        let before = '';
        for (const item of (await own.load(`words/${file}`)).split(' ').filter(Boolean)) {
          const [, shared, rest, entries] = item.match(/^(.)([\p{Alphabetic}\p{N}]*)(.*)$/u);
          before = before.slice(0, parseInt(shared, 36)) + rest;
          index.set(before, new Set(entries.split(/[^0-9A-Za-z]/).slice(1).flatMap(own.numbers)));
        }
      }
      const lost = [];
      let all = 0;
      for (const { id, words } of practices) {
        for (const word of words.filter((word) => !stop.includes(own.plain(word)))) {
          all += 1;
          if (!index.get(own.stem(word))?.has(names.split(' ').indexOf(id))) lost.push(`${id}: ${word}`);
        }
      }
      return [lost, all];
    }, practices.map(({ id, text }) => ({
      id,
      // Words of paragraphs: no addresses, no code, no headings of tables to be careful with.
      words: [...new Set(text.split('\n').filter((line) => /^[А-ЯЁ]/.test(line)).join(' ')
        .replace(/\]\([^)]*\)|`[^`]*`/g, ' ').match(/[А-Яа-яЁё]{3,30}/g) ?? [])]
        .map((word, n) => (n % 2 ? word.toUpperCase() : word.toLowerCase())),
    })));
    assert.deepEqual(lost, []);
    assert.ok(all > 3000, `${all} words`);
  });

  await t.test('what was done to a query is said in plain words', async () => {
    const page = await open();
    for (const [query, remark] of [['наставнечество', /показаны похожие\.$/], ['наставник ыуфщъ', /показано, где есть часть из них\.$/], ['наставник', /(практик|практика|практики|материал|материала|материалов) ?(сайта)?\.$/]]) {
      await ask(page, query);
      assert.match(await said(page), remark);
      assert.doesNotMatch(await said(page), /undefined|[*#]/);
    }
    const whole = await page.evaluate(() => document.getElementById('listed').hidden);
    await ask(page, 'на');
    assert.ok(whole && await page.locator('#listed').isVisible(), 'small words alone are no query');
  });

  await t.test('results are marked, a text that matches shows its line, and kinds stand apart', async () => {
    const page = await open();
    await ask(page, 'наставничество');
    assert.match(await said(page), /^Найден[ао] \d+ практик[аи]?, ещё \d+ материал/);
    assert.ok((await page.locator('#found .cards mark').allInnerTexts()).some((word) => /наставник/i.test(word)), 'other suffixes are marked too');
    const kinds = await page.locator('#found > h2').allInnerTexts();
    for (const kind of ['Показатели', 'Рекомендации', 'Документы', 'Термины']) assert.ok(kinds.includes(kind), `${kind} among ${kinds}`);
    await ask(page, 'воронка');
    const snippet = page.locator('#found .snippet').first();
    await snippet.waitFor();
    assert.match(await snippet.innerText(), /^В\sтексте: .*[Вв]оронка/);
    assert.ok(await snippet.locator('mark').count() > 0);
  });

  await t.test('more results come on demand and take the focus', async () => {
    const page = await open();
    await ask(page, 'урок');
    const cards = page.locator('#found > .cards > li');
    const before = await cards.count();
    await page.locator('#found > .cards + .more').click();
    await page.waitForFunction((n) => document.querySelectorAll('#found > .cards > li').length > n, before);
    assert.equal(await page.evaluate(() => [...document.querySelectorAll('#found > .cards > li')].indexOf(document.activeElement.closest('li'))), before);
  });

  await t.test('a first query moves few bytes', async (t) => {
    const page = await open();
    let [bytes, files] = [0, 0];
    page.on('response', async (response) => {
      if (!response.url().includes('/search/')) return;
      files += 1;
      bytes += gzipSync(await response.body()).length;
    });
    await ask(page, 'наставничество молодых педагогов');
    await page.waitForLoadState('networkidle');
    t.diagnostic(`${files} files, ${bytes} bytes compressed`);
    assert.ok(bytes > 0 && bytes <= 100_000);
  });

  await t.test('after a publication, old files of a cache are not mixed with new ones', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    let old = 0;
    await page.route('**/search/start.js', async (route) => {
      const response = await route.fetch();
      old += 1;
      await route.fulfill({ response, body: (await response.text()).replace(/"[0-9a-f]{8}"/, '"00000000"') });
    });
    await page.goto(`${bank}#q=наставник`);
    await settled(page);
    assert.equal(old, 1);
    assert.ok(await page.locator('#found .cards > li').count() > 0, 'the files are asked for again, past the cache');
    await ask(page, 'рефлексия');
    assert.ok(await page.locator('#found .cards > li').count() > 0, 'and later queries work');
  });

  await t.test('an answer that is no script of ours is a failure, not a wait', async () => {
    const page = await open();
    await page.route('**/search/words/**', (route) => route.fulfill({ contentType: 'text/javascript', body: '/* a page of a captive portal */' }));
    await ask(page, 'наставник');
    assert.match(await said(page), /^Поиск не загрузился/);
  });

  await t.test('a search that does not load says so and leaves the list', async () => {
    const page = await open();
    await page.route('**/search/**', (route) => route.abort());
    await ask(page, 'наставник');
    assert.match(await said(page), /^Поиск не загрузился/);
    assert.ok(await page.locator('#listed').isVisible());
  });

  for (const [where, address] of [['file://', fileAddress('bank.html')], ['http://', bank]]) {
    await t.test(`a result opens the practice (${where})`, async () => {
      const page = await open(address);
      await ask(page, 'наставник');
      const title = page.locator('#found .cards a').first();
      const name = await title.innerText();
      await title.click();
      await page.waitForURL(/\/practices\//);
      assert.equal(await page.locator('h1').innerText(), name);
    });

    await t.test(`nothing typed and nothing in the address becomes markup (${where})`, async () => {
      const attacks = [
        '"><img src=x onerror=alert(1)>', '<svg onload=alert(1)>', '\u0001"><script>alert(1)</script>', 'наставник <b id=evil>', "');alert(1)//",
      ];
      const page = await open(address);
      const dialogs = [];
      page.on('dialog', (dialog) => { dialogs.push(dialog.message()); dialog.dismiss(); });
      // A picture that is inserted and removed at once has still asked for its file.
      const asked = [];
      page.on('request', (request) => { if (/\/x$/.test(request.url())) asked.push(request.url()); });
      for (const attack of attacks) {
        const ways = [
          () => ask(page, attack),
          () => page.goto(`${address}#q=${encodeURIComponent(attack)}`),
          () => page.goto(`${address}#subject=${encodeURIComponent(attack)}&q=наставник`),
          () => page.goto(`${address}#${encodeURIComponent(attack)}=math&__proto__=x&constructor=y`),
          () => page.goto(`${address}#subject=math,${encodeURIComponent(attack)}`),
        ];
        for (const way of ways) {
          await page.goto('about:blank');
          await page.goto(address);
          const before = await page.locator('img, svg[onload], script:not([src]), #evil').count();
          await way();
          await settled(page);
          assert.equal(await page.locator('img, svg[onload], script:not([src]), #evil').count(), before, attack);
        }
      }
      assert.deepEqual([dialogs, asked], [[], []]);
    });
  }
});
