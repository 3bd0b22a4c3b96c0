// FOI releases, with the fields that a real one has.
import { daysAfter, weekday } from './random.mjs';
import { body, heading, phrase, sentence, sentences } from './text.mjs';

// Outcomes in about the shares that councils report.
const OUTCOMES = [...Array(55).fill('granted-in-full'), ...Array(16).fill('granted-in-part'),
  ...Array(8).fill('not-held'), ...Array(7).fill('withheld-in-full'), ...Array(6).fill('refused-cost-limit'),
  ...Array(4).fill('advice-and-assistance'), ...Array(3).fill('lapsed'), 'refused-vexatious'];
const EXEMPTIONS = {
  foi: ['FOIA s.21', 'FOIA s.22', 'FOIA s.31', 'FOIA s.36', 'FOIA s.40(2)', 'FOIA s.41', 'FOIA s.43(2)'],
  eir: ['EIR reg.12(4)(d)', 'EIR reg.12(5)(e)', 'EIR reg.12(5)(f)', 'EIR reg.13'],
};

function exemptionsOf(random, outcome, regime) {
  if (outcome === 'refused-cost-limit') return [regime === 'eir' ? 'EIR reg.12(4)(b)' : 'FOIA s.12'];
  if (outcome === 'refused-vexatious') return [regime === 'eir' ? 'EIR reg.12(4)(b)' : 'FOIA s.14(1)'];
  if (outcome === 'withheld-in-full' || outcome === 'granted-in-part') {
    return random.some(EXEMPTIONS[regime], random.between(1, 2));
  }
  return [];
}

function clock(random, record) {
  if (random.chance(0.1)) {
    record.clarification_requested = daysAfter(record.received, 2);
    record.clarification_received = daysAfter(record.received, 9);
  }
  const start = record.clarification_received ?? record.received;
  record.responded = daysAfter(start, random.chance(0.08) ? random.between(36, 60) : random.between(7, 24));
  if (record.regime === 'eir' && random.chance(0.15)) {
    record.extension = { ground: 'complex-and-voluminous', until: daysAfter(start, 50), told: daysAfter(start, 14) };
  }
}

function review(random, record) {
  if (!random.chance(0.2)) return;
  const requested = daysAfter(record.responded, random.between(3, 20));
  record.internal_review = {
    requested,
    completed: daysAfter(requested, random.between(10, 26)),
    outcome: random.pick(['answer-stands', 'answer-changed-in-part', 'answer-changed']),
  };
  record.updated = record.internal_review.completed;
  if (!random.chance(0.3)) return;
  record.updated = daysAfter(record.updated, random.between(60, 120));
  record.ico = {
    reference: `FS5${random.between(1000000, 9999999)}`,
    outcome: random.pick(['upheld', 'partly-upheld', 'not-upheld', 'informally-resolved']),
    decided: record.updated,
  };
}

/** The record of the id; `world` has wards, values(), links() and related(). */
export function foiRelease(random, world, id) {
  const values = (field) => world.values('foi', field);
  const year = id.slice(4, 8);
  const regime = random.chance(0.25) ? 'eir' : 'foi';
  const outcome = random.pick(OUTCOMES);
  const exemptions = exemptionsOf(random, outcome, regime);
  const ward = random.pick(world.wards);
  const record = {
    title: `${heading(random)} and ${phrase(random)} in ${ward.title}`,
    summary: sentence(random),
    reference: `FOI/${year}/${id.slice(9)}`,
    received: weekday(random, `${year}-01-02`, year === '2018' ? '2018-03-29' : `${year}-12-22`),
    regime,
  };
  clock(random, record);
  record.updated = record.responded;
  record.requester_type = random.pick(values('requester_type'));
  record.category = random.pick(values('category'));
  record.directorate = random.pick(values('directorate'));
  record.outcome = outcome;
  if (exemptions.length > 0) {
    record.exemptions = exemptions;
    record.public_interest = `${sentences(random, 2)}\n\nOn balance the *public interest* is in ${phrase(random)}.\n`;
  }
  record.question = `Please send me, for each year since ${random.between(2010, 2014)}:\n\n- ${phrase(random)}\n- ${phrase(random)}\n\n${sentence(random)}\n`;
  review(random, record);
  record.wards = [...new Set([ward.code, ...world.someWards(random, random.between(0, 2))])];
  record.topics = random.some(values('topics'), random.between(1, 3));
  record.datasets = [`${heading(random)}, by month`];
  record.related = world.related(random, id);
  if (random.chance(0.1)) {
    record.corrections = [{ date: record.updated, was: `${random.between(100, 500)} ${phrase(random)}`,
      now: `${random.between(500, 900)}. ${sentence(random)}` }];
  }
  record.source = { document: 'localism-2018', paragraph: `${random.between(1, 9)}.${random.between(1, 40)}` };
  record.licence = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/';
  record.illustrative = true;
  return { collection: 'foi', id, fields: record, body: body(random, world.links(random, id)) };
}
