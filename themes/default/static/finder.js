// The finder of the bank: facets that combine, and the search. All it knows of a moment stands in the address behind
// `#`: it can be sent to a colleague, Back leads to the choice before, and it is never sent to a server.
(function () {
  'use strict';

  const own = window.metodbank;
  const at = (id) => document.getElementById(id);
  const bank = at('bank');
  const form = at('search');
  const input = at('search-words');
  const [chosen, count, found, listed] = ['chosen', 'count', 'found', 'listed'].map(at);
  const whole = count.textContent;
  const page = 10;

  const plural = new Intl.PluralRules(document.documentElement.lang);
  let start = null;
  let facets = null;
  let state = { query: '', values: new Map() };
  let turn = 0;

  // --- Words

  const say = (key, name) => start.phrases[key].replace('*', name);
  function number(key, n) {
    const rule = { one: 'one', few: 'few' }[plural.select(n)] ?? 'many';
    return start.phrases[`${key}-${rule}`].replace('#', n.toLocaleString(document.documentElement.lang));
  }

  function element(name, properties, ...inside) {
    const node = Object.assign(document.createElement(name), properties);
    node.append(...inside);
    return node;
  }

  // --- The address

  function read() {
    const asked = new URLSearchParams(location.hash.includes('=') ? location.hash.slice(1) : '');
    const values = [...asked].filter(([key, list]) => key !== 'q' && list).map(([key, list]) => [key, new Set(list.split(','))]);
    return { query: asked.get('q') ?? '', values: new Map(values) };
  }

  function address() {
    const parts = [...state.values].filter(([, values]) => values.size)
      .map(([key, values]) => `${key}=${[...values].map(encodeURIComponent).join(',')}`);
    if (state.query) parts.push(`q=${encodeURIComponent(state.query)}`);
    return parts.length ? `#${parts.join('&')}` : location.href.split('#')[0];
  }

  const isEmpty = () => !state.query && ![...state.values.values()].some((values) => values.size);

  // --- Facets as sets of practices

  async function readFacets() {
    start = await own.load('start');
    const text = await own.load('facets');
    if (facets) return;
    facets = text.map(([key, title, values]) => ({
      key, title, values: new Map(values.map(([id, name, places]) => [id, { id, name, places: own.numbers(places) }])),
    }));
    facets.forEach(offer);
  }

  // What an old address asks for and nobody has any more is not a condition.
  function forget() {
    for (const [key, values] of state.values) {
      const known = facets.find((facet) => facet.key === key)?.values;
      if (known) values.forEach((id) => { if (!known.has(id)) values.delete(id); });
      else state.values.delete(key);
    }
  }

  // A practice passes a facet that has any of the chosen values; one bit for each facet that it does not pass.
  function failures(among) {
    const failed = new Uint16Array(start.kinds[0][1]);
    if (among) failed.fill(1 << facets.length).forEach((_, n) => { if (among.has(n)) failed[n] = 0; });
    facets.forEach((facet, bit) => {
      const values = [...(state.values.get(facet.key) ?? [])];
      if (!values.length) return;
      const passed = new Set(values.flatMap((id) => facet.values.get(id).places));
      failed.forEach((_, n) => { if (!passed.has(n)) failed[n] |= 1 << bit; });
    });
    return failed;
  }

  // How many there would be with a value: whatever else is chosen in its own facet does not count.
  const countOf = (failed, bit, places) => places.filter((n) => (failed[n] & ~(1 << bit)) === 0).length;

  // --- What is offered

  // Links to lists become checkboxes in the same place.
  function offer(facet) {
    const box = [...document.querySelectorAll('.facet')].find((it) => it.querySelector(`a[href*="bank/${facet.key}/"]`));
    if (!box) return;
    const choices = [...facet.values.values()].map((value) => {
      value.box = element('input', { type: 'checkbox', name: facet.key, value: value.id });
      value.count = element('span', { className: 'count' });
      value.box.addEventListener('change', () => {
        const values = state.values.get(facet.key) ?? new Set();
        if (value.box.checked) values.add(value.id);
        else values.delete(value.id);
        state.values.set(facet.key, values);
        commit();
      });
      value.item = element('li', {}, element('label', { className: 'choice' }, value.box, ` ${value.name} `, value.count));
      return value.item;
    });
    const legend = element('legend', { className: 'sr', textContent: facet.title });
    facet.box = box;
    facet.summary = box.querySelector('summary');
    box.querySelector('ul').replaceWith(element('fieldset', {}, legend, element('ul', { className: 'choices' }, ...choices)));
  }

  function showChoices(failed) {
    facets.forEach((facet, bit) => {
      if (!facet.box) return;
      const values = state.values.get(facet.key) ?? new Set();
      for (const value of facet.values.values()) {
        const n = countOf(failed, bit, value.places);
        value.box.checked = values.has(value.id);
        value.item.hidden = n === 0 && !value.box.checked;
        value.count.textContent = n;
      }
      const names = [...values].map((id) => facet.values.get(id).name);
      facet.box.classList.toggle('chosen', names.length > 0);
      facet.summary.replaceChildren(facet.title, ...(names.length
        ? [': ', element('b', { textContent: names[0] }), names.length > 1 ? ` ${say('finder-and-more').replace('#', names.length - 1)}` : '']
        : []));
    });
  }

  // --- What is chosen

  // Every condition with its name and what takes it away.
  function conditions() {
    const list = [...state.values].flatMap(([key, values]) => [...values].map((id) => ({
      name: facets.find((facet) => facet.key === key).values.get(id).name,
      remove: () => values.delete(id),
      restore: () => values.add(id),
    })));
    const query = state.query;
    if (query) {
      list.push({
        name: say('finder-query', query),
        remove: () => { state.query = ''; },
        restore: () => { state.query = query; },
      });
    }
    return list;
  }

  function showChosen() {
    const list = conditions();
    const button = ({ name, remove }) => {
      const node = element('button', { type: 'button', className: 'chip', ariaLabel: say('finder-remove', name) }, name, element('span', { ariaHidden: 'true', textContent: ' ×' }));
      node.addEventListener('click', () => {
        remove();
        commit().then(() => (chosen.querySelector('button') ?? input).focus());
      });
      return node;
    };
    const clear = element('button', { type: 'button', className: 'plain', textContent: say('finder-clear') });
    clear.addEventListener('click', () => {
      state = { query: '', values: new Map() };
      commit().then(() => input.focus());
    });
    chosen.hidden = !list.length;
    chosen.replaceChildren(...list.map(button), clear);
  }

  // --- What is found

  async function look(query) {
    const result = query ? await own.find(query) : null;
    const practices = start.kinds[0][1];
    const among = result && new Set(result.numbers.filter((n) => n < practices));
    const failed = failures(among);
    const ranked = result ? [...among] : Array.from(failed.keys());
    return { result, failed, practices: ranked.filter((n) => failed[n] === 0) };
  }

  // Which condition has to go so that something is found; the one that leaves most of the others standing comes first.
  async function loosen() {
    const ways = [];
    for (const condition of conditions()) {
      condition.remove();
      const { practices } = await look(state.query);
      condition.restore();
      if (practices.length) ways.push({ ...condition, n: practices.length });
    }
    ways.sort((one, other) => one.n - other.n);
    if (!ways.length) return [];
    const items = ways.map((way) => {
      const button = element('button', { type: 'button', className: 'plain', textContent: way.name });
      button.addEventListener('click', () => {
        way.remove();
        commit().then(() => (chosen.querySelector('button') ?? input).focus());
      });
      return element('li', {}, button, ` — ${number('finder-found', way.n).toLowerCase()}`);
    });
    return [element('p', { textContent: say('finder-loosen') }), element('ul', { className: 'loosen' }, ...items)];
  }

  // Text nodes in which words fit become marked ones; nothing that was typed ever becomes markup.
  function mark(node, fits) {
    const texts = [];
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      const pieces = text.data.split(/([\p{Alphabetic}\p{N}]+)/u);
      const marked = pieces.map((piece, n) => (n % 2 && fits(piece) ? element('mark', { textContent: piece }) : piece));
      if (marked.some((piece) => piece.nodeType)) text.replaceWith(...marked);
    }
    return node.querySelector('mark') !== null;
  }

  // The line of the text with most of the words, cut around the first of them.
  function snippet(text, fits) {
    const lines = text.split('\n').map((line) => {
      const hits = [...line.matchAll(/[\p{Alphabetic}\p{N}]+/gu)].filter(([word]) => fits(word));
      return { line, hits: new Set(hits.map(([word]) => own.stem(word))).size, first: hits[0]?.index ?? 0 };
    });
    const best = lines.reduce((one, other) => (other.hits > one.hits ? other : one));
    if (!best.hits) return null;
    const from = best.first < 90 ? 0 : best.line.indexOf(' ', best.first - 70) + 1;
    const end = best.line.length - from < 200 ? best.line.length : best.line.lastIndexOf(' ', from + 190);
    return `${from ? '… ' : ''}${best.line.slice(from, end)}${end < best.line.length ? ' …' : ''}`;
  }

  async function item(n, fits) {
    const node = element('li', {});
    // Drawn by the theme at build time, with a mark where the way to the root goes.
    node.innerHTML = (await own.item('cards', n)).replaceAll('\u0001', bank.dataset.root);
    if (fits && !mark(node, fits)) {
      own.item('texts', n).then((text) => {
        const cut = snippet(text, fits);
        if (!cut) return;
        const line = element('p', { className: 'snippet' }, `${say('finder-in-text')} ${cut}`);
        mark(line, fits);
        (node.querySelector('.card') ?? node).append(line);
      }).catch(() => {});
    }
    return node;
  }

  // A list that shows more on demand.
  async function list(numbers, className, size, fits) {
    const items = element('ul', { className });
    const more = element('button', { type: 'button', className: 'more', textContent: say('finder-more') });
    const grow = async () => {
      const shown = items.children.length;
      const nodes = await Promise.all(numbers.slice(shown, shown + size).map((n) => item(n, fits)));
      items.append(...nodes);
      more.hidden = items.children.length >= numbers.length;
      return nodes[0];
    };
    more.addEventListener('click', async () => (await grow())?.querySelector('a')?.focus());
    await grow();
    return [items, more];
  }

  // What is found beside practices, by kind; facets are of practices only.
  function others(result) {
    if (!result || [...state.values.values()].some((values) => values.size)) return [];
    let first = 0;
    return start.kinds.map(([title, size]) => {
      const [from, to] = [first, first += size];
      return { title, numbers: result.numbers.filter((n) => n >= from && n < to) };
    }).slice(1).filter(({ numbers }) => numbers.length);
  }

  async function show() {
    const now = ++turn;
    if (isEmpty()) {
      if (facets) showChoices(failures(null));
      chosen.replaceChildren();
      found.replaceChildren();
      chosen.hidden = found.hidden = true;
      listed.hidden = false;
      if (count.textContent !== whole) count.textContent = whole;
      return;
    }
    await readFacets();
    forget();
    const { result, failed, practices } = await look(state.query);
    const beside = others(result);
    const nodes = practices.length ? await list(practices, 'cards', page, result?.fits) : await loosen();
    for (const { title, numbers } of beside) {
      nodes.push(element('h2', { textContent: title }), ...await list(numbers, 'found', 3, result.fits));
    }
    if (now !== turn) return;
    showChoices(failed);
    showChosen();
    found.replaceChildren(...nodes);
    found.hidden = false;
    listed.hidden = true;
    count.textContent = said(practices.length, beside, result);
  }

  function said(practices, beside, result) {
    const more = beside.reduce((sum, { numbers }) => sum + numbers.length, 0);
    const parts = [practices ? number('finder-found', practices) : say('finder-none')];
    if (!practices && more) parts[0] = number('finder-found', 0);
    if (more) parts.push(number('finder-others', more));
    const remark = result?.partly ? say('finder-partly') : result?.mended ? say('finder-corrected') : '';
    return `${parts.join(', ')}.${remark ? ` ${remark}.` : ''}`;
  }

  // --- Turns

  let going = 0;
  async function go() {
    going += 1;
    bank.ariaBusy = 'true';
    try {
      await own.steadily(show);
    } catch {
      count.textContent = bank.dataset.lost;
    }
    going -= 1;
    if (!going) bank.ariaBusy = null;
  }

  // A new choice is a new step for Back; while typing, the step stays the same.
  function commit(typing) {
    const next = address();
    if (next !== location.href && next !== location.hash) history[typing ? 'replaceState' : 'pushState'](null, '', next);
    if (input.value.trim() !== state.query) input.value = state.query;
    return go();
  }

  function ask(typing) {
    state.query = input.value.trim();
    return commit(typing);
  }

  let timer = 0;
  let typed = '';
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const fresh = !typed || !input.value.trim();
      typed = input.value.trim();
      ask(!fresh);
    }, 200);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    ask(true);
  });
  input.addEventListener('focus', () => { own.load('start').catch(() => {}); }, { once: true });
  document.querySelectorAll('.facet').forEach((facet) => facet.addEventListener('toggle', async () => {
    if (facets) return;
    await own.steadily(async () => {
      await readFacets();
      if (isEmpty()) showChoices(failures(null));
    }).catch(() => { /* the links stay */ });
  }));

  function revisit() {
    state = read();
    input.value = typed = state.query;
    return go();
  }
  window.addEventListener('popstate', revisit);

  form.hidden = false;
  if (location.hash === '#search') input.focus();
  if (location.hash.includes('=')) revisit();
})();
