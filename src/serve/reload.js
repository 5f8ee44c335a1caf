// The preview: loads the page anew when the site has changed. A page that nobody sees does not listen, because a
// browser has few connections to one server.
"use strict";
(() => {
  const shown = document.currentScript.dataset.version;
  let news = null;
  const listen = () => {
    if (document.hidden) {
      news?.close();
      news = null;
    } else if (!news) {
      news = new EventSource("/.metodbank/events");
      news.onmessage = (event) => {
        if (event.data !== shown) location.reload();
      };
    }
  };
  document.addEventListener("visibilitychange", listen);
  listen();
})();
