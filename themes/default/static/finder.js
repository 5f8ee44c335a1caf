// The finder of the bank: facets that combine, and the search. Its state stands in the address behind `#`: it can be sent
// to a colleague, Back leads to the choice before, and no server sees it.
(function () {
  'use strict';

  const own = window.metodbank;
  const { element, say } = own;
  const at = (id) => document.getElementById(id);
  const bank = at('bank');
  const form = at('search');
  const input = at('search-words');
  const [chosen, count, heard, found, listed] = ['chosen', 'count', 'heard', 'found', 'listed'].map(at);
  const whole = count.textContent;

  let start = null;
  let facets = null;
  let state = { query: '', values: new Map() };
  let turn = 0;

  // --- The address

  function read() {
    const asked = new URLSearchParams(location.hash.includes('=') ? location.hash.slice(1) : '');
    const values = [...asked].filter(([key, list]) => key !== 'q' && list).map(([key, list]) => [key, new Set(list.split(','))]);
    return { query: (asked.get('q') ?? '').trim(), values: new Map(values) };
  }

  function address() {
    const parts = [...state.values].filter(([, values]) => values.size)
      .map(([key, values]) => `${key}=${[...values].map(encodeURIComponent).join(',')}`);
    if (state.query) parts.push(`q=${encodeURIComponent(state.query)}`);
    return parts.length ? `#${parts.join('&')}` : location.href.split('#')[0];
  }

  const anyOf = (values) => [...values.values()].some((chosen) => chosen.size);

  // --- Facets as sets of practices

  async function readFacets() {
    start = await own.start();
    const source = await own.load('facets');
    if (facets?.source === source) return;
    facets = Object.assign(await own.facets(), { source });
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

  // A practice passes a facet with any of the chosen values; one bit for each that it does not pass, and for the search.
  function failures(among, values) {
    const failed = new Uint16Array(start.practices);
    if (among) failed.fill(1 << facets.length).forEach((_, n) => { if (among.has(n)) failed[n] = 0; });
    facets.forEach((facet, bit) => {
      const wanted = [...(values.get(facet.key) ?? [])];
      if (!wanted.length) return;
      const passed = new Set(wanted.flatMap((id) => facet.values.get(id).places));
      failed.forEach((_, n) => { if (!passed.has(n)) failed[n] |= 1 << bit; });
    });
    return failed;
  }

  // How many there would be with a value: whatever else is chosen in its own facet does not count.
  const countOf = (failed, bit, places) => places.filter((n) => (failed[n] & ~(1 << bit)) === 0).length;

  // --- What is offered

  // Links to lists become checkboxes in the same place.
  function offer(facet) {
    const box = document.querySelector(`.facet[data-facet="${facet.key}"]`);
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
    const links = box.querySelector('ul, fieldset');
    const hadFocus = links.contains(document.activeElement);
    facet.box = box;
    facet.summary = box.querySelector('summary');
    links.replaceWith(element('fieldset', {}, legend, element('ul', { className: 'choices' }, ...choices)));
    if (hadFocus) box.querySelector('input').focus();
  }

  function showChoices(failed) {
    facets.forEach((facet, bit) => {
      if (!facet.box) return;
      const values = state.values.get(facet.key) ?? new Set();
      for (const value of facet.values.values()) {
        const n = countOf(failed, bit, value.places);
        value.box.checked = values.has(value.id);
        // What leads nowhere is not offered, but nothing vanishes from under the hand.
        value.item.hidden = n === 0 && !value.box.checked && document.activeElement !== value.box;
        value.count.textContent = n;
      }
      const names = [...values].map((id) => facet.values.get(id).name);
      facet.box.classList.toggle('chosen', names.length > 0);
      facet.summary.replaceChildren(facet.title, ...(names.length
        ? [': ', element('b', { textContent: names[0] }), names.length > 1 ? ` ${say('finder-and-more', names.length - 1)}` : '']
        : []));
    });
  }

  // --- What is chosen

  function showChosen() {
    const button = (name, remove) => {
      const node = element('button', { type: 'button', className: 'chip', ariaLabel: say('finder-remove', name) }, `${name} ×`);
      node.addEventListener('click', () => {
        remove();
        commit().then(() => (chosen.querySelector('button') ?? input).focus());
      });
      return node;
    };
    const buttons = [...state.values].flatMap(([key, values]) => [...values].map((id) => (
      button(facets.find((facet) => facet.key === key).values.get(id).name, () => values.delete(id)))));
    if (state.query) buttons.push(button(say('finder-query', state.query), () => { input.value = ''; }));
    const clear = own.button('finder-clear', 'plain');
    clear.addEventListener('click', () => {
      input.value = '';
      state.values.clear();
      commit().then(() => input.focus());
    });
    chosen.hidden = false;
    chosen.replaceChildren(...buttons, clear);
  }

  // --- What is found

  function look(result, values) {
    const among = result && new Set(result.numbers.filter((n) => n < start.practices));
    const failed = failures(among, values);
    const ranked = among ? [...among] : Array.from(failed.keys());
    return { failed, practices: ranked.filter((n) => failed[n] === 0) };
  }

  // What is found without one condition (the words, or all of a facet), or else without two; the fewest are the nearest.
  function loosen(result) {
    const keys = [...state.values].filter(([, values]) => values.size).map(([key]) => key).concat(result ? ['q'] : []);
    const without = (gone) => {
      const values = new Map([...state.values].filter(([key]) => !gone.includes(key)));
      return { gone, n: look(gone.includes('q') ? null : result, values).practices.length };
    };
    const pairs = keys.flatMap((one, place) => keys.slice(place + 1).map((other) => [one, other]));
    const found = (ways) => ways.map(without).filter((way) => way.n).sort((one, other) => one.n - other.n);
    const singles = found(keys.map((key) => [key]));
    return singles.length ? singles : found(pairs.filter((pair) => pair.length < keys.length));
  }

  function nameOf(key) {
    if (key === 'q') return say('finder-query', state.query);
    const facet = facets.find((it) => it.key === key);
    return [...state.values.get(key)].map((id) => facet.values.get(id).name).join(', ');
  }

  function waysOut(result) {
    const items = loosen(result).map(({ gone, n }) => {
      const button = element('button', { type: 'button', className: 'plain', textContent: gone.map(nameOf).join(' + ') });
      button.addEventListener('click', () => {
        gone.forEach((key) => state.values.delete(key));
        if (gone.includes('q')) input.value = '';
        commit().then(() => (chosen.querySelector('button') ?? input).focus());
      });
      return element('li', {}, button, ` — ${own.counted('finder-found', n).toLowerCase()}`);
    });
    return items.length ? [element('p', { textContent: say('finder-loosen') }), element('ul', { className: 'loosen' }, ...items)] : [];
  }

  // Words that fit are marked; nothing that was typed ever becomes markup.
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

  // For what does not say by itself why it was found.
  async function quote(node, number, fits) {
    const cut = snippet(await own.item('texts', number), fits);
    if (!cut) return;
    const line = element('p', { className: 'snippet' }, `${say('finder-in-text')} ${cut}`);
    mark(line, fits);
    (node.querySelector('.card') ?? node).append(line);
  }

  function list(numbers, className, size, title, fits) {
    const draw = async (number) => {
      const node = await own.card(number, bank.dataset.root);
      if (fits && !mark(node, fits)) quote(node, number, fits).catch(() => { /* the result stands without it */ });
      return node;
    };
    return own.growing({ numbers, className, size, draw, title, failed: fail });
  }

  // What is found beside practices, by kind; facets are of practices only.
  function others(result) {
    if (!result || anyOf(state.values)) return [];
    let first = 0;
    return start.kinds.map(([title, size]) => {
      const [from, to] = [first, first += size];
      return { title, numbers: result.numbers.filter((n) => n >= from && n < to) };
    }).slice(1).filter(({ numbers }) => numbers.length);
  }

  function showList(text) {
    chosen.replaceChildren();
    found.replaceChildren();
    chosen.hidden = found.hidden = true;
    listed.hidden = false;
    tell(text);
  }

  function showWhole() {
    if (facets) showChoices(failures(null, state.values));
    showList(whole);
  }

  const fail = () => showList(bank.dataset.lost);

  async function show(now) {
    if (!state.query && !anyOf(state.values)) return showWhole();
    await readFacets();
    forget();
    const result = state.query ? await own.find(state.query) : null;
    if (now !== turn) return;
    if (!result && !anyOf(state.values)) return showWhole();
    const { failed, practices } = look(result, state.values);
    const beside = others(result);
    const nodes = practices.length ? await list(practices, 'cards', 10, '', result?.fits) : waysOut(result);
    for (const { title, numbers } of beside) {
      nodes.push(element('h2', { textContent: title }), ...await list(numbers, 'found', 3, title, result.fits));
    }
    if (now !== turn) return;
    showChoices(failed);
    showChosen();
    found.replaceChildren(...nodes);
    found.hidden = false;
    listed.hidden = true;
    tell(said(practices.length, beside, result));
  }

  function said(practices, beside, result) {
    const more = beside.reduce((sum, { numbers }) => sum + numbers.length, 0);
    const parts = [practices || more ? own.counted('finder-found', practices) : say('finder-none')];
    if (more) parts.push(own.counted('finder-others', more));
    const remark = result?.partly ? say('finder-partly') : result?.mended ? say('finder-mended') : '';
    return `${parts.join(', ')}.${remark ? ` ${remark}.` : ''}`;
  }

  // What is seen at once is heard when the typing pauses.
  let speaking = 0;
  function tell(text) {
    if (count.textContent !== text) count.textContent = text;
    clearTimeout(speaking);
    speaking = setTimeout(() => { if (heard.textContent !== text && (text !== whole || heard.textContent)) heard.textContent = text; }, 700);
  }

  // --- Turns

  async function go() {
    const now = ++turn;
    found.ariaBusy = 'true';
    try {
      await own.steadily(() => show(now));
    } catch {
      if (now === turn) fail();
    }
    if (now === turn) found.ariaBusy = null;
  }

  // A new choice is a new step for Back; while a word is typed, the step stays the same.
  let timer = 0;
  function commit() {
    clearTimeout(timer);
    const query = input.value.trim();
    const typing = state.query && query && state.query !== query;
    state.query = query;
    const next = address();
    if (next !== location.href && next !== location.hash) history[typing ? 'replaceState' : 'pushState'](null, '', next);
    return go();
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(commit, 200);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    commit();
  });
  input.addEventListener('focus', () => { own.load('start').catch(() => {}); }, { once: true });
  document.querySelectorAll('.facet').forEach((facet) => facet.addEventListener('toggle', () => {
    if (facets) return;
    own.steadily(async () => {
      await readFacets();
      if (!state.query && !anyOf(state.values)) showChoices(failures(null, state.values));
    }).catch(() => { /* the links stay */ });
  }));

  // Other anchors of the page, such as `#main`, are no choice.
  function revisit() {
    if (location.hash === '#search') setTimeout(() => input.focus());
    if (location.hash && !location.hash.includes('=')) return;
    clearTimeout(timer);
    state = read();
    input.value = state.query;
    go();
  }
  window.addEventListener('popstate', revisit);

  form.hidden = false;
  if (location.hash) revisit();
})();
