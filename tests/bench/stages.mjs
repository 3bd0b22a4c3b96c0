// Builds one large corpus in one process, and prints what part of the time each stage took.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { writeCorpus } from './corpus.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
// Promised: rules, links and statistics take less than this part of the whole.
const PROMISED = 0.1;
const BYTES_A_RECORD = 60_000;  // of the corpus and the site together
const TITLES = {
  read: 'read the records',
  schema_and_links: 'check by schema, and link',
  rules: 'rules and statistics',
  routes: 'templates and routes',
  publish: 'pages, data and files',
};

const USAGE = `Usage: stages [BUILD] [--records 100000] [--seed 1] [--jobs N] [--check]
  --jobs   threads; one for each processor unless given
  --check  exit with 1 when the promised ratio is not met
  The corpus and the site are made in TMPDIR, /dev/shm unless set, and removed at the end.`;

function parseOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        records: { type: 'string', default: '100000' },
        seed: { type: 'string', default: '1' },
        jobs: { type: 'string', default: '0' },
        check: { type: 'boolean', default: false },
      },
    });
    const [count, seed, jobs] = [values.records, values.seed, values.jobs].map(Number);
    if (!(count >= 12) || !Number.isInteger(seed) || !(jobs >= 0)) throw new Error('Not a number.');
    const build = resolve(positionals[0] ?? join(HERE, '../../build/release'));
    return { build, count, seed, jobs, check: values.check };
  } catch (error) {
    console.error(`${error.message}\n${USAGE}`);
    return process.exit(2);
  }
}

function measure(options, folder) {
  writeCorpus({ out: folder, seed: options.seed, count: options.count, withHugo: false });
  const { status, stdout, stderr } = spawnSync(
    join(options.build, 'bin/bench_stages'),
    [join(folder, 'glasshouse'), join(folder, 'site'), String(options.jobs)],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (status !== 0) {
    console.error(`bench_stages ended with ${status}:\n${stderr.slice(0, 4000)}`);
    process.exit(3);
  }
  return JSON.parse(stdout);
}

function print({ records, files, ...stages }) {
  const total = { wall: 0, cpu: 0 };
  for (const { wall, cpu } of Object.values(stages)) {
    total.wall += wall;
    total.cpu += cpu;
  }
  const part = (of, clock) => `${(100 * of[clock] / total[clock]).toFixed(1)} %`.padStart(8);
  const row = (title, of) => console.log(
    title.padEnd(28) + `${of.wall.toFixed(2)} s`.padStart(10) + part(of, 'wall') +
    `${of.cpu.toFixed(2)} s`.padStart(12) + part(of, 'cpu'));
  console.log(`\n${records} records, ${files} files\n`);
  console.log(`${''.padEnd(28)}${'wall time'.padStart(10)}${''.padStart(8)}${'processor'.padStart(12)}`);
  for (const [name, of] of Object.entries(stages)) row(TITLES[name], of);
  row('the whole build', total);
  const both = ['wall', 'cpu'].map((clock) =>
    (stages.schema_and_links[clock] + stages.rules[clock]) / total[clock]);
  const isMet = both.every((ratio) => ratio < PROMISED);
  console.log(`\nPromised: rules, links and statistics take under 1/${1 / PROMISED} of the whole. Measured, ` +
    `with the check by schema: 1/${(1 / both[0]).toFixed(0)} of the wall time, ` +
    `1/${(1 / both[1]).toFixed(0)} of the processor time. ${isMet ? 'Met.' : 'NOT met.'}`);
  return isMet;
}

function main() {
  const options = parseOptions();
  if (!existsSync(join(options.build, 'bin/bench_stages'))) {
    console.error('bench_stages is not there; run "make build" first.');
    process.exit(3);
  }
  const root = process.env.TMPDIR ?? '/dev/shm';
  const { bavail, bsize } = statfsSync(root);
  if (bavail * bsize < options.count * BYTES_A_RECORD) {
    console.log(`${root} has no room for ${options.count} records; take fewer with --records.`);
    process.exit(options.check ? 3 : 0);
  }
  const folder = mkdtempSync(join(root, 'glasshouse-stages-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));
  if (!print(measure(options, folder)) && options.check) process.exitCode = 1;
}

main();
