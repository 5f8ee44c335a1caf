// «Мой маршрут»: what is suggested and in which order, the list, its memory, its link, its paper, and that nothing leaves the browser.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { practices } from './data.mjs';
import { fileAddress, launch, serve } from './site.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const ids = (page, list) => page.locator(`${list} .card-title a`).evaluateAll((links) => links.map((link) => link.href.match(/practices\/(.+)\.html/)[1]));
const collected = (page) => ids(page, '#route-list');
const state = (page) => page.locator('#route-state').innerText();
const ready = (page) => page.locator('#route').waitFor();

test('route', async (t) => {
  const browser = await launch(t);
  const root = await serve(t);
  const address = `${root}route.html`;
  const open = async (hash = '', options = {}) => {
    const context = options.context ?? await browser.newContext(options);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(address + hash);
    return page;
  };

  await t.test('suggestions answer the difficulties, those of the subject and those that answer more first', async () => {
    const page = await open();
    await ready(page);
    assert.ok(await page.locator('#route-suggested').isHidden());
    await page.getByRole('combobox', { name: 'Предмет' }).selectOption('math');
    await page.getByRole('checkbox', { name: 'Оценивание' }).check();
    await page.getByRole('checkbox', { name: 'Наставничество' }).check();
    await page.waitForFunction(() => document.querySelectorAll('#route-found .cards li').length > 0);
    const topics = ['assessment', 'mentoring'];
    const expected = practices.filter(({ facets }) => facets.topic.some((id) => topics.includes(id)) && facets.subject.some((id) => ['math', 'any_'].includes(id)));
    await page.waitForFunction((n) => document.getElementById('route-count').textContent.includes(` ${n} `) || document.getElementById('route-count').textContent.includes(`\u00a0${n}\u00a0`), expected.length);
    const shown = await ids(page, '#route-found');
    assert.deepEqual([...shown].sort(), expected.map(({ id }) => id).sort());
    const rank = (id) => {
      const { facets } = practices.find((practice) => practice.id === id);
      return [topics.filter((topic) => facets.topic.includes(topic)).length, Number(facets.subject.includes('math'))];
    };
    const ranks = shown.map(rank);
    const sorted = [...ranks].sort((one, other) => other[0] - one[0] || other[1] - one[1]);
    assert.deepEqual(ranks, sorted);
  });

  await t.test('a route is collected, ordered, remembered, sent as a link and emptied', async () => {
    const context = await browser.newContext();
    const page = await open('#topic=mentoring', { context });
    await ready(page);
    const offered = await ids(page, '#route-found');
    const add = (n) => page.locator('#route-found li').nth(n).getByRole('button', { name: /^В мой маршрут/ }).click();
    for (const n of [0, 1, 2]) {
      await add(n);
      await page.waitForFunction((size) => document.querySelectorAll('#route-list > li').length === size, n + 1);
    }
    assert.deepEqual(await collected(page), offered.slice(0, 3));
    assert.match(await state(page), /^В\sмаршруте/);
    assert.ok(await page.locator('#route-found li').first().getByRole('button').getAttribute('aria-disabled'));
    await page.locator('#route-list > li').nth(2).getByRole('button', { name: /^Выше/ }).click();
    await page.waitForFunction((id) => document.querySelectorAll('#route-list .card-title a')[1].href.includes(id), offered[2]);
    assert.match(await state(page), /2/);
    assert.match(await page.evaluate(() => document.activeElement.ariaLabel), /^Выше/, 'the focus goes with the practice');
    await page.locator('#route-list > li').nth(0).getByRole('button', { name: /^Убрать/ }).click();
    const expected = [offered[2], offered[1]];
    await page.waitForFunction(() => document.querySelectorAll('#route-list > li').length === 2);
    assert.deepEqual(await collected(page), expected);

    const link = await page.inputValue('#route-link');
    assert.ok(link.endsWith(`#topic=mentoring&list=${expected.join(',')}`), link);
    const again = await open('', { context });
    await ready(again);
    assert.deepEqual(await collected(again), expected, 'this browser remembers');
    const colleague = await (await browser.newContext()).newPage();
    await colleague.goto(link);
    await ready(colleague);
    assert.deepEqual(await collected(colleague), expected, 'the link says it all');
    assert.ok(await colleague.getByRole('checkbox', { name: 'Наставничество' }).isChecked());

    await page.getByRole('button', { name: 'Очистить маршрут' }).click();
    await page.waitForFunction(() => document.querySelectorAll('#route-list > li').length === 0);
    assert.match(await state(page), /пуст/);
    await page.getByRole('button', { name: 'Вернуть маршрут' }).click();
    await page.waitForFunction(() => document.querySelectorAll('#route-list > li').length === 2);
    assert.deepEqual(await collected(page), expected);

    // Somebody else's route is shown and replaces one's own only when it is changed.
    const received = await open('#list=math-error-bank', { context });
    await ready(received);
    assert.deepEqual(await collected(received), ['math-error-bank']);
    assert.match(await state(received), /присланный/);
    await received.evaluate(() => { location.hash = 'main'; });
    const mine = await open('', { context });
    await ready(mine);
    assert.deepEqual(await collected(mine), expected);
  });

  await t.test('a practice is taken into the route on its own page', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${root}practices/mentor-observation-protocol.html`);
    await page.getByRole('button', { name: 'Взять в маршрут' }).click();
    await page.getByRole('button', { name: 'В маршруте' }).waitFor();
    await page.locator('.to-route a').click();
    await ready(page);
    assert.deepEqual(await collected(page), ['mentor-observation-protocol']);
  });

  await t.test('nothing that is marked or collected leaves the browser', async () => {
    const page = await open();
    await ready(page);
    const told = [];
    page.on('request', (request) => told.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
    await page.getByRole('checkbox', { name: 'Наставничество' }).check();
    await page.locator('#route-found button', { hasText: 'В мой маршрут' }).first().click();
    await page.locator('#route-list > li').waitFor();
    await page.reload();
    await ready(page);
    assert.ok(told.length > 0);
    assert.deepEqual(told.filter((it) => /mentoring|list=|POST/.test(it.split('#')[0])), []);
  });

  await t.test('what a link asks for and the bank no longer has is said; nothing in it becomes markup', async () => {
    const page = await open('#list=no-such-practice,mentor-observation-protocol,%3Cimg%20src%3Dx%3E&subject=%22%3E%3Cb%3E&topic=__proto__');
    await ready(page);
    assert.deepEqual(await collected(page), ['mentor-observation-protocol']);
    assert.match(await state(page), /больше\sнет/);
    const [earlier] = readFileSync(new URL('../../content/practices/math-error-bank.md', import.meta.url), 'utf8').match(/(?<=aliases = \[")[a-z0-9-]+/);
    const old = await open(`#list=${earlier}`);
    await ready(old);
    assert.deepEqual(await collected(old), ['math-error-bank'], 'an earlier id leads to the practice');
    assert.equal(await page.locator('main img, main b').count(), 0);
  });

  await t.test('the printed route has every practice, a place for the date and the outcome, and no buttons', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'route-'));
    try {
      const page = await open('#topic=mentoring&list=mentor-observation-protocol,route-one-page');
      await ready(page);
      await page.pdf({ path: join(folder, 'route.pdf'), preferCSSPageSize: true });
      const text = execFileSync('pdftotext', ['-layout', join(folder, 'route.pdf'), '-'], { encoding: 'utf8' });
      for (const expected of [/Протокол\s+наблюдения/, /Маршрут\s+на\s+одной\s+странице/, /Срок:/, /Что вышло:/]) assert.match(text, expected);
      for (const absent of [/Скопировать/, /Убрать/, /Подходящие практики/, /Идти по темам/]) assert.doesNotMatch(text, absent);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  await t.test('works from file://', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${fileAddress('route.html')}#topic=mentoring`);
    await ready(page);
    await page.locator('#route-found button', { hasText: 'В мой маршрут' }).first().click();
    await page.locator('#route-list > li').waitFor();
  });

  await t.test('without JavaScript the topics lead the same way', async () => {
    const page = await open('', { javaScriptEnabled: false });
    assert.ok(await page.locator('#route').isHidden());
    await page.locator('#route-topics a', { hasText: 'Наставничество' }).click();
    await page.waitForURL(/mentoring/);
    assert.ok(await page.locator('a[href*="practices/"]').count() > 1);
  });

  for (const [width, colorScheme] of [[320, 'light'], [1280, 'dark']]) {
    await t.test(`axe and reflow at ${width} px, ${colorScheme}`, async () => {
      const page = await open('#subject=math&topic=mentoring&list=mentor-observation-protocol,route-one-page', { viewport: { width, height: 800 }, colorScheme, bypassCSP: true });
      await ready(page);
      await page.locator('#route-found li').first().waitFor();
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => axe.run());
      assert.deepEqual(violations.map((it) => `${it.id}: ${it.nodes[0].html}`), []);
    });
  }
});
