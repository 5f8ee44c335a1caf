// What a reader meets in the browser: accessibility, reflow, legible charts, a quiet console, weight.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { byKind, files, launch, none, pages, parse, samples, serve, size, text, unmatched, isSmall, piecesOfText } from './site.mjs';

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const russian = JSON.parse(readFileSync(require.resolve('axe-core/locales/ru.json'), 'utf8'));
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const openAll = (page) => page.evaluate(() => document.querySelectorAll('details').forEach((it) => { it.open = true; }));

const lowVision = (page, on) => page.evaluate((value) => { document.getElementById('low-vision').checked = value; }, on);

/** Violations of the page as it stands. */
async function judge(page) {
  if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(async ([locale, values]) => {
    window.axe.configure({ locale });
    return window.axe.run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
  }, [russian, rules]);
  assert.ok(passes.length > 5, 'axe has judged the page');
  return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')} — ${node.failureSummary.replace(/\s+/g, ' ')}`));
}

/** Texts of the visible charts: height on the screen, and whether they leave the window or cover each other. */
const chartTexts = (page) => page.evaluate(() => [...document.querySelectorAll('svg.chart')].flatMap((svg) => {
  const texts = [...svg.querySelectorAll('text')].filter((it) => it.getClientRects().length).flatMap((it) => {
    const { c, d } = it.getScreenCTM();
    const px = parseFloat(getComputedStyle(it).fontSize) * Math.hypot(c, d);
    return window.piecesOf(it).map(({ words, box }) => ({ words, px, box }));
  });
  return texts.map(({ words, px, box }, place) => ({
    words,
    px,
    outside: box.left < 0 || box.right > document.documentElement.clientWidth,
    covers: texts.slice(place + 1).filter((it) => Math.min(box.right, it.box.right) - Math.max(box.left, it.box.left) > 2
      && Math.min(box.bottom, it.box.bottom) - Math.max(box.top, it.box.top) > 5).map((it) => it.words),
  }));
}));

test('pages', async (t) => {
  const browser = await launch(t);
  const root = await serve(t);

  await t.test('every kind of page has a page, every page is of one kind', () => none(unmatched));

  for (const colorScheme of ['light', 'dark']) {
    for (const width of [360, 1280]) {
      // Every page once; the other three ways to look at it on the pages that stand for their kind.
      const names = width === 360 && colorScheme === 'light' ? pages : samples;
      await t.test(`axe: ${names.length} pages at ${width} px, ${colorScheme}`, { skip: isSmall }, async () => {
        const page = await (await browser.newContext({ bypassCSP: true, colorScheme, viewport: { width, height: 800 } })).newPage();
        const bad = [];
        for (const name of names) {
          await page.goto(root + name);
          await openAll(page);
          bad.push(...(await judge(page)).map((it) => [name, it]));
        }
        none(bad);
      });
    }
  }

  await t.test('axe: the low-vision version', { skip: isSmall }, async () => {
    const page = await (await browser.newContext({ bypassCSP: true, colorScheme: 'dark', viewport: { width: 1280, height: 800 } })).newPage();
    const bad = [];
    for (const kind of ['home', 'bank', 'practice', 'indicator', 'evidence']) {
      await page.goto(root + byKind[kind][0]);
      await page.check('#low-vision');
      await openAll(page);
      bad.push(...(await judge(page)).map((it) => [kind, it]));
    }
    none(bad);
  });

  // The policy of the page stays in force here, so what it forbids shows as an error in the console.
  const wide = [];
  const noise = [];
  const foreign = [];
  const small = [];
  const crowded = [];
  let texts = 0;
  await t.test(`a visit to each of ${pages.length} pages at 320 and 360 px`, async (t) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 800 } });
    await context.addInitScript(piecesOfText);
    const page = await context.newPage();
    let name = '';
    page.on('console', (it) => { if (['error', 'warning'].includes(it.type())) noise.push([name, it.text()]); });
    page.on('pageerror', (error) => noise.push([name, String(error)]));
    page.on('requestfailed', (request) => {
      // «Aborted» is the visit's own doing: it went on to the next page before the icon of this one had come.
      const why = request.failure()?.errorText;
      if (why !== 'net::ERR_ABORTED') noise.push([name, `${request.url()} ${why}`]);
    });
    context.on('request', (request) => { if (!/^(data:|blob:)/.test(request.url()) && !request.url().startsWith(root)) foreign.push([name, request.url()]); });
    for (name of pages) {
      await page.goto(root + name);
      for (const [state, change] of [
        ['as it comes', () => {}],
        ['with all details open', () => openAll(page)],
        ['in the low-vision version', () => lowVision(page, true)],
      ]) {
        await change();
        const width = await page.evaluate(() => document.scrollingElement.scrollWidth);
        if (width > 320) wide.push([name, `${state}: ${width} px`]);
      }
      await lowVision(page, false);
      const charts = await page.locator('svg.chart').count();
      if (!charts) continue;
      for (const width of [320, 360]) {
        await page.setViewportSize({ width, height: 800 });
        const found = await chartTexts(page);
        texts += found.length;
        if (!found.length) small.push([name, `no text in ${charts} charts at ${width} px`]);
        for (const it of found) {
          if (it.px < 11) small.push([name, `${width} px: «${it.words}» ${it.px.toFixed(1)} px`]);
          if (it.outside) crowded.push([name, `${width} px: «${it.words}» leaves the window`]);
          if (it.covers.length) crowded.push([name, `${width} px: «${it.words}» covers «${it.covers.join('», «')}»`]);
        }
      }
      await page.setViewportSize({ width: 320, height: 800 });
    }
    t.diagnostic(`${texts} texts in charts`);
    assert.ok(texts > 0);
  });
  await t.test('no page scrolls sideways at 320 px', () => none(wide));
  await t.test('the console stays empty', () => none(noise));
  await t.test('no request leaves the site', () => none(foreign));
  await t.test('text in charts is at least 11 px high', () => none(small));
  await t.test('texts in charts stay in the window and do not cover each other', () => none(crowded));

  await t.test('a wrong address deep in the site shows the styled page 404', async () => {
    const page = await browser.newPage();
    const response = await page.goto(`${root}no/such/page.html`);
    assert.equal(response.status(), 404);
    assert.ok(await page.evaluate(() => document.styleSheets[0].cssRules.length > 10));
  });

  await t.test('no inline script, style, event handler, javascript: address or frame', async () => {
    const found = await parse(browser, files.filter((name) => /\.(html|svg|xml)$/.test(name)));
    const bad = [...found].flatMap(([name, { active }]) => active.map((it) => [name, it]));
    none(bad);
  });

  await t.test('pages, styles and scripts keep their budgets', (t) => {
    const loaded = (page, pattern) => [...text(page).matchAll(pattern)].reduce((sum, [, name]) => sum + size(name), 0);
    const heaviest = (what, pattern) => pages
      .map((page) => [`${what} of ${page}`, 30, loaded(page, pattern)])
      .reduce((worst, row) => (row[2] > worst[2] ? row : worst));
    const rows = [
      heaviest('styles', /<link rel="stylesheet" href="(?:\.\.\/|\/)*([^"]+)"/g),
      heaviest('scripts', /<script src="(?:\.\.\/|\/)*([^"]+)"/g),
      ...byKind.practice.map((name) => [name, 60, size(name)]),
      ...byKind.indicator.map((name) => [name, 100, size(name)]),
    ];
    t.diagnostic(rows.slice(0, 2).concat([rows[2]], [rows.at(-byKind.indicator.length)]).map(([what, limit, bytes]) => `${what} ${(bytes / 1000).toFixed(1)} of ${limit} KB`).join(', '));
    for (const [what, , bytes] of rows) assert.ok(bytes > 0, `${what} exist`);
    none(rows.filter(([, limit, bytes]) => bytes > limit * 1000).map(([what, limit, bytes]) => [what, `${bytes} bytes, the budget is ${limit} KB`]));
    assert.ok(text('index.html').includes('assets/style.css'));
  });
});
