// Words as the search compares them; a test holds this and src/words/stem.rs together.
(function () {
  'use strict';

  const vowel = /[аеиоуыэюя]/;
  const ending = (...groups) => new RegExp(`(?:${groups.join('|')})$`);
  const afterA = (endings) => `([ая])(?:${endings})`;

  // The endings of the Snowball stemmer for Russian (M. Porter, 2001), applied to the word behind its first vowel.
  const gerund = ending('ивши|ившись|ывши|ывшись|ив|ыв', afterA('вши|вшись|в'));
  const reflexive = ending('ся|сь');
  const adjective = ending('ими|ыми|его|ого|ему|ому|ее|ие|ые|ое|ей|ий|ый|ой|ем|им|ым|ом|их|ых|ую|юю|ая|яя|ою|ею');
  const participle = ending('ивш|ывш|ующ', afterA('ем|нн|вш|ющ|щ'));
  const verb = ending(
    'ейте|уйте|ила|ыла|ена|ите|или|ыли|ило|ыло|ено|ует|уют|ены|ить|ыть|ишь|ей|уй|ил|ыл|им|ым|ен|ят|ит|ыт|ую|ю',
    afterA('ете|йте|ешь|нно|ла|на|ли|ем|ло|но|ет|ют|ны|ть|й|л|н'),
  );
  const noun = ending('иями|ями|ами|ией|иям|ием|иях|ев|ов|ие|ье|еи|ии|ей|ой|ий|ям|ем|ам|ом|ах|ях|ию|ью|ия|ья|а|е|и|й|о|у|ы|ь|ю|я');
  const superlative = ending('ейше|ейш');

  // Where the second syllable that ends with a consonant begins: only behind it `-ость` is an ending.
  const behind = /^.*?[аеиоуыэюя][^аеиоуыэюя].*?[аеиоуыэюя][^аеиоуыэюя]/;

  function stem(word) {
    const first = word.search(vowel);
    if (first < 0) return word;
    const head = word.slice(0, first + 1);
    let tail = word.slice(first + 1);
    const cut = (pattern) => {
      const rest = tail.replace(pattern, (_, before) => (typeof before === 'string' ? before : ''));
      const found = rest !== tail;
      tail = rest;
      return found;
    };
    if (!cut(gerund)) {
      cut(reflexive);
      if (cut(adjective)) cut(participle);
      else if (!cut(verb)) cut(noun);
    }
    cut(/и$/);
    const second = (head + tail).match(behind);
    const derived = /ость?$/.exec(tail);
    if (second && derived && head.length + derived.index >= second[0].length) tail = tail.slice(0, derived.index);
    if (!cut(/(н)н$/)) {
      if (cut(superlative)) cut(/(н)н$/);
      else cut(/ь$/);
    }
    return head + tail;
  }

  const plain = (text) => text.normalize('NFC').toLowerCase().replace(/ё/g, 'е');
  const own = window.metodbank = window.metodbank || {};
  own.plain = plain;
  own.stem = (word) => stem(plain(word));
  own.words = (text) => text.normalize('NFC').split(/[^\p{Alphabetic}\p{N}]+/u).filter(Boolean);
})();
