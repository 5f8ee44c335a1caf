// The site is complete without JavaScript and from a folder on disk; the script adds the search and nothing else.
import assert from 'node:assert/strict';
import test from 'node:test';
import { fileAddress, launch, moved, samples, serve, text } from './site.mjs';

const words = (page) => page.evaluate(() => {
  document.querySelectorAll('#search, .combine, .route, .to-route').forEach((node) => node.remove());
  return document.querySelector('main').innerText.replace(/\s+/g, ' ').trim();
});

test('without scripts', async (t) => {
  const browser = await launch(t);
  const root = await serve(t);

  await t.test('pages say the same without JavaScript', async () => {
    const bare = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    const full = await (await browser.newContext()).newPage();
    for (const name of samples) {
      await bare.goto(root + name);
      await full.goto(root + name);
      const text = await words(bare);
      assert.ok(text.length > 100, `${name} says nothing: «${text}»`);
      assert.equal(text, await words(full), name);
    }
  });

  await t.test('an earlier address leads to the page, from file:// too', async () => {
    assert.ok(moved.length > 0, 'the demonstration has one');
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    for (const name of moved) {
      const [, to] = text(name).match(/content="0; url=([^"]+)"/);
      for (const address of [fileAddress(name), root + name]) {
        const there = page.waitForURL(new URL(to, address).href, { timeout: 15_000 });
        await page.goto(address).catch(() => { /* the page was left before it had come */ });
        await there;
      }
    }
  });

  for (const width of [360, 1280]) {
    await t.test(`from file:// without JavaScript at ${width} px: home, bank, practice and back, monitoring, indicator and back`, async () => {
      const page = await (await browser.newContext({ javaScriptEnabled: false, viewport: { width, height: 800 } })).newPage();
      const at = (pattern) => page.waitForURL(new RegExp(`^${fileAddress('')}/?${pattern}\\.html$`), { timeout: 15_000 });
      const menu = async (href) => {
        if (width < 800) await page.locator('summary:visible', { hasText: 'Меню' }).click();
        await page.locator(`header nav a[href$="${href}"]:visible`).click();
      };
      const follow = async (href) => {
        const link = page.locator(`main a[href*="${href}"]:visible`).first();
        const name = (await link.innerText()).trim();
        await link.click();
        return name;
      };
      await page.goto(fileAddress('index.html'));
      await menu('bank.html');
      await at('bank');
      const practice = await follow('practices/');
      await at('practices/[^/]+');
      assert.equal(await page.locator('h1').innerText(), practice);
      await page.goBack();
      await at('bank');
      await menu('monitoring.html');
      await at('programmes/[^/]+/monitoring');
      await follow('indicators/');
      await at('programmes/[^/]+/indicators/[^/]+');
      assert.ok(await page.locator('svg.chart:visible').count() > 0, 'a chart');
      await page.locator('.crumbs a').first().click();
      await at('index');
      await page.goBack();
      await at('programmes/[^/]+/indicators/[^/]+');
    });
  }
});
