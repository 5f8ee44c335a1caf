// Tables whose heads sort their rows: up, down, and back to the order of the table, which is also what there is without scripts.
(function () {
  'use strict';

  const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });
  // Badges from the best on; what was not judged is in no place.
  const statuses = ['reached', 'good', 'on-the-way', 'plain', 'behind', 'poor', 'far-behind'];
  const numbers = /[+\u2212]?\d[\d\u00a0\u202f]*(,\d+)?/g;
  // «−3,5 п. п.», «5 из 8», but not the number of a thing: «13. Наставничество».
  const isNumber = (text) => /^[+\u2212]?\d[\d\u00a0\u202f]*(,\d+)?(?![\d.])/.test(text);
  const value = (text) => Number(text.replace(/[\u00a0\u202f]/g, '').replace('\u2212', '-').replace(',', '.'));

  const words = (cell) => {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll('small, sup').forEach((it) => it.remove());
    return copy.textContent.trim();
  };

  // One key a cell: a text, numbers, or nothing, which stands last either way.
  const keys = (cells) => {
    if (cells.some((cell) => cell.dataset.sort)) return cells.map((cell) => cell.dataset.sort);
    if (cells.some((cell) => cell.querySelector('.badge'))) {
      return cells.map((cell) => {
        const place = statuses.findIndex((key) => cell.querySelector(`.badge-${key}`));
        return place >= 0 && [place];
      });
    }
    const texts = cells.map(words);
    const numeric = texts.filter(isNumber).length * 2 > texts.filter(Boolean).length;
    return numeric ? texts.map((text) => isNumber(text) && text.match(numbers).map(value)) : texts;
  };

  const order = (a, b) => (typeof a === 'string' ? compare(a, b) : a[0] - b[0] || (a[1] ?? 0) - (b[1] ?? 0));

  document.querySelectorAll('.table-scroll > table').forEach((table) => {
    const body = table.tBodies[0];
    const heads = [...table.tHead.rows[0].cells];
    const totals = [...body.querySelectorAll('.total')];
    const rows = [...body.rows].filter((row) => !totals.includes(row));
    if (rows.length < 3) return;

    const sort = (head, column) => {
      const way = { ascending: 'descending', descending: '' }[head.ariaSort] ?? 'ascending';
      heads.forEach((it) => it.removeAttribute('aria-sort'));
      const found = keys(rows.map((row) => row.cells[column]));
      const places = [...rows.keys()];
      if (way) {
        head.ariaSort = way;
        places.sort((a, b) => !found[a] - !found[b] || (found[a] ? order(found[a], found[b]) * (way === 'ascending' ? 1 : -1) : 0));
      }
      body.append(...places.map((place) => rows[place]), ...totals);
    };

    heads.forEach((head, column) => {
      const button = Object.assign(document.createElement('button'), { type: 'button', className: 'sort' });
      button.append(...[...head.childNodes].filter((it) => !it.matches?.('.mark')));
      button.addEventListener('click', () => sort(head, column));
      head.prepend(button);
    });
  });
})();
