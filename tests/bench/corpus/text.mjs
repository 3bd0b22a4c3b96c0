// Plain English made of a small vocabulary: sentences, and Markdown of about two kilobytes with
// headings, lists, a table and links. A link is written [text](@collection/id); each generator's
// own form takes its place when the corpus is written.

const WHO = ['The council', 'The service', 'The team', 'The depot', 'The contractor', 'The directorate',
  'The panel', 'The committee', 'The office', 'The school', 'The ward forum', 'The finance team'];
const DID = ['keeps', 'checks', 'publishes', 'counts', 'reviews', 'collects', 'repairs', 'reports',
  'plans', 'records', 'measures', 'corrects', 'shares', 'replaces'];
const ADJECTIVES = ['annual', 'local', 'quarterly', 'written', 'planned', 'missed', 'open', 'public',
  'agreed', 'earlier', 'full', 'monthly', 'late', 'new', 'separate', 'weekly'];
const NOUNS = ['records', 'visits', 'requests', 'repairs', 'collections', 'figures', 'invoices',
  'contracts', 'permits', 'inspections', 'complaints', 'letters', 'routes', 'street lights', 'drains',
  'parking places', 'allotments', 'libraries', 'playgrounds', 'trees', 'school places', 'care visits',
  'planning files', 'council homes', 'budgets', 'savings', 'forecasts', 'surveys', 'bus lanes'];
const WHERE = ['in each ward', 'in the depots', 'on main roads', 'across the city', 'in the north',
  'in the south', 'by directorate', 'at the front desk', 'for each month', 'since the last report',
  'in two systems', 'by type of road', 'with the partners', 'before the meeting'];
const WHY = ['because the system was replaced', 'so that residents can see the result',
  'as the law requires', 'although the cost rose', 'when the contract allows it',
  'and the backlog is falling', 'while the review goes on', 'where the data allows it',
  'before the budget is set', 'after the audit of the year before'];
const HEADINGS = ['What we hold', 'How it was counted', 'What it does not show', 'Costs', 'Next steps',
  'Method', 'By area', 'Changes since last year', 'Quality of the data', 'Where to find more'];

const capital = (text) => text[0].toUpperCase() + text.slice(1);

export function phrase(random) {
  return `${random.pick(ADJECTIVES)} ${random.pick(NOUNS)}`;
}

export function sentence(random) {
  let text = `${random.pick(WHO)} ${random.pick(DID)} ${phrase(random)} ${random.pick(WHERE)}`;
  if (random.chance(0.3)) text += `, ${random.between(11, 980)} of them ${random.pick(WHERE)}`;
  if (random.chance(0.5)) text += `, ${random.pick(WHY)}`;
  return `${text}.`;
}

export function sentences(random, count) {
  return Array.from({ length: count }, () => sentence(random)).join(' ');
}

export function heading(random) {
  return capital(phrase(random));
}

function table(random) {
  const rows = random.between(4, 8);
  const year = random.between(2014, 2016);
  const lines = [`| Area | ${year} | ${year + 1} | Change |`, '|---|---:|---:|---|'];
  for (let row = 1; row <= rows; row += 1) {
    const before = random.between(110, 9800);
    const after = before + random.between(-90, 90);
    lines.push(`| Area ${row}, ${phrase(random)} | ${before} | ${after} | ${after < before ? 'fewer' : 'more'} |`);
  }
  return lines.join('\n');
}

function list(random, numbered) {
  const count = random.between(3, 6);
  const lines = [];
  for (let item = 1; item <= count; item += 1) {
    lines.push(`${numbered ? `${item}.` : '-'} ${phrase(random)} ${random.pick(WHERE)}`);
  }
  return lines.join('\n');
}

/** A body of about two kilobytes that links to `links`: [{reference: "foi/…", text}]. */
export function body(random, links) {
  const parts = [sentences(random, 3)];
  if (links.length > 0) {
    parts.push(`${sentence(random)} See also [${links[0].text}](@${links[0].reference}).`);
  }
  const [first, second, third] = random.some(HEADINGS, 3);
  parts.push(`## ${first}`, `${sentences(random, 2)} **${heading(random)}** matter most here.`);
  parts.push(list(random, false));
  parts.push(`## ${second}`, sentences(random, 2), table(random));
  parts.push(`### ${heading(random)}`, `The columns are counts of *${phrase(random)}*. ${sentences(random, 3)}`);
  for (const link of links.slice(1)) {
    parts.push(`${sentence(random)} It follows [${link.text}](@${link.reference}).`);
  }
  parts.push(`## ${third}`, sentences(random, 2), list(random, true));
  if (random.chance(0.4)) parts.push(`> ${sentence(random)}`);
  parts.push(sentences(random, 1));
  return `${parts.join('\n\n')}\n`;
}
