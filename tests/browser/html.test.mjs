// The Nu validator on every page.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { moved, none, pages, SITE } from './site.mjs';

const jar = fileURLToPath(new URL('node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url));

test('the Nu validator finds no error on any page', (t) => {
  const run = spawnSync('java', ['-Xss8m', '-jar', jar, '--format', 'json', '--exit-zero-always', '--skip-non-html',
    ...[...pages, ...moved].map((page) => join(SITE, page))], { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(run.status, 0, `the validator itself failed: ${run.error ?? run.stderr}`);
  const messages = JSON.parse(run.stderr).messages
    .map((it) => ({ error: it.type !== 'info', fault: [`${it.url?.split(`${SITE}/`)[1]}:${it.lastLine}`, it.message] }));
  const warnings = messages.filter((it) => !it.error).map((it) => it.fault);
  const errors = messages.filter((it) => it.error).map((it) => it.fault);
  t.diagnostic(`${pages.length} pages, ${errors.length} errors, ${warnings.length} warnings`);
  // From a disk «self» is nobody, so the validator takes the page's own files for blocked; every page names them once more as «file:».
  const policy = /^Resource violates Content Security Policy/;
  for (const [place, message] of warnings.filter((it) => !policy.test(it[1])).slice(0, 20)) t.diagnostic(`warning: ${place} ${message}`);
  none(errors);
});
