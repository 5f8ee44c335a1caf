// Takes a practice into the route that this browser keeps; route.html shows and orders it.
(function () {
  'use strict';

  const add = document.querySelector('[data-practice]');
  const kept = () => (localStorage.getItem('route') ?? '').split(',').filter(Boolean);
  const show = () => { if (kept().includes(add.dataset.practice)) add.textContent = add.dataset.added; };
  try {
    show();
  } catch {
    return; // no storage: nothing to offer
  }
  add.addEventListener('click', () => {
    localStorage.setItem('route', [...new Set([...kept(), add.dataset.practice])].join(','));
    show();
  });
  add.parentNode.hidden = false;
})();
