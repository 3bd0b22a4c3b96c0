#!/usr/bin/env node
// Makes one corpus of records and writes it twice, as a Glasshouse site and as a Hugo site.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { decision, priority } from './corpus/decisions.mjs';
import { foiRelease } from './corpus/foi.mjs';
import { Random } from './corpus/random.mjs';
import { World } from './corpus/world.mjs';
import { markdownFile } from './corpus/yaml.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const SAMPLE = resolve(HERE, '../../content');
const STYLESHEET = resolve(HERE, '../../node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.css');
const COLLECTIONS = ['foi', 'decisions', 'priorities', 'wards'];
const PAGE_SIZE = 50;
const LINK = /\]\(@([a-z]+)\/([a-z0-9-]+)\)/g;

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const writeJson = (file, value) => writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);

/** The sample's settings, with links only to what the corpus has. */
function siteSettings() {
  const settings = readJson(join(SAMPLE, 'site.json'));
  settings.name = 'The benchmark council';
  settings.navigation = COLLECTIONS.map((name) => ({
    title: readJson(join(SAMPLE, name, 'collection.json')).title,
    href: `/${name}/`,
  }));
  settings.footer = settings.navigation;
  return settings;
}

/** The sample's definition, without pages and maps that only one of the generators makes. */
function definition(name) {
  const value = readJson(join(SAMPLE, name, 'collection.json'));
  return { ...value, facets: [], map: undefined, page_size: PAGE_SIZE };
}

function prepareGlasshouse(site, settings, world) {
  const content = join(site, 'content');
  for (const name of COLLECTIONS) {
    mkdirSync(join(content, name), { recursive: true });
    writeJson(join(content, name, 'collection.json'), definition(name));
    writeJson(join(content, name, 'schema.json'), world.schemas[name]);
  }
  writeJson(join(content, 'wards/wards.json'), world.wards);
  cpSync(join(SAMPLE, 'calendar'), join(content, 'calendar'), { recursive: true });
  writeJson(join(content, 'site.json'), settings);
}

function prepareHugo(site, settings, world) {
  cpSync(join(HERE, 'hugo'), site, { recursive: true });
  for (const folder of ['data/collections', 'data/schemas', 'static/assets']) {
    mkdirSync(join(site, folder), { recursive: true });
  }
  if (existsSync(STYLESHEET)) cpSync(STYLESHEET, join(site, 'static/assets/site.css'));
  writeJson(join(site, 'data/site.json'), settings);
  for (const name of COLLECTIONS) {
    mkdirSync(join(site, 'content', name), { recursive: true });
    mkdirSync(join(site, 'static', name), { recursive: true });
    const { title, description } = definition(name);
    const order = Object.keys(world.schemas[name].properties);  // which Hugo's data does not keep
    writeJson(join(site, 'data/collections', `${name}.json`), { ...definition(name), order });
    writeJson(join(site, 'data/schemas', `${name}.json`), world.schemas[name]);
    writeJson(join(site, 'static', name, 'schema.json'), world.schemas[name]);
    writeFileSync(join(site, 'content', name, '_index.md'), markdownFile({ title, description }, ''));
  }
  // Hugo has no records from a list: a ward is a term of the taxonomy "wards", with a file of its own.
  for (const ward of world.wards) {
    const folder = join(site, 'content/wards', ward.code.toLowerCase());
    const { title, id, code, ...numbers } = ward;
    mkdirSync(folder);
    writeFileSync(join(folder, '_index.md'),
      markdownFile({ title, url: `/wards/${id}/`, slug: id, code, ...numbers }, ''));
  }
}

/** The same fields, with the ones that Hugo sorts by. */
function hugoFields(fields) {
  const sorted = { date: fields.received ?? fields.decided ?? fields.updated, lastmod: fields.updated };
  if (fields.order) sorted.weight = fields.order;
  return { ...fields, ...sorted };
}

function* records(random, world) {
  for (const [index, id] of world.priorities.entries()) yield priority(random, world, id, index + 1);
  for (const id of world.ids.decisions) yield decision(random, world, id);
  for (const id of world.ids.foi) yield foiRelease(random, world, id);
}

/** Writes the corpus to OUT/glasshouse and, unless not wanted, OUT/hugo; gives the number of records. */
export function writeCorpus({ out, seed, count, withHugo = true }) {
  const world = new World(SAMPLE, count);
  const settings = siteSettings();
  const glasshouse = join(out, 'glasshouse');
  const hugo = join(out, 'hugo');
  prepareGlasshouse(glasshouse, settings, world);
  if (withHugo) prepareHugo(hugo, settings, world);
  let written = 0;
  for (const { collection, id, fields, body } of records(new Random(seed), world)) {
    const name = join('content', collection, `${id}.md`);
    writeFileSync(join(glasshouse, name), markdownFile(fields, body.replace(LINK, ']($1:$2)')));
    if (withHugo) {
      writeFileSync(join(hugo, name), markdownFile(hugoFields(fields), body.replace(LINK, '](/$1/$2/)')));
    }
    written += 1;
  }
  return written + world.wards.length;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: '1' },
      records: { type: 'string', default: '12000' },
    },
  });
  const [seed, count] = [Number(values.seed), Number(values.records)];
  if (positionals.length !== 1 || !Number.isInteger(seed) || !(count >= 12)) {
    console.error('Usage: corpus.mjs [--seed 1] [--records 12000] OUT');
    process.exit(2);
  }
  const written = writeCorpus({ out: positionals[0], seed, count });
  console.log(`${positionals[0]}: ${written} records, twice`);
}
