// The built site as the tests see it: its files, a server on this machine, a browser, and every page read by a real HTML parser.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

if (!process.env.SITE || !existsSync(join(process.env.SITE, 'index.html'))) {
  throw new Error('SITE must name the folder of a built site (bash tests/run sets it)');
}

/** The folder under test. */
export const SITE = resolve(process.env.SITE);

/** Every file of the site, as addresses relative to its root, sorted. */
export const files = readdirSync(SITE, { recursive: true })
  .filter((name) => statSync(join(SITE, name)).isFile())
  .map((name) => name.split(sep).join('/'))
  .sort();

export const text = (name) => readFileSync(join(SITE, name), 'utf8');

const signs = (word) => files.filter((name) => name.endsWith('.html') && text(name).includes(word));

/** Earlier addresses: a browser leaves them at once, so nobody looks at them. */
export const moved = signs('<meta http-equiv="refresh"');

/** Every page of the site. */
export const pages = files.filter((name) => name.endsWith('.html') && !moved.includes(name));

/** Pages to which nothing leads, and which no search engine should find: 404.html, and what was withdrawn. */
export const unlisted = signs('<meta name="robots" content="noindex">').filter((name) => !moved.includes(name));

export const size = (name) => statSync(join(SITE, name)).size;
export const fileAddress = (name) => pathToFileURL(join(SITE, name)).href;

/** The path of the site's address on its own host: `/`, or `/bank/` for a site in a folder. */
export const base = new URL(text('index.html').match(/<link rel="canonical" href="([^"]+)"/)[1]);

// One row per kind of page. Every page of the site must belong to exactly one row, so that a new kind cannot go untested.
const programme = 'programmes/[^/]+';
const kinds = {
  home: 'index',
  route: 'route',
  bank: 'bank(/page-\\d+)?',
  facet: 'bank/[^/]+/[^/]+(/page-\\d+)?',
  practice: 'practices/[^/]+',
  programmes: 'programmes',
  programme,
  goals: `${programme}/goals`,
  indicators: `${programme}/indicators`,
  indicator: `${programme}/indicators/[^/]+`,
  methods: `${programme}/methods`,
  monitoring: `${programme}/monitoring`,
  calendar: `${programme}/calendar`,
  today: `${programme}/today`,
  findings: `${programme}/findings/[^/]+`,
  recommendations: `${programme}/recommendations`,
  recommendation: 'recommendations/[^/]+',
  measures: `${programme}/measures`,
  decisions: `${programme}/decisions`,
  effects: `${programme}/effects`,
  evidence: `${programme}/evidence`,
  clusters: `${programme}/clusters`,
  topics: 'topics',
  topic: 'topics/[^/]+',
  registers: 'registers',
  register: 'registers/[^/]+',
  entry: 'registers/[^/]+/[^/]+',
  associations: 'associations',
  association: 'associations/[^/]+',
  organisations: 'organisations',
  organisation: 'organisations/[^/]+',
  documents: 'documents',
  document: 'documents/[^/]+',
  reports: 'reports',
  report: 'reports/[^/]+',
  glossary: 'glossary',
  openData: 'open-data',
  text: 'about|accessibility|privacy',
  missing: '404',
  withdrawn: 'withdrawn',
};

// A withdrawn page stands where a page of another kind stood.
const label = (page) => (page !== '404.html' && unlisted.includes(page) ? 'withdrawn.html' : page);

/** A small site beside the demonstration (SMALL is set): it need not have every kind of page, nor is axe asked again. */
export const isSmall = Boolean(process.env.SMALL);

// Kinds that the demonstration site has no page of: a list of programmes appears with the second programme.
const absent = isSmall ? Object.keys(kinds) : ['programmes'];

/** Pages by kind; a kind's pages come with the largest first. */
export const byKind = Object.fromEntries(Object.entries(kinds).map(([kind, pattern]) => [
  kind,
  pages.filter((page) => new RegExp(`^(${pattern})\\.html$`).test(label(page))).sort((a, b) => size(b) - size(a)),
]));

/** Kinds of page without a page, and pages without a kind: both must be empty. */
export const unmatched = [
  ...Object.keys(kinds).filter((kind) => !byKind[kind].length && !absent.includes(kind)).map((kind) => [kind, 'no page of this kind']),
  ...pages.filter((page) => Object.values(byKind).filter((list) => list.includes(page)).length !== 1)
    .map((page) => [page, 'not of exactly one kind']),
];

/** The pages that stand for all: of each kind the largest and the smallest, of indicators also the middle one, all texts. */
export const samples = Object.entries(byKind).flatMap(([kind, list]) => {
  if (kind === 'text') return list;
  const chosen = [list[0], list.at(-1)];
  if (kind === 'indicator') chosen.push(list[Math.floor(list.length / 2)]);
  return [...new Set(chosen)].filter(Boolean);
});

function chromiumPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim();
    } catch { /* the next name */ }
  }
  throw new Error('no Chromium: set CHROMIUM to its path');
}

/** Starts the browser; it closes when the tests of the file have run. */
/**
 * What a text of a drawing shows, piece by piece: a row of a heat map is one text with a place for each character, so it
 * is measured where its characters stand. For the page itself: pass its source to `addInitScript`.
 */
export const piecesOfText = `window.piecesOf = (text) => {
  const { a, b, c, d, e, f } = text.getScreenCTM();
  const pieces = [];
  for (let at = 0; at < text.getNumberOfChars(); at += 1) {
    const { x, y, width, height } = text.getExtentOfChar(at);
    const last = pieces.at(-1);
    const next = last && Math.abs(x - last.x2) < 1 && Math.abs(y - last.y1) < 1;
    if (next) { last.words += text.textContent[at]; last.x2 = x + width; }
    else pieces.push({ words: text.textContent[at], x1: x, y1: y, x2: x + width, y2: y + height });
  }
  return pieces.map(({ words, x1, y1, x2, y2 }) => ({
    words, box: new DOMRect(a * x1 + c * y1 + e, b * x1 + d * y1 + f, a * (x2 - x1), d * (y2 - y1)),
  }));
};`;

export async function launch(t) {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  t.after(() => browser.close());
  return browser;
}

const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml', '.xml': 'application/xml', '.json': 'application/json', '.csv': 'text/csv; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',   '.txt': 'text/plain; charset=utf-8', '.png': 'image/png', '.jpg': 'image/jpeg',
};

/** Serves the site on this machine, as a host would, and returns the address of its root; what is not there gets 404.html. */
export async function serve(t) {
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url, 'http://localhost').pathname).replace(/\/$/, '/index.html').slice(1);
    const name = files.includes(asked) ? asked : '404.html';
    response.writeHead(name === asked ? 200 : 404, { 'content-type': types[extname(name)] ?? 'application/octet-stream' });
    response.end(readFileSync(join(SITE, name)));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  t.after(() => new Promise((closed) => { server.closeAllConnections(); server.close(closed); }));
  return `http://127.0.0.1:${server.address().port}/`;
}

/** What an HTML or XML parser finds in each of the named files, by name. */
export async function parse(browser, names) {
  const page = await browser.newPage();
  const found = new Map();
  for (const name of names) {
    found.set(name, await page.evaluate(inspect, [text(name), name.endsWith('.html') ? 'text/html' : 'application/xml']));
  }
  await page.close();
  return found;
}

function inspect([source, type]) {
  const document = new DOMParser().parseFromString(source, type);
  const elements = [...document.querySelectorAll('*')];
  const addressed = ['href', 'src', 'action', 'formaction', 'poster', 'data', 'cite', 'xlink:href', 'data-index'];
  const attributes = elements.flatMap((element) => [...element.attributes].map((attribute) => ({
    element: element.localName, name: attribute.name.toLowerCase(), value: attribute.value,
  })));
  return {
    ids: attributes.filter((it) => it.name === 'id').map((it) => it.value),
    links: attributes.filter((it) => addressed.includes(it.name)),
    anchors: [...document.querySelectorAll('a[href]')].map((a) => a.getAttribute('href')),
    headings: [...document.querySelectorAll('h1')].map((h1) => h1.textContent.replace(/\s+/g, ' ').trim()),
    charts: document.querySelectorAll('main svg.chart').length,
    active: [
      ...attributes.filter((it) => /^on/.test(it.name) || /^\s*(javascript|vbscript)\s*:/i.test(it.value))
        .map((it) => `<${it.element} ${it.name}="${it.value}">`),
      ...elements.filter((it) => (it.localName === 'script' && !it.hasAttribute('src')) || (type === 'text/html' && it.matches('style, [style]')))
        .map((it) => `inline ${it.localName === 'script' ? 'script' : 'style'}: ${it.outerHTML.slice(0, 120)}`),
      ...elements.filter((it) => ['iframe', 'object', 'embed', 'base', 'frame', 'applet'].includes(it.localName)).map((it) => `<${it.localName}>`),
    ],
    broken: type === 'text/html' ? '' : document.querySelector('parsererror')?.textContent ?? '',
  };
}

/** A name of a file of the site from the address of a page and a link on it; `null` when the link leads elsewhere. */
export function target(page, link) {
  const root = pathToFileURL(SITE + sep).href;
  // 404.html is shown at any address, so its links count from the host's root; every other link is relative.
  const address = page === '404.html' && link.startsWith(base.pathname)
    ? new URL(link.slice(base.pathname.length), root)
    : new URL(link, fileAddress(page));
  if (address.protocol !== 'file:') {
    if (!address.href.startsWith(base.href)) return null;
    return target('index.html', `./${address.href.slice(base.href.length)}`);
  }
  const name = relative(SITE, decodeURIComponent(address.pathname)).split(sep).join('/');
  return { name: name || 'index.html', fragment: decodeURIComponent(address.hash.slice(1)), atRoot: address.href.startsWith(root) };
}

/** Fails unless the list of `[page, what is wrong]` is empty; says each wrong thing once, with the pages it is on. */
export function none(found) {
  if (!found.length) return;
  const byFault = new Map();
  for (const [page, fault] of found) byFault.set(fault, new Set([...(byFault.get(fault) ?? []), page]));
  const lines = [...byFault].map(([fault, on]) => `${fault}\n    on ${on.size === 1 ? '' : `${on.size} pages: `}${[...on].slice(0, 3).join(', ')}`);
  const more = lines.length > 25 ? `\n  … and ${lines.length - 25} more` : '';
  const error = new Error(`${lines.length} wrong:\n  ${lines.slice(0, 25).join('\n  ')}${more}`);
  error.stack = error.message;
  throw error;
}
