// Finds entries by words. The index is many small scripts (src/render/search): file:// allows nothing else.
(function () {
  'use strict';

  const own = window.metodbank = window.metodbank || {};
  const folder = new URL('../search/', document.currentScript.src).href;

  // Where a word stands (src/render/search/code.rs) and what it weighs there: text, summary, keywords, title.
  const marks = '!#$%&()*+,-./:;=>?@[]^_';
  const weigh = (sum) => (sum % 3) + (sum % 6 > 2 ? 3 : 0) + (sum % 12 > 5 ? 5 : 0) + (sum > 11 ? 8 : 0);

  const begin = 4; // Words that begin alike in so many letters are in one file.
  const files = 4; // More files are not loaded for one word.
  const exact = 1;
  const begun = 0.7;
  const akin = 0.3;
  const mended = 0.5;

  // --- Files

  // A cache may hold files of an older publication. Every file tells the order of the entries, those of the index also
  // how words are shared out among them; files that tell different things are not used together.
  let told = {};
  let past = '';
  let loaded = new Map();

  own.take = (name, mark, value) => {
    const file = loaded.get(name);
    if (file?.script !== document.currentScript) return;
    const [order, shape] = mark.split('-');
    told.order ??= order;
    told.shape ??= shape;
    if (order === told.order && (!shape || shape === told.shape)) file.done(value);
    else file.fail(new Error('files of two publications'));
  };

  own.load = (name) => {
    if (loaded.has(name)) return loaded.get(name).promise;
    const script = document.createElement('script');
    const file = { script };
    file.promise = new Promise((done, fail) => Object.assign(file, { done, fail }));
    loaded.set(name, file);
    const here = loaded;
    // Ours has handed its value over by then.
    script.onload = script.onerror = () => {
      script.remove();
      file.fail(new Error(`${name} did not load`));
    };
    file.promise.catch(() => here.delete(name));
    script.src = `${folder}${name}.js${past}`;
    document.head.append(script);
    return file.promise;
  };

  // Runs a task; when files are missing or do not fit together, once more past every cache.
  own.steadily = async (task) => {
    const began = past;
    try {
      return await task();
    } catch (error) {
      if (began) throw error;
      if (!past) {
        past = `?${Date.now()}`;
        told = {};
        loaded = new Map();
      }
      return task();
    }
  };

  // --- Numbers and words in few letters

  own.numbers = (text) => {
    const numbers = [];
    let number = 0;
    let head = 0;
    for (let place = 0; place < text.length; place++) {
      const code = text.charCodeAt(place);
      if (code >= 65 && code <= 90) {
        head = head * 26 + code - 65;
      } else {
        number += head * 36 + (code < 58 ? code - 48 : code - 87);
        numbers.push(number);
        head = 0;
      }
    }
    return numbers;
  };

  // «0наставник!3 9еств!1»: how many letters a word shares with the one before, the rest, its entries.
  function unfold(text) {
    let before = '';
    return text ? text.split(' ').map((item) => {
      const end = item.search(/[!-/:-@[-`]/);
      const [word, entries] = end < 0 ? [item, ''] : [item.slice(0, end), item.slice(end)];
      before = before.slice(0, parseInt(word[0], 36)) + word.slice(1);
      return { word: before, entries };
    }) : [];
  }

  function places(entries) {
    return entries.match(/[!-/:-@[-`][^!-/:-@[-`]*/g).map((group) => ({
      weight: weigh(marks.indexOf(group[0]) + 1),
      numbers: own.numbers(group.slice(1)),
    }));
  }

  async function wordsOf(name) {
    const text = await own.load(name);
    const file = loaded.get(name) ?? {};
    file.words ??= unfold(text);
    return file.words;
  }

  // All words that begin so, from as few files as possible; `firsts` are the first words of the files.
  async function beginning(kind, firsts, start, most = files) {
    let from = 0;
    while (from + 1 < firsts.length && firsts[from + 1] <= start) from++;
    let to = from;
    while (to + 1 < firsts.length && firsts[to + 1].startsWith(start) && to - from + 1 < most) to++;
    const names = Array.from({ length: to - from + 1 }, (_, place) => `${kind}/${from + place}`);
    const found = await Promise.all(names.map(wordsOf));
    return found.flat().filter(({ word }) => word.startsWith(start));
  }

  async function exactly(start, stem) {
    const items = await beginning('words', start.words, stem, 1);
    return items.filter(({ word }) => word === stem);
  }

  // --- One word

  function shared(one, other) {
    let same = 0;
    while (same < one.length && one[same] === other[same]) same++;
    return same;
  }

  // «наставничество» and «наставник»: one root, other suffixes; its last consonant may change.
  function kin(one, other) {
    const same = shared(one, other);
    const least = Math.min(one.length, other.length);
    return same >= begin && same >= least - 1 && Math.max(one.length, other.length) - same <= 6;
  }

  function likeness(word, stem, candidate) {
    if (candidate === stem) return exact;
    if (word.length > 1 && candidate.startsWith(word)) return begun;
    return kin(stem, candidate) ? akin : 0;
  }

  // Whether one letter too many, too few, wrong or swapped with its neighbour makes one word of the other.
  function slip(one, other) {
    const same = shared(one, other);
    const [a, b] = [one.slice(same), other.slice(same)];
    const rest = (first, second) => a.slice(first) === b.slice(second);
    return rest(1, 1) || rest(1, 0) || rest(0, 1) || (a[0] === b[1] && a[1] === b[0] && rest(2, 2));
  }

  // An ending may have stayed on a word with a mistake.
  const misspelt = (word, stem, candidate) => candidate.length > 2
    && (slip(stem, candidate) || [1, 2, 3].some((cut) => word.length - cut >= begin && slip(word.slice(0, -cut), candidate)));

  // The first letter is nearly always right; where all words are in few files, others are tried too.
  async function mend(start, word, stem) {
    const like = async (letter) => (await beginning('letters', start.letters, letter, 1e9))
      .filter((item) => misspelt(word, stem, item.word)).map((item) => item.word);
    const first = await like(word[0]);
    const found = first.length || start.letters.length > files ? first : await like('');
    const items = await Promise.all(found.map((candidate) => exactly(start, candidate)));
    return items.flat().map((item) => ({ ...item, factor: mended }));
  }

  // Every entry that has the word, with what it weighs there.
  async function weights(start, typed) {
    const word = own.plain(typed);
    const stem = own.stem(typed);
    const near = await beginning('words', start.words, stem.slice(0, begin));
    let items = near.map((item) => ({ ...item, factor: likeness(word, stem, item.word) })).filter((item) => item.factor);
    const found = items.some((item) => item.factor > akin);
    if (!found && stem.length >= begin) items = [...await mend(start, word, stem), ...items];
    const entries = new Map();
    for (const { entries: text, factor } of items) {
      for (const { weight, numbers } of places(text)) {
        for (const number of numbers) {
          if (!(entries.get(number) >= weight * factor)) entries.set(number, weight * factor);
        }
      }
    }
    return { entries, stems: items.map((item) => item.word), mended: items.some((item) => item.factor === mended) };
  }

  // --- A query

  // An entry with more of the words, with rarer ones, in weightier places stands higher. Small words alone are no query.
  own.find = async (query) => {
    const start = await own.load('start');
    const stop = start.stop.split(' ');
    const meaning = [...new Set(own.words(query).map(own.plain))]
      .filter((word) => !stop.includes(word) && (word.length > 1 || /\d/.test(word)));
    if (!meaning.length) return null;
    const words = await Promise.all(meaning.slice(0, 12).map((word) => weights(start, word)));
    const total = start.kinds.reduce((sum, [, count]) => sum + count, 0);
    const scores = new Map();
    for (const { entries } of words) {
      const rare = Math.log(1 + total / (entries.size + 1));
      for (const [number, weight] of entries) {
        const score = scores.get(number) ?? { number, words: 0, weight: 0 };
        score.words += 1;
        score.weight += weight * rare;
        scores.set(number, score);
      }
    }
    let most = 0;
    scores.forEach((score) => { most = Math.max(most, score.words); });
    const best = [...scores.values()].filter((score) => score.words === most);
    best.sort((one, other) => other.weight - one.weight || one.number - other.number);
    const stems = new Set(words.flatMap((word) => word.stems));
    return {
      numbers: best.map((score) => score.number),
      partly: best.length > 0 && most < words.length,
      mended: words.some((word) => word.mended),
      // Whether a word of a text is one of those that were found.
      fits: (word) => stems.has(own.stem(word)),
    };
  };

  // One item of the files that hold several: `cards` and `texts`.
  own.item = async (kind, number) => {
    const size = (await own.load('start'))[kind];
    return (await own.load(`${kind}/${Math.floor(number / size)}`))[number % size];
  };
})();
