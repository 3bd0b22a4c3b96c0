// What the records of a corpus know of each other before any is made: which exist, the wards, and
// the values that the schemas allow.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const YEARS = ['2015', '2016', '2017', '2018'];
const PRIORITIES = 24;
const SINGULAR = { foi: 'the FOI release', decisions: 'the decision', priorities: 'the priority' };

function ids(prefix, count) {
  return Array.from({ length: count }, (_, index) => {
    const year = YEARS[Math.floor((index * YEARS.length) / count)];
    return `${prefix}-${year}-${String(index + 1).padStart(6, '0')}`;
  });
}

/** The wards without their plans, of which the corpus has none. */
function readWards(file) {
  return JSON.parse(readFileSync(file, 'utf8')).map(({ plan, ...ward }) => ward);
}

export class World {
  /** `content` is the sample's content/; `count` how many FOI releases and decisions. */
  constructor(content, count) {
    const decisions = Math.round(count / 6);
    this.ids = { foi: ids('foi', count - decisions), decisions: ids('dec', decisions) };
    this.priorities = Array.from({ length: PRIORITIES }, (_, index) => `priority-${index + 1}`);
    this.wards = readWards(join(content, 'wards', 'wards.json'));
    this.schemas = {};
    for (const name of ['foi', 'decisions', 'priorities', 'wards']) {
      this.schemas[name] = JSON.parse(readFileSync(join(content, name, 'schema.json'), 'utf8'));
    }
  }

  /** The values that a field may have. */
  values(collection, field) {
    const property = this.schemas[collection].properties[field];
    return property.enum ?? property.items.enum;
  }

  someWards(random, count) {
    return random.some(this.wards, count).map((ward) => ward.code);
  }

  /** One to three records to read beside `id`: "collection/id". */
  related(random, id) {
    const chosen = new Set();
    const count = random.between(1, 3);
    while (chosen.size < count) {
      const collection = random.chance(0.7) ? 'foi' : 'decisions';
      const other = random.pick(this.ids[collection]);
      if (other !== id) chosen.add(`${collection}/${other}`);
    }
    return [...chosen];
  }

  /** The records that a body links to. */
  links(random, id) {
    return this.related(random, id).map((reference) => {
      const [collection, other] = reference.split('/');
      return { reference, text: `${SINGULAR[collection]} ${other}` };
    });
  }
}
