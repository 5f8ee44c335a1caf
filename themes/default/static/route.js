// «Мой маршрут»: what is marked and collected stands in the address behind `#` and in this browser's memory, and is sent
// nowhere. Suggestions are counted from the same files as the finder's.
(function () {
  'use strict';

  const own = window.metodbank;
  const at = (id) => document.getElementById(id);
  const route = at('route');
  const form = at('route-choices');
  const [state, mine, send, link, suggested, count, found] =
    ['state', 'list', 'send', 'link', 'suggested', 'count', 'found'].map((id) => at(`route-${id}`));
  const page = 10;

  const plural = new Intl.PluralRules(document.documentElement.lang);
  let start;
  let names;
  let earlier;
  let facets;
  let list = [];
  let turn = 0;

  function element(name, properties, ...inside) {
    const node = Object.assign(document.createElement(name), properties);
    node.append(...inside);
    return node;
  }

  const say = (key, n) => start.phrases[key].replace('#', n);
  const counted = (key, n) => say(n ? `${key}-${{ one: 'one', few: 'few' }[plural.select(n)] ?? 'many'}` : `${key}-none`, n);

  // --- The address and the memory

  const choices = () => ({
    subject: form.elements.subject.value,
    level: form.elements.level.value,
    topic: [...form.querySelectorAll('[name=topic]:checked')].map((box) => box.value),
  });

  function write() {
    const { subject, level, topic } = choices();
    const parts = Object.entries({ subject, level, topic: topic.join(','), list: list.join(',') }).filter(([, value]) => value);
    const hash = parts.map((part) => part.join('=')).join('&');
    history.replaceState(null, '', hash ? `#${hash}` : location.href.split('#')[0]);
    link.value = location.href;
    try {
      localStorage.setItem('route', list.join(','));
    } catch { /* no memory: the address keeps it */ }
  }

  function read() {
    const asked = new URLSearchParams(location.hash.slice(1));
    const ids = (text) => [...new Set((text ?? '').split(',').filter((id) => /^[a-z0-9-]+$/.test(id)))];
    for (const name of ['subject', 'level']) {
      const select = form.elements[name];
      select.value = asked.get(name) ?? '';
      if (select.selectedIndex < 0) select.value = '';
    }
    const topics = ids(asked.get('topic'));
    form.querySelectorAll('[name=topic]').forEach((box) => { box.checked = topics.includes(box.value); });
    let kept = '';
    try {
      kept = localStorage.getItem('route');
    } catch { /* as above */ }
    const wanted = [...new Set(ids(asked.get('list') ?? kept).map((id) => earlier.get(id) ?? id))];
    list = wanted.filter((id) => names.includes(id));
    return wanted.length > list.length;
  }

  // --- Suggestions

  const having = (facet, ...values) => new Set(values.flatMap((value) => facets.get(facet)?.get(value) ?? []));

  // Practices for the subject, or for any, and for the level, that answer at least one of the difficulties.
  function suggestions() {
    const { subject, level, topic } = choices();
    if (!subject && !level && !topic.length) return null;
    const special = having('subject', subject);
    const fitting = having('subject', subject, 'any');
    const levels = having('level', level);
    const answers = topic.map((id) => having('topic', id));
    return names.map((_, n) => ({ n, answered: answers.filter((set) => set.has(n)).length, special: special.has(n) }))
      .filter(({ n, answered }) => (!subject || fitting.has(n)) && (!level || levels.has(n)) && (answered || !topic.length))
      .sort((one, other) => other.answered - one.answered || other.special - one.special || one.n - other.n)
      .map(({ n }) => n);
  }

  // Drawn by the theme at build time, with a mark where the way to the root goes.
  const card = async (n) => (await own.item('cards', n)).replaceAll('\u0001', route.dataset.root);

  async function suggestion(n) {
    const node = element('li', {});
    node.innerHTML = await card(n);
    const button = element('button', { type: 'button', className: 'more' });
    const name = () => {
      const added = list.includes(names[n]);
      button.textContent = say(added ? 'route-added' : 'route-add');
      button.disabled = added;
    };
    name();
    button.title = node.querySelector('a').textContent;
    button.addEventListener('click', async () => {
      list.push(names[n]);
      await show();
      state.textContent = `${say('route-added')}: ${button.title}`;
    });
    (node.querySelector('.card') ?? node).append(button);
    return { node, name };
  }

  let offered = [];
  async function offer() {
    const now = ++turn;
    const numbers = suggestions();
    suggested.hidden = !numbers;
    if (!numbers) return;
    const items = element('ul', { className: 'cards' });
    const more = element('button', { type: 'button', className: 'more', textContent: say('finder-more') });
    const grow = async () => {
      const shown = items.children.length;
      const added = await Promise.all(numbers.slice(shown, shown + page).map(suggestion));
      offered.push(...added);
      items.append(...added.map(({ node }) => node));
      more.hidden = items.children.length >= numbers.length;
      return added[0];
    };
    offered = [];
    more.addEventListener('click', async () => (await grow())?.node.querySelector('a').focus());
    await grow();
    if (now !== turn) return;
    found.replaceChildren(items, more);
    count.textContent = counted('route-suggested', numbers.length);
  }

  // --- The route itself

  async function step(id, place) {
    const node = element('li', {});
    node.innerHTML = await card(names.indexOf(id));
    const title = node.querySelector('a').textContent;
    const button = (key, enabled, act) => {
      const name = say(key);
      const it = element('button', { type: 'button', className: 'plain', textContent: name, disabled: !enabled, ariaLabel: `${name}: ${title}` });
      it.dataset.act = key;
      it.addEventListener('click', act);
      return it;
    };
    const move = (by) => async () => {
      [list[place], list[place + by]] = [list[place + by], list[place]];
      await show();
      const at = mine.children[place + by];
      const same = at.querySelector(`[data-act=${by < 0 ? 'route-up' : 'route-down'}]`);
      (same.disabled ? at.querySelector('.plain:enabled') : same).focus();
      state.textContent = say('route-moved', place + by + 1);
    };
    const remove = async () => {
      list.splice(place, 1);
      await show();
      (mine.children[Math.min(place, list.length - 1)]?.querySelector('[data-act=route-remove]') ?? form.elements.subject).focus();
    };
    const blank = (name) => element('p', { className: 'blank', textContent: route.dataset[name] });
    node.append(
      element('div', { className: 'route-buttons' },
        button('route-up', place > 0, move(-1)),
        button('route-down', place < list.length - 1, move(1)),
        button('route-remove', true, remove)),
      element('div', { className: 'blanks' }, blank('when'), blank('outcome')),
    );
    return node;
  }

  async function show() {
    write();
    mine.replaceChildren(...await Promise.all(list.map(step)));
    send.hidden = !list.length;
    state.textContent = list.length ? '' : say('route-empty');
    offered.forEach(({ name }) => name());
  }

  // --- Turns

  async function revisit() {
    start = await own.load('start');
    const [present, past] = await own.load('names');
    names = present.split(' ').filter(Boolean);
    earlier = new Map(Object.entries(past));
    facets = new Map((await own.load('facets')).map(([key, , values]) => [key, new Map(values.map(([id, , places]) => [id, own.numbers(places)]))]));
    const lost = read();
    await Promise.all([show(), offer()]);
    if (lost) state.textContent = say('route-lost');
    route.hidden = false;
  }

  const go = () => own.steadily(revisit).catch(() => {
    at('route-topics').prepend(element('p', { className: 'result-count', role: 'status', textContent: route.dataset.lost }));
  });

  form.addEventListener('change', () => { write(); offer(); });
  form.addEventListener('submit', (event) => event.preventDefault());
  at('route-print').addEventListener('click', () => window.print());
  at('route-clear').addEventListener('click', async () => {
    list = [];
    await show();
    form.elements.subject.focus();
  });
  at('route-copy').addEventListener('click', async () => {
    link.select();
    try {
      await navigator.clipboard.writeText(link.value);
      state.textContent = say('route-copied');
    } catch { /* it is selected: the keyboard copies it */ }
  });
  window.addEventListener('popstate', go);
  go();
})();
