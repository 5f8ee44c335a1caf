// What scripts add to every page.
(function () {
  'use strict';

  // The low-vision version is a checkbox and CSS; only its memory needs a script.
  const contrast = document.getElementById('low-vision');
  if (contrast) {
    try {
      contrast.checked = localStorage.getItem('low-vision') === '1';
    } catch { /* this page only */ }
    contrast.addEventListener('change', () => {
      try {
        if (contrast.checked) localStorage.setItem('low-vision', '1');
        else localStorage.removeItem('low-vision');
      } catch { /* as above */ }
    });
  }

  // Facets combine only in the finder.
  document.querySelectorAll('.combine').forEach((link) => { link.hidden = false; });
})();
