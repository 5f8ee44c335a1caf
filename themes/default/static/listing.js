// What the finder and the route share: their words, facets as numbers, cards, and lists that grow on demand.
(function () {
  'use strict';

  const own = window.metodbank = window.metodbank || {};
  const language = document.documentElement.lang;
  const plural = new Intl.PluralRules(language);
  let phrases = {};

  own.element = (name, properties, ...inside) => {
    const node = Object.assign(document.createElement(name), properties);
    node.append(...inside);
    return node;
  };

  // Where everything is; what is said comes with it.
  own.start = async () => {
    const start = await own.load('start');
    phrases = start.phrases;
    return { ...start, practices: start.kinds[0][1] };
  };

  own.say = (key, name = '') => (phrases[key] ?? '').replace(/[*#]/, () => name);
  own.counted = (key, n) => own.say(`${key}-${{ one: 'one', few: 'few' }[plural.select(n)] ?? 'many'}`, n.toLocaleString(language));

  own.button = (key, className, name) => {
    const text = own.say(key);
    return own.element('button', { type: 'button', className, textContent: text, ariaLabel: name ? `${text}: ${name}` : null });
  };

  // Facets in their order; the values of each with the numbers of their practices.
  own.facets = async () => (await own.load('facets')).map(([key, title, values]) => ({
    key, title, values: new Map(values.map(([id, name, places]) => [id, { id, name, places: own.numbers(places) }])),
  }));

  // An entry as the theme drew it at build time, with a mark where the way to the root goes.
  own.card = async (number, root) => {
    const node = own.element('li', {});
    node.innerHTML = (await own.item('cards', number)).replaceAll('\u0001', root);
    return node;
  };

  // A list that shows more on demand, and its button.
  own.growing = async ({ numbers, className, size, draw, failed, title }) => {
    const items = own.element('ul', { className });
    const more = own.button('finder-more', 'more', title);
    let growing = false;
    const grow = async () => {
      const shown = items.children.length;
      const nodes = await Promise.all(numbers.slice(shown, shown + size).map(draw));
      items.append(...nodes);
      more.hidden = items.children.length >= numbers.length;
      return nodes[0];
    };
    more.addEventListener('click', async () => {
      if (growing) return;
      growing = true;
      try {
        (await grow())?.querySelector('a')?.focus();
      } catch {
        failed();
      }
      growing = false;
    });
    await grow();
    return [items, more];
  };
})();
