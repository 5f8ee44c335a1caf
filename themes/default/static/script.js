// Search in the bank and memory for the low-vision version. The site is complete without this file.
(function () {
  'use strict';

  // The low-vision version is a checkbox and CSS; only its memory needs a script.
  var contrast = document.getElementById('low-vision');
  if (contrast) {
    try {
      contrast.checked = localStorage.getItem('low-vision') === '1';
    } catch (error) { /* no storage: works on this page only */ }
    contrast.addEventListener('change', function () {
      try {
        if (contrast.checked) localStorage.setItem('low-vision', '1');
        else localStorage.removeItem('low-vision');
      } catch (error) { /* as above */ }
    });
  }

  var form = document.getElementById('search');
  if (!form) return;

  var input = document.getElementById('search-words');
  var state = document.getElementById('search-state');
  var found = document.getElementById('search-found');
  var list = document.getElementById('bank-list');
  var texts = form.dataset;
  var index = null;
  var asked = false;
  var timer = 0;
  var most = 60;
  var small = 'и в во на с со к ко у о об от до по за из не а но для как что при под над без или'.split(' ');

  function words(text) {
    return text.toLowerCase().replace(/ё/g, 'е').split(/[^0-9a-zа-я]+/).filter(Boolean);
  }

  function fits(word, key) {
    return key.startsWith(word) || (word.startsWith(key) && word.length - key.length <= 3);
  }

  function counted(n) {
    if (n === 0) return texts.none;
    var last = n % 10;
    var teen = n % 100 > 10 && n % 100 < 15;
    var text = !teen && last === 1 ? texts.one : !teen && last > 1 && last < 5 ? texts.few : texts.many;
    return text.replace('#', String(n));
  }

  // Other endings and fleeting vowels: «ошибки» and «ошибок».
  function resembles(word, key) {
    var same = 0;
    while (same < word.length && word[same] === key[same]) same++;
    return same >= 4 && word.length - same <= 3 && key.length - same <= 3;
  }

  // Every word must match a key; entries whose titles hold more of the words come first.
  function search(query, fits) {
    var results = [];
    index.forEach(function (entry, place) {
      var inTitle = 0;
      for (var i = 0; i < query.length; i++) {
        var keys = entry.keys.filter(function (key) { return fits(query[i], key); });
        if (!keys.length) return;
        if (entry.words.some(function (word) {
          return keys.some(function (key) { return word.startsWith(key); });
        })) inTitle++;
      }
      results.push({ entry: entry, rank: inTitle, place: place });
    });
    return results.sort(function (a, b) { return b.rank - a.rank || a.place - b.place; });
  }

  function element(name, text, className) {
    var node = document.createElement(name);
    if (text) node.textContent = text;
    if (className) node.className = className;
    return node;
  }

  function show(results) {
    var items = element('ol', '', 'found');
    results.slice(0, most).forEach(function (result) {
      var item = element('li');
      var link = element('a', result.entry.title);
      link.href = texts.root + result.entry.href;
      item.append(link, element('p', result.entry.summary));
      items.append(item);
    });
    found.replaceChildren(items);
  }

  function remember(query) {
    try {
      var address = new URL(location.href);
      if (query) address.searchParams.set('q', query);
      else address.searchParams.delete('q');
      history.replaceState(null, '', address);
    } catch (error) { /* some browsers forbid it for files */ }
  }

  function run() {
    var text = input.value.trim();
    var query = words(text);
    var meaning = query.filter(function (word) { return !small.includes(word); });
    if (meaning.length) query = meaning;
    remember(text);

    var results = query.length && index ? search(query, fits) : [];
    if (query.length && index && !results.length) results = search(query, resembles);
    found.replaceChildren();
    found.hidden = !results.length;
    list.hidden = results.length > 0;
    if (!query.length) {
      state.textContent = '';
    } else if (!index) {
      state.textContent = asked === 'failed' ? texts.failed : texts.loading;
      load();
    } else {
      show(results);
      state.textContent = counted(results.length);
    }
  }

  window.metodbankSearch = function (entries) {
    index = entries.map(function (entry) {
      return {
        title: entry[0],
        href: entry[1],
        summary: entry[2],
        keys: entry[3].split(' '),
        words: words(entry[0])
      };
    });
    if (input.value.trim()) run();
  };

  function load() {
    if (asked === true || index) return;
    asked = true;
    var script = document.createElement('script');
    script.src = texts.index;
    script.onerror = function () {
      asked = 'failed';
      script.remove();
      if (input.value.trim()) state.textContent = texts.failed;
    };
    document.head.append(script);
  }

  form.hidden = false;
  input.addEventListener('focus', load);
  input.addEventListener('input', function () {
    clearTimeout(timer);
    timer = setTimeout(run, 200);
  });
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    clearTimeout(timer);
    run();
  });

  var asking = new URLSearchParams(location.search).get('q');
  if (asking) {
    input.value = asking;
    load();
    run();
  }
})();
