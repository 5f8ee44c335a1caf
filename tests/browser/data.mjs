// What the authors wrote about the practices, read without the program, so that its counts can be checked against it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../content/practices/', import.meta.url);

// Keys and values of a front matter, as far as facets need them; a key of a table is `table.key`.
function frontMatter(text) {
  const facts = { adopted: new Set() };
  let table = '';
  for (const line of text.split('+++')[1].split('\n')) {
    const head = line.match(/^\[+([\w.]+)\]+/);
    if (head) table = `${head[1]}.`;
    const [, key, value] = line.match(/^(\w+) = (.*)$/) ?? [];
    if (table === 'adoption.' && key === 'organisation') facts.adopted.add(JSON.parse(value));
    else if (key && /^(".*"|\[.*\]|\d+|true|false)$/.test(value) && !value.includes('{')) facts[table + key] = JSON.parse(value);
  }
  return facts;
}

function evidence(facts) {
  const known = new Set([...facts.adopted, facts.organisation]).size;
  return [
    facts['evidence.own_monitoring'] === true,
    Math.max(known, facts['evidence.organisations'] ?? 1) >= 3,
    'evidence.expertise' in facts,
    'evidence.publication' in facts,
  ].filter(Boolean).length;
}

// No subject, level or audience means every one.
const some = (list) => (list?.length ? list : ['any_']);

/** Approved practices: the id, the text, and the values of every facet. */
export const practices = readdirSync(folder).map((name) => {
  const id = name.replace(/\.md$/, '');
  const file = new URL(existsSync(new URL(`${id}/index.md`, folder)) ? `${id}/index.md` : `${id}.md`, folder);
  const text = readFileSync(file, 'utf8');
  const facts = frontMatter(text);
  const facets = {
    subject: some(facts.subjects),
    level: some(facts.levels),
    topic: facts.topics ?? [],
    audience: some(facts.audiences),
    form: [facts.form],
    organisation: [facts.organisation],
    year: [String(facts.year)],
    evidence: [String(evidence(facts))],
  };
  return { id, status: facts.status, text: text.split('+++').slice(2).join('+++'), facets };
}).filter((practice) => practice.status === 'approved');
