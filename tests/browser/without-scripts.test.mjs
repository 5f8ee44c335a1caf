// The site is complete without JavaScript and from a folder on disk; the script adds the search and nothing else.
import assert from 'node:assert/strict';
import test from 'node:test';
import { fileAddress, launch, moved, samples, serve, text } from './site.mjs';

const words = (page) => page.evaluate(() => {
  document.getElementById('search')?.remove();
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

  for (const [kind, address] of [['file://', fileAddress('bank.html')], ['http://', `${root}bank.html`]]) {
    await t.test(`the search works from ${kind}`, async () => {
      const page = await (await browser.newContext()).newPage();
      await page.goto(address);
      await page.fill('#search-words', 'наставник');
      const results = page.locator('#search-found a');
      await results.first().waitFor({ timeout: 15_000 });
      assert.ok(await results.count() > 0);
      assert.match(await page.locator('#search-state').innerText(), /\d+/);
      const title = await results.first().innerText();
      await results.first().click();
      await page.waitForURL(/\/practices\//, { timeout: 15_000 });
      assert.equal(await page.locator('h1').innerText(), title);
    });

    await t.test(`nothing typed into the search becomes markup (${kind})`, async () => {
      const attack = '"><img src=x onerror=alert(1)>';
      const page = await (await browser.newContext()).newPage();
      const dialogs = [];
      page.on('dialog', (dialog) => { dialogs.push(dialog.message()); dialog.dismiss(); });
      // A picture that is inserted and removed at once has still asked for its file.
      const asked = [];
      page.on('request', (request) => { if (request.url().endsWith('/x')) asked.push(request.url()); });
      const typed = async () => {
        await page.fill('#search-words', `наставник ${attack}`);
        await page.keyboard.press('Enter');
      };
      for (const send of [typed, () => page.goto(`${address}?q=${encodeURIComponent(attack)}`)]) {
        await page.goto(address);
        const images = await page.locator('img').count();
        await send();
        await page.waitForFunction(() => /\S/.test(document.getElementById('search-state').textContent));
        await page.waitForTimeout(500);
        assert.ok((await page.inputValue('#search-words')).includes(attack), 'the query arrived');
        assert.equal(await page.locator('img').count(), images, 'no new picture');
        assert.equal(await page.locator('[onerror]').count(), 0, 'no event handler');
      }
      assert.deepEqual(dialogs, []);
      assert.deepEqual(asked, [], 'the picture of the attack was asked for');
    });
  }
});
