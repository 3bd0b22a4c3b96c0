// What a page says under "How this is worked out" and what the JSON beside it has under
// `derived.how` are the same figures: how.mjs GLASSHOUSE SITE builds the site and compares each
// record's page with its index.json.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [glasshouse, site] = process.argv.slice(2);
const strings = JSON.parse(readFileSync(
  join(dirname(fileURLToPath(import.meta.url)), '../../templates/strings/en.json'), 'utf8'));
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September',
  'October', 'November', 'December'];
const DATE = new RegExp(`(\\d{1,2}) (${MONTHS.join('|')}) (\\d{4})`, 'g');

// The label of a value → its key in `derived`.
const keys = new Map(Object.entries(strings)
  .filter(([name]) => name.startsWith('derived_'))
  .map(([name, label]) => [label, name.slice('derived_'.length)]));

/** The dates and numbers of a text that people read, as JSON writes them. */
function figuresOf(text) {
  const figures = new Set();
  const rest = text.replace(DATE, (_, day, month, year) => {
    figures.add(`${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`);
    return ' ';
  });
  for (const [number] of rest.matchAll(/-?\d[\d,]*(\.\d+)?/g)) figures.add(number.replaceAll(',', ''));
  return figures;
}

/** The texts, dates and numbers of a value and of all that it holds. */
function facts(value, found = new Set()) {
  if (value !== null && typeof value === 'object') Object.values(value).forEach((each) => facts(each, found));
  else found.add(String(value));
  return found;
}

function textOf(html) {
  return html.replace(/<[^>]*>/g, ' ').replaceAll('&#39;', "'").replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&').replace(/\s+/g, ' ').trim();
}

/** [[label, text], …] of the steps of a page. */
function stepsOf(html) {
  const list = html.match(/<dl class="gh-how__steps">(.*?)<\/dl>/s);
  if (!list) return [];
  return list[1].split('<dt>').slice(1).map((step) => {
    const [term, told] = step.split('</dt>');
    const label = textOf(term.split('<strong>')[0]).replace(/:$/, '');
    return [label, textOf(term.split('<strong>')[1] ?? '') + ' ' + textOf(told)];
  });
}

const problems = [];
let pages = 0;
let steps = 0;

function compare(path, html, json) {
  const shown = stepsOf(html);
  if (shown.length > 0) pages += 1;
  for (const [label, text] of shown) {
    const key = keys.get(label);
    const step = json.derived?.how?.[key];
    steps += 1;
    if (!step) {
      problems.push(`${path}: the page explains "${label}", and the JSON does not`);
      continue;
    }
    const known = facts([step, json.derived[key]]);
    for (const figure of figuresOf(text)) {
      const isTitled = [...known].some((fact) => fact.includes(figure) && /[a-z]/.test(fact));
      if (!known.has(figure) && !isTitled) {
        problems.push(`${path}: "${label}" has ${figure} on the page, and not in the JSON`);
      }
    }
  }
  const explained = Object.keys(json.derived?.how ?? {});
  for (const key of Object.keys(json.derived ?? {})) {
    // What a dataset's files hold is measured, and needs no explanation.
    if (key !== 'how' && key !== 'files' && !explained.includes(key)) problems.push(`${path}: nothing explains ${key}`);
  }
}

const out = mkdtempSync(join(tmpdir(), 'glasshouse-how-'));
try {
  execFileSync(glasshouse, ['build', '--site', site, '--out', join(out, 'site')], { stdio: 'pipe' });
  for (const file of readdirSync(join(out, 'site'), { recursive: true })) {
    if (!file.endsWith('index.json')) continue;
    const json = JSON.parse(readFileSync(join(out, 'site', file), 'utf8'));
    const page = join(out, 'site', dirname(file), 'index.html');
    if (json.derived && existsSync(page)) compare(dirname(file), readFileSync(page, 'utf8'), json);
  }
} finally {
  rmSync(out, { recursive: true, force: true });
}
console.log(`${pages} pages, ${steps} explanations`);
for (const problem of problems.slice(0, 20)) console.error(problem);
if (pages === 0 || problems.length > 0) process.exitCode = 1;
