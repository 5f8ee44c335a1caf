// «Мой маршрут»: what is marked stands in the address behind `#`, what is collected in this browser's memory and in the
// link that can be sent; nothing is sent by itself. Suggestions are counted from the same files as the finder's.
(function () {
  'use strict';

  const own = window.metodbank;
  const { element, say } = own;
  const at = (id) => document.getElementById(id);
  const route = at('route');
  const form = at('route-choices');
  const [state, mine, send, clear, link, suggested, count, found] =
    ['state', 'list', 'send', 'clear', 'link', 'suggested', 'count', 'found'].map((id) => at(`route-${id}`));

  let names;
  let earlier;
  let facets;
  let list = [];
  let cleared = null;
  let turn = 0;

  // --- The address, the link and the memory

  const choices = () => ({
    subject: form.elements.subject.value,
    level: form.elements.level.value,
    topic: [...form.querySelectorAll('[name=topic]:checked')].map((box) => box.value),
  });

  function address(parts) {
    const said = Object.entries(parts).filter(([, value]) => value.length).map(([key, value]) => `${key}=${value}`);
    return location.href.split('#')[0] + (said.length ? `#${said.join('&')}` : '');
  }

  const tellLink = () => { link.value = address({ ...choices(), list }); };

  // A route that somebody sent becomes this browser's own when the reader changes it, and not before.
  function keep() {
    try {
      localStorage.setItem('route', list.join(','));
      history.replaceState(null, '', address(choices()));
    } catch { /* no memory: the address keeps the list */
      history.replaceState(null, '', address({ ...choices(), list }));
    }
  }

  function remembered() {
    try {
      return localStorage.getItem('route') ?? '';
    } catch {
      return '';
    }
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
    const sent = asked.get('list');
    const wanted = [...new Set(ids(sent ?? remembered()).map((id) => earlier.get(id) ?? id))];
    list = wanted.filter((id) => names.includes(id));
    cleared = null;
    if (wanted.length > list.length) return 'route-lost';
    return sent && remembered() && sent !== remembered() ? 'route-sent' : '';
  }

  // --- Suggestions

  const having = (facet, ...values) => new Set(values.flatMap((id) => facets.find(({ key }) => key === facet)?.values.get(id)?.places ?? []));

  // Practices for the subject, or for any, and for the level, or for any, that answer at least one of the difficulties.
  function suggestions() {
    const { subject, level, topic } = choices();
    if (!subject && !level && !topic.length) return null;
    const { any } = route.dataset;
    const special = having('subject', subject);
    const fitting = having('subject', subject, any);
    const levels = having('level', level, any);
    const answers = topic.map((id) => having('topic', id));
    return names.map((_, n) => ({ n, answered: answers.filter((set) => set.has(n)).length, special: special.has(n) }))
      .filter(({ n, answered }) => (!subject || fitting.has(n)) && (!level || levels.has(n)) && (answered || !topic.length))
      .sort((one, other) => other.answered - one.answered || other.special - one.special || one.n - other.n)
      .map(({ n }) => n);
  }

  async function suggestion(n) {
    const node = await own.card(n, route.dataset.root);
    const title = node.querySelector('a').textContent;
    const button = own.button('route-add', 'more', title);
    Object.assign(button.dataset, { id: names[n], title });
    button.addEventListener('click', () => act(async () => {
      if (list.includes(names[n])) return '';
      list.push(names[n]);
      await show();
      return `${say('route-added')}: ${title}`;
    }));
    (node.querySelector('.card') ?? node).append(button);
    return node;
  }

  // A button that was pressed stays where the hand is.
  const showAdded = () => found.querySelectorAll('[data-id]').forEach((button) => {
    const added = list.includes(button.dataset.id);
    button.ariaDisabled = added ? 'true' : null;
    button.textContent = say(added ? 'route-added' : 'route-add');
    button.ariaLabel = `${button.textContent}: ${button.dataset.title}`;
  });

  async function offer() {
    const now = ++turn;
    const numbers = suggestions();
    suggested.hidden = !numbers;
    if (!numbers) return;
    const nodes = await own.growing({ numbers, className: 'cards', size: 10, draw: suggestion, failed: lose });
    if (now !== turn) return;
    found.replaceChildren(...nodes);
    showAdded();
    count.textContent = numbers.length ? own.counted('route-suggested', numbers.length) : say('route-suggested-none');
  }

  // --- The route itself

  async function step(id, place) {
    const node = await own.card(names.indexOf(id), route.dataset.root);
    const title = node.querySelector('a').textContent;
    const button = (key, enabled, change) => {
      const it = Object.assign(own.button(key, 'plain', title), { disabled: !enabled });
      it.dataset.act = key;
      it.addEventListener('click', () => act(change));
      return it;
    };
    const move = (by) => async () => {
      [list[place], list[place + by]] = [list[place + by], list[place]];
      await show();
      const moved = mine.children[place + by];
      const same = moved.querySelector(`[data-act=${by < 0 ? 'route-up' : 'route-down'}]`);
      (same.disabled ? moved.querySelector('.plain:enabled') : same).focus();
      return say('route-moved', place + by + 1);
    };
    const remove = async () => {
      list.splice(place, 1);
      await show();
      (mine.children[Math.min(place, list.length - 1)]?.querySelector('[data-act=route-remove]') ?? form.elements.subject).focus();
      return list.length ? '' : say('route-empty');
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
    const nodes = await Promise.all(list.map(step));
    mine.replaceChildren(...nodes);
    send.hidden = !list.length && !cleared;
    clear.textContent = say(cleared ? 'route-restore' : 'route-clear');
    tellLink();
    showAdded();
  }

  // --- Turns

  function lose() {
    state.textContent = route.dataset.lost;
  }

  // A change by the reader's hand: shown, kept, said.
  async function act(change) {
    cleared = null;
    try {
      state.textContent = await change() ?? '';
      keep();
    } catch {
      lose();
    }
  }

  async function revisit() {
    await own.start();
    const [present, past] = await own.load('names');
    names = present.split(' ').filter(Boolean);
    earlier = new Map(Object.entries(past));
    facets = await own.facets();
    const remark = read();
    await Promise.all([show(), offer()]);
    state.textContent = say(remark || (list.length ? '' : 'route-empty'));
    route.hidden = false;
  }

  const go = () => own.steadily(revisit).catch(() => {
    at('route-topics').prepend(element('p', { className: 'result-count', role: 'status', textContent: route.dataset.lost }));
  });

  form.addEventListener('change', () => {
    const { list: sent } = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
    history.replaceState(null, '', address({ ...choices(), list: sent ? list : [] }));
    tellLink();
    offer().catch(lose);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  at('route-print').addEventListener('click', () => window.print());
  clear.addEventListener('click', () => {
    const back = cleared;
    act(async () => {
      cleared = back ? null : list;
      list = back ?? [];
      await show();
      clear.focus();
      return list.length ? '' : say('route-empty');
    });
  });
  at('route-copy').addEventListener('click', async () => {
    link.select();
    try {
      await navigator.clipboard.writeText(link.value);
      state.textContent = say('route-copied');
    } catch { /* it is selected: the keyboard copies it */ }
  });
  // Other anchors of the page, such as `#main`, are no choice.
  window.addEventListener('popstate', () => { if (!location.hash || location.hash.includes('=')) go(); });
  go();
})();
