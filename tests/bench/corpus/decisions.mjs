// Decisions of an executive, and the priorities that they carry out.
import { daysAfter, weekday } from './random.mjs';
import { body, heading, phrase, sentence, sentences } from './text.mjs';

function privacy(random, record) {
  record.private = random.chance(0.2);
  if (!record.private) return;
  record.exempt_paragraphs = [random.pick(['1', '2', '3', '4', '5', '7'])];
  record.private_reason = `${sentences(random, 2)}\n`;
  record.private_notice_28 = daysAfter(record.decided, -40);
  record.private_notice_5 = daysAfter(record.decided, -12);
  record.representations = 'None were received.\n';
}

/** The record of the id; `world` as for FOI releases. */
export function decision(random, world, id) {
  const values = (field) => world.values('decisions', field);
  const year = id.slice(4, 8);
  const ward = random.pick(world.wards);
  const decided = weekday(random, `${year}-02-20`, year === '2018' ? '2018-05-31' : `${year}-12-10`);
  const record = {
    title: `${heading(random)} for ${phrase(random)} in ${ward.title}`,
    summary: sentence(random),
    decision_maker: random.pick(values('decision_maker')),
    decided,
    published: daysAfter(decided, 2),
    decision: `${sentences(random, 2)}\n\n- ${phrase(random)}\n- ${phrase(random)}\n`,
    reasons: `${sentences(random, 3)}\n`,
    alternatives_rejected: `**${heading(random)}**: ${sentence(random)}\n\n**${heading(random)}**: ${sentence(random)}\n`,
    key_decision: random.chance(0.6),
  };
  if (record.key_decision) {
    record.key_limbs = random.some(values('key_limbs'), random.between(1, 2));
    record.notice_published = daysAfter(decided, -random.between(36, 60));
    record.urgency = 'none';
  }
  privacy(random, record);
  record.conflicts = [];
  record.dispensations = [];
  record.value = random.between(40, 9000) * 1000;
  record.call_in = { deadline: daysAfter(record.published, 7) };
  record.effective = daysAfter(decided, 10);
  record.implements = random.some(world.priorities, random.between(1, 2)).map((each) => `priorities/${each}`);
  record.wards = [...new Set([ward.code, ...world.someWards(random, random.between(0, 2))])];
  record.topics = random.some(values('topics'), random.between(1, 3));
  record.related = world.related(random, id);
  record.updated = record.published;
  record.source = { document: 'progress-2017', paragraph: `${random.between(1, 9)}.${random.between(1, 40)}` };
  record.illustrative = true;
  return { collection: 'decisions', id, fields: record, body: body(random, world.links(random, id)) };
}

/** The record of one priority, the `order`-th. */
export function priority(random, world, id, order) {
  const record = {
    title: `${heading(random)} and ${phrase(random)}`,
    summary: sentence(random),
    order,
    horizon: random.pick(world.values('priorities', 'horizon')),
    owner: 'Leader of the Council',
    outcome_wanted: sentence(random),
    topics: [random.pick(world.values('foi', 'topics'))],
    related: world.related(random, id),
    source: { document: 'leader-2016', paragraph: `${random.between(1, 9)}.${random.between(1, 20)}` },
    updated: '2016-01-19',
    illustrative: true,
  };
  return { collection: 'priorities', id, fields: record, body: body(random, world.links(random, id)) };
}
