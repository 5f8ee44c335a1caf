// A large bank (examples/corpus): what a first query costs on a phone, and that lists, facets and the route work.
// `LARGE` names its folder; the limits for the bytes of a query are those of the project's plan.
import assert from 'node:assert/strict';
import test from 'node:test';
import { gzipSync } from 'node:zlib';
import { createServer } from 'node:http';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './site.mjs';

const SITE = process.env.LARGE;
const settled = (page) => page.waitForFunction(() => !document.getElementById('found').ariaBusy, null, { timeout: 60_000 });
const said = async (page) => Number((await page.locator('#count').innerText()).replace(/(\d)\s(?=\d)/g, '$1').match(/\d+/)?.[0] ?? 0);

// As a host that compresses would serve it.
async function serve(t) {
  const server = createServer((request, response) => {
    const file = join(SITE, new URL(request.url, 'http://localhost').pathname);
    if (!existsSync(file)) return response.writeHead(404).end();
    const type = { html: 'text/html; charset=utf-8', js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' }[file.split('.').pop()];
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' });
    return response.end(gzipSync(readFileSync(file)));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  t.after(() => new Promise((done) => { server.closeAllConnections(); server.close(done); }));
  return `http://127.0.0.1:${server.address().port}/`;
}

// A phone on a slow mobile network, as Lighthouse throttles it: 150 ms there and back, 1.6 Mbit/s, a processor four times slower.
async function phone(browser) {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  page.setDefaultTimeout(60_000);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 1.6 * 1024 * 128, uploadThroughput: 750 * 128 });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const moved = { bytes: 0, files: 0 };
  const search = new Set();
  session.on('Network.requestWillBeSent', ({ requestId, request }) => { if (request.url.includes('/search/')) search.add(requestId); });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!search.has(requestId)) return;
    moved.bytes += encodedDataLength;
    moved.files += 1;
  });
  return { page, moved };
}

test('a large bank', { skip: !SITE && 'LARGE does not name a built site' }, async (t) => {
  const browser = await launch(t);
  const root = await serve(t);
  const practices = readdirSync(join(SITE, 'practices')).filter((name) => name.endsWith('.html')).length;
  const limit = practices > 1000 ? 300_000 : 100_000;

  await t.test(`a first query moves at most ${limit / 1000} KB at ${practices} practices`, async (t) => {
    for (const query of ['наставник', 'рефлексия на уроке', 'чтение', 'диагностка', 'ыуфщъ']) {
      const { page, moved } = await phone(browser);
      await page.goto(`${root}bank.html`);
      await page.waitForLoadState('networkidle');
      const asked = Date.now();
      await page.locator('#search-words').pressSequentially(query, { delay: 90 });
      await page.keyboard.press('Enter');
      await settled(page);
      const seconds = ((Date.now() - asked) / 1000).toFixed(1);
      const found = await said(page);
      const first = moved.bytes;
      await page.waitForLoadState('networkidle');
      t.diagnostic(`«${query}»: ${found} found; results after ${seconds} s and ${(first / 1000).toFixed(0)} KB, with snippets ${(moved.bytes / 1000).toFixed(0)} KB in ${moved.files} files`);
      assert.ok(moved.bytes > 0 && moved.bytes <= limit, `${query}: ${moved.bytes} bytes`);
      assert.equal(found > 0, query !== 'ыуфщъ', query);
      await page.close();
    }
  });

  await t.test('facets combine, and the last page of every list is there', async (t) => {
    const { page } = await phone(browser);
    await page.goto(`${root}bank.html`);
    const whole = await said(page);
    assert.equal(whole, practices);
    const lists = await page.locator('.facet a.chip').evaluateAll((all) => all.map((a) => [a.getAttribute('href'), Number(a.querySelector('.count').textContent)]));
    for (const [href, count] of lists) {
      const pages = Math.ceil(count / 24);
      const last = pages > 1 ? href.replace('.html', `/page-${pages}.html`) : href;
      assert.ok(existsSync(join(SITE, last)), last);
    }
    const asked = Date.now();
    await page.locator('.facet summary').first().click();
    await page.locator('.choice:visible input').first().check();
    await settled(page);
    t.diagnostic(`${lists.length} lists; the first choice is shown after ${((Date.now() - asked) / 1000).toFixed(1)} s`);
    assert.equal(await said(page), lists[0][1]);
    const again = Date.now();
    await page.locator('.facet summary').nth(1).click();
    await page.locator('.choice:visible input').last().check();
    await settled(page);
    t.diagnostic(`the second after ${((Date.now() - again) / 1000).toFixed(1)} s`);
    const narrow = await said(page);
    assert.ok(narrow > 0 && narrow < lists[0][1]);
    if (narrow <= 10) return;
    await page.locator('#found .more:visible').first().click();
    await page.waitForFunction((n) => document.querySelectorAll('#found .cards > li').length === n, Math.min(20, narrow));
  });

  await t.test('the route suggests and keeps', async (t) => {
    const { page } = await phone(browser);
    await page.goto(`${root}route.html`);
    await page.locator('#route').waitFor();
    const asked = Date.now();
    await page.locator('.choices input').first().check();
    await page.locator('#route-found li').first().waitFor();
    t.diagnostic(`suggestions after ${((Date.now() - asked) / 1000).toFixed(1)} s`);
    await page.locator('#route-found button').first().click();
    await page.locator('#route-list > li').waitFor();
  });
});
