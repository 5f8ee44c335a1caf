// What a reader can make out in the charts: size and places of texts, contrast, tones without colour, and the same numbers in words.
//
// The rules:
// - a text is at least 11 px high, stands 4.5 : 1 off its background, and covers no other text of its drawing;
//   light shades of a heat map carry nothing by themselves: the number stands in the cell, and a bar under what is met;
// - a mark stands 3 : 1 off its background by its fill or its outline; grid lines and the tracks behind bars say nothing
//   that a text does not say, so they may be lighter;
// - marks of different tone in one drawing differ without hue: by lightness (1.5 : 1), pattern, dashes, or twice the thickness;
// - every number written at a mark stands in the drawing's description or in a table of the page.
import assert from 'node:assert/strict';
import test from 'node:test';
import { launch, none, pages, serve, text, piecesOfText } from './site.mjs';

const charted = pages.filter((name) => text(name).includes('<svg class="chart '));

/** What is wrong with the charts of the page as it stands, and how much was looked at. */
function judge() {
  const channels = (colour) => {
    const [r, g, b, a = 1] = (colour.match(/[\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
    return [r, g, b, a];
  };
  const over = (colour, below, opacity = 1) => {
    const [r, g, b, a] = channels(colour);
    return [r, g, b].map((it, i) => it * a * opacity + below[i] * (1 - a * opacity));
  };
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((it) => (it / 255 <= 0.04045 ? it / 255 / 12.92 : ((it / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  const paperOf = (element) => {
    for (let it = element; it; it = it.parentElement) {
      const colour = getComputedStyle(it).backgroundColor;
      if (channels(colour)[3] === 1) return over(colour, [255, 255, 255]);
    }
    return [255, 255, 255];
  };
  const holds = (box, { x, y }) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
  const middle = (box) => ({ x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 });
  const isNone = (paint) => paint === 'none' || paint.startsWith('url(') || channels(paint)[3] === 0;
  /** The fill of the topmost of the elements that lies under a place, on paper. */
  const below = (elements, place, paper) => {
    const under = elements.filter((it) => holds(it.getBoundingClientRect(), place)).at(-1);
    return under ? over(getComputedStyle(under).fill, paper) : paper;
  };
  /** What a text of a heat map may stand on: the dark shade, or paper and any of the light ones. */
  const shades = (svg, text, paper) => {
    const fills = (selector) => [...svg.querySelectorAll(selector)].map((it) => over(getComputedStyle(it).fill, paper));
    return text.matches('.heat-poor-text') ? fills('.heat.poor') : [paper, ...fills('.heat:not(.poor)')];
  };
  // Groups of three stand apart by spaces that do not break.
  const numbers = (words) => words.replace(/(?<=\d)[\u00a0\u202f](?=\d{3})/g, '').match(/\d+(?:,\d+)?/g) ?? [];

  const bad = [];
  let texts = 0;
  let marks = 0;
  const tables = [...document.querySelectorAll('td, th')].flatMap((it) => numbers(it.textContent));
  for (const svg of document.querySelectorAll('svg.chart')) {
    if (!svg.getClientRects().length) continue;
    const paper = paperOf(svg);
    const all = (selector) => [...svg.querySelectorAll(selector)].filter((it) => !it.closest('defs'));
    const bars = all('rect').filter((it) => !isNone(getComputedStyle(it).fill));
    const said = new Set([...numbers(svg.querySelector('desc').textContent), ...tables]);
    // Cells of a heat map are rounded to whole numbers, their table is not.
    const rounded = new Set([...said].map((it) => String(Math.round(parseFloat(it.replace(',', '.'))))));

    const written = all('text').flatMap((it) => window.piecesOf(it).map((piece) => ({ it, ...piece, style: getComputedStyle(it) })));
    texts += written.length;
    written.forEach(({ it, words, box, style }, place) => {
      const { c, d } = it.getScreenCTM();
      const px = parseFloat(style.fontSize) * Math.hypot(c, d);
      if (px < 11) bad.push(`«${words}» is ${px.toFixed(1)} px high`);
      const ground = isNone(style.stroke) ? below(bars, middle(box), paper) : over(style.stroke, paper);
      const grounds = it.matches('.heat-text, .heat-poor-text') ? shades(svg, it, paper) : [ground];
      const ratio = Math.min(...grounds.map((ground) => contrast(over(style.fill, ground), ground)));
      if (ratio < 4.5) bad.push(`«${words}» (${it.getAttribute('class')}) has contrast ${ratio.toFixed(2)}`);
      for (const other of written.slice(place + 1)) {
        if (Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) > 1
          && Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top) > 4) bad.push(`«${words}» covers «${other.words}»`);
      }
      if (it.matches('.tick, .bar-label')) return;
      for (const number of numbers(words)) {
        if (!said.has(number) && !(it.matches('.heat-text, .heat-poor-text') && rounded.has(number))) bad.push(`«${words}»: ${number} stands neither in the description nor in a table`);
      }
    });

    const looks = new Map();
    const drawn = all('rect, circle, polyline, polygon, path').filter((it) => !it.matches('.grid, .whole, .track, .heat:not(.poor), .heat-gap'));
    for (const it of drawn) {
      const style = getComputedStyle(it);
      const family = it.getAttribute('class');
      if (!family) continue;
      marks += 1;
      const ground = family.startsWith('bar') || family === 'target-mark'
        ? below(all('.whole'), middle(it.getBoundingClientRect()), paper) : paper;
      const paints = [style.fill, style.stroke].filter((paint) => !isNone(paint));
      const ratio = Math.max(0, ...paints.map((paint) => contrast(over(paint, ground, Number(style.opacity)), ground)));
      if (ratio < 3) bad.push(`a mark (${family}) has contrast ${ratio.toFixed(2)}`);
      const toned = family.match(/^(bar|slope)\b/)?.[1];
      if (!toned || it.localName === 'circle') continue;
      const pattern = it.nextElementSibling?.getAttribute('fill')?.match(/-(\w)\)$/)?.[1] ?? '';
      const paint = isNone(style.fill) ? style.stroke : style.fill;
      looks.set(`${family} ${pattern}`, { toned, pattern, dash: style.strokeDasharray, width: parseFloat(style.strokeWidth), shade: over(paint, paper) });
    }
    const kinds = [...looks];
    kinds.forEach(([one, a], place) => {
      for (const [other, b] of kinds.slice(place + 1)) {
        const apart = a.toned !== b.toned || a.pattern !== b.pattern || a.dash !== b.dash
          || Math.max(a.width, b.width) >= 2 * Math.min(a.width, b.width) && a.toned === 'slope' || contrast(a.shade, b.shade) >= 1.5;
        if (!apart) bad.push(`without colour «${one.trim()}» looks like «${other.trim()}»`);
      }
    });
  }
  return { bad, texts, marks };
}

test('charts', async (t) => {
  const browser = await launch(t);
  const root = await serve(t);
  assert.ok(charted.length > 10, `${charted.length} pages with charts`);

  const ways = [
    ...[320, 360, 1280].flatMap((width) => ['light', 'dark'].map((colorScheme) => ({ width, colorScheme }))),
    { width: 1280, colorScheme: 'light', forcedColors: 'active' },
    { width: 360, colorScheme: 'dark', forcedColors: 'active' },
  ];
  for (const { width, ...way } of ways) {
    await t.test(`${charted.length} pages at ${width} px, ${Object.values(way).join(', forced colours ')}`, async (t) => {
      const context = await browser.newContext({ ...way, viewport: { width, height: 800 } });
      await context.addInitScript(piecesOfText);
      const page = await context.newPage();
      const found = [];
      let texts = 0;
      let marks = 0;
      for (const name of charted) {
        await page.goto(root + name);
        const seen = await page.evaluate(judge);
        found.push(...seen.bad.map((it) => [name, it]));
        texts += seen.texts;
        marks += seen.marks;
      }
      await page.context().close();
      t.diagnostic(`${texts} texts, ${marks} marks`);
      assert.ok(texts > 100 && marks > 100);
      none(found);
    });
  }

  await t.test('small lines in tables are hidden from those who cannot see them, and small', () => {
    const sparks = charted.flatMap((name) => (text(name).match(/<svg class="spark".*?<\/svg>/gs) ?? []).map((svg) => [name, svg]));
    assert.ok(sparks.length > 10, `${sparks.length} sparklines`);
    none(sparks.filter(([, svg]) => !svg.includes('aria-hidden="true"') || svg.includes('<text') || Buffer.byteLength(svg) > 400));
  });
});
