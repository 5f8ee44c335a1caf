// Every address on every page leads somewhere, and every page can be reached.
import assert from 'node:assert/strict';
import test from 'node:test';
import { base, files, launch, moved, none, pages, parse, target, text, unlisted } from './site.mjs';

test('links', async (t) => {
  const found = await parse(await launch(t), [...pages, ...moved]);
  const feeds = files.filter((name) => /\.(xml|svg)$/.test(name));
  const others = await parse(await launch(t), feeds);

  await t.test('every internal link and anchor resolves', (t) => {
    const bad = [];
    let internal = 0;
    for (const [page, { links }] of [...found, ...others]) {
      for (const { element, name, value } of links) {
        const to = target(page, value);
        if (!to) continue;
        internal += 1;
        const link = `<${element} ${name}="${value}">`;
        if (!to.atRoot || !files.includes(to.name)) bad.push([page, `${link} leads to no file`]);
        else if (/^\w+=/.test(to.fragment)) {
          // The finder's own state: one value of a facet, which has a list of its own.
          if (!files.includes(`bank/${to.fragment.replace('=', '/')}.html`)) bad.push([page, `${link} names no list`]);
        } else if (to.fragment && !found.get(to.name)?.ids.includes(to.fragment)) bad.push([page, `${link} names no id of ${to.name}`]);
      }
    }
    t.diagnostic(`${internal} internal links on ${pages.length} pages and in ${feeds.length} other files`);
    assert.ok(internal > pages.length);
    none(bad);
  });

  await t.test('links inside the site are relative; only 404.html counts from the root of the host', () => {
    const bad = [];
    for (const [page, { links }] of found) {
      for (const { element, name, value } of links) {
        const fixed = value.startsWith('/') || (value.startsWith(base.href) && !(element === 'link' && name === 'href'));
        if (fixed !== (page === '404.html' && !value.startsWith('#') && target(page, value) !== null)) bad.push([page, value]);
      }
    }
    none(bad);
  });

  await t.test('other links have a known scheme', () => {
    const bad = [];
    for (const [page, { links }] of found) {
      for (const { value } of links) {
        if (!target(page, value) && !/^(https?:\/\/[^/]|mailto:[^?]+@|tel:\+?[\d().-]+$)/.test(value)) bad.push([page, value]);
      }
    }
    none(bad);
  });

  await t.test('every page is reachable from home', () => {
    const seen = new Set(['index.html']);
    for (const page of seen) {
      for (const link of found.get(page).anchors) {
        const to = target(page, link);
        if (to && found.has(to.name)) seen.add(to.name);
      }
    }
    none(pages.filter((page) => !seen.has(page) && !unlisted.includes(page)).map((page) => [page, 'no way from home']));
  });

  await t.test('the sitemap lists every page that is to be found, the feeds are well-formed', async () => {
    for (const [name, { broken }] of others) assert.equal(broken, '', name);
    const listed = [...text('sitemap.xml').matchAll(/<loc>([^<]+)<\/loc>/g)].map((it) => target('index.html', it[1])?.name);
    assert.deepEqual(listed.sort(), pages.filter((page) => !unlisted.includes(page)));
  });
});
