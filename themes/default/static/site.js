// What every page remembers and offers with scripts. The site is complete without them.
(function () {
  'use strict';

  // The low-vision version is a checkbox and CSS; only its memory needs a script.
  const contrast = document.getElementById('low-vision');
  if (contrast) {
    try {
      contrast.checked = localStorage.getItem('low-vision') === '1';
    } catch { /* no storage: works on this page only */ }
    contrast.addEventListener('change', () => {
      try {
        if (contrast.checked) localStorage.setItem('low-vision', '1');
        else localStorage.removeItem('low-vision');
      } catch { /* as above */ }
    });
  }

  // Facets combine only in the finder.
  document.querySelectorAll('.combine').forEach((link) => { link.hidden = false; });

  // A practice goes into the route that this browser keeps; route.html shows and orders it.
  const add = document.querySelector('[data-practice]');
  if (add) {
    try {
      const kept = () => (localStorage.getItem('route') ?? '').split(',').filter(Boolean);
      const show = () => { if (kept().includes(add.dataset.practice)) add.textContent = add.dataset.added; };
      add.addEventListener('click', () => {
        localStorage.setItem('route', [...new Set([...kept(), add.dataset.practice])].join(','));
        show();
      });
      show();
      add.parentNode.hidden = false;
    } catch { /* no storage: nothing to offer */ }
  }
})();
