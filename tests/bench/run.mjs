// Builds one corpus with Glasshouse and with Hugo, in turn, and prints what each took.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { writeCorpus } from './corpus.mjs';
import { compareTrees, meanRecordSize, readTree, totalBytes } from './trees.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
// What is promised: so many times as fast, and so small a part of the memory.
const PROMISED = { wall: 6, memory: 8 };
const SHOWN = 10;

const USAGE = `Usage: run [BUILD] [--records 12000] [--seed 1] [--runs 5] [--only NAME] [--check]
  BUILD      the build folder, build/release unless given
  --records  FOI releases and decisions together
  --runs     measured runs of each generator, after one to warm up
  --only     glasshouse: leave Hugo out, which needs 20 GB of memory for 100,000 records
  --check    exit with 1 when a promised ratio is not met
  The corpus and both sites are made in TMPDIR, /dev/shm unless set, and removed at the end.`;

function parseOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        records: { type: 'string', default: '12000' },
        seed: { type: 'string', default: '1' },
        runs: { type: 'string', default: '5' },
        only: { type: 'string' },
        check: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      console.log(USAGE);
      process.exit(0);
    }
    const build = resolve(positionals[0] ?? join(HERE, '../../build/release'));
    const [count, seed, runs] = [values.records, values.seed, values.runs].map(Number);
    if (!(count >= 12) || !Number.isInteger(seed) || !(runs >= 1)) throw new Error('Not a number.');
    if (![undefined, 'glasshouse', 'hugo'].includes(values.only)) throw new Error('No such generator.');
    return { build, count, seed, runs, only: values.only, check: values.check };
  } catch (error) {
    console.error(`${error.message}\n${USAGE}`);
    return process.exit(2);
  }
}

function stop(message) {
  console.error(message);
  process.exit(3);
}

/** Runs a command; gives wall, user and system seconds and the peak of its memory. */
function measure(build, folder, [command, ...args]) {
  const file = join(folder, 'measured.json');
  const environment = { ...process.env, HUGO_CACHEDIR: join(folder, 'hugo-cache') };
  const { status, stdout, stderr } = spawnSync(
    join(build, 'bin/bench_measure'), [file, command, ...args],
    { env: environment, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (status !== 0) stop(`${command} ${args.join(' ')}\nended with ${status}:\n${(stdout + stderr).slice(0, 4000)}`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

function summary(runs) {
  return {
    wall: median(runs.map((run) => run.wall)),
    best: Math.min(...runs.map((run) => run.wall)),
    cpu: median(runs.map((run) => run.user + run.system)),
    memory: median(runs.map((run) => run.peak_bytes)),
  };
}

const seconds = (value) => `${value.toFixed(2)} s`;
const megabytes = (value) => `${(value / 1e6).toFixed(1)} MB`;
const kilobytes = (value) => `${(value / 1e3).toFixed(1)} kB`;
const times = (value) => `${value.toFixed(1)} ×`;

function printTable(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const [index, row] of rows.entries()) {
    console.log(row.map((cell, column) =>
      (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  '));
    if (index === 0) console.log(widths.map((width) => '-'.repeat(width)).join('  '));
  }
}

function printDifferences(name, paths) {
  if (paths.length === 0) return;
  console.log(`Only in ${name}'s site: ${paths.length} files`);
  for (const path of paths.slice(0, SHOWN)) console.log(`  ${path}`);
  if (paths.length > SHOWN) console.log(`  and ${paths.length - SHOWN} more`);
}

const outOf = (folder, name) => join(folder, `out-${name}`);

/** The command that builds the corpus with a generator. */
function commandOf(name, build, folder) {
  const out = outOf(folder, name);
  return name === 'hugo'
    ? ['hugo', '--quiet', '--source', join(folder, 'hugo'), '--destination', out]
    : [join(build, 'bin/glasshouse'), 'build', '--site', join(folder, 'glasshouse'), '--out', out];
}

/** Builds with each in turn, so that a busy minute of the machine harms both: {name: summary}. */
function measureInTurn(names, options, folder) {
  const results = Object.fromEntries(names.map((name) => [name, []]));
  for (let run = 0; run <= options.runs; run += 1) {
    for (const name of names) {
      rmSync(outOf(folder, name), { recursive: true, force: true });
      const result = measure(options.build, folder, commandOf(name, options.build, folder));
      if (run > 0) results[name].push(result);
      process.stderr.write(`${run === 0 ? 'warm-up' : `run ${run}`}: ${name} ${seconds(result.wall)}\n`);
    }
  }
  return Object.fromEntries(names.map((name) => [name, summary(results[name])]));
}

const COLUMNS = { glasshouse: 'Glasshouse', hugo: 'Hugo' };

function printResults(names, results, trees) {
  const row = (title, of, show) => {
    const values = names.map(of);
    const ratio = values.length === 2 ? [times(values[1] / values[0])] : [];
    return [title, ...values.map(show), ...ratio];
  };
  printTable([
    ['', ...names.map((name) => COLUMNS[name]), ...(names.length === 2 ? ['ratio'] : [])],
    row('wall time, median', (name) => results[name].wall, seconds),
    row('wall time, best', (name) => results[name].best, seconds),
    row('processor time', (name) => results[name].cpu, seconds),
    row('peak memory', (name) => results[name].memory, megabytes),
    row('files', (name) => trees[name].size, String),
    row('bytes', (name) => totalBytes(trees[name]), megabytes),
    row('a record\'s page', (name) => meanRecordSize(trees[name], 'index.html'), kilobytes),
    row('a record\'s JSON', (name) => meanRecordSize(trees[name], 'index.json'), kilobytes),
  ]);
}

function printFloors(names, options, folder) {
  if (names.includes('glasshouse')) {
    const again = measure(options.build, folder, commandOf('glasshouse', options.build, folder));
    console.log(`\nGlasshouse again, nothing changed: ${seconds(again.wall)}`);
  }
  const name = names[names.length - 1];
  const copy = measure(options.build, folder, ['cp', '-r', outOf(folder, name), outOf(folder, 'copy')]);
  console.log(`cp -r of ${COLUMNS[name]}'s site, a floor: ${seconds(copy.wall)}`);
}

/** Prints how the two sites differ and whether the promise is kept; gives whether all is well. */
function judge(results, trees) {
  const { onlyHugo, onlyGlasshouse, samePages } = compareTrees(trees.glasshouse, trees.hugo);
  console.log(samePages ? 'Both made the same pages.' : 'The two sites do not have the same pages.');
  printDifferences('Hugo', onlyHugo);
  printDifferences('Glasshouse', onlyGlasshouse);
  const wall = results.hugo.wall / results.glasshouse.wall;
  const memory = results.hugo.memory / results.glasshouse.memory;
  const isMet = wall >= PROMISED.wall && memory >= PROMISED.memory;
  console.log(`Promised: ${PROMISED.wall} times as fast, at most 1/${PROMISED.memory} of the memory. ` +
    `Measured: ${wall.toFixed(1)} times, 1/${memory.toFixed(1)}. ${isMet ? 'Met.' : 'NOT met.'}`);
  return isMet && samePages;
}

/** The template engine against Nunjucks, where its benchmark is there. */
function runTemplateBenchmark(build) {
  const script = join(HERE, 'template/bench.mjs');
  if (!existsSync(script)) return true;
  console.log('\nTemplates');
  return spawnSync(process.execPath, [script, build], { stdio: 'inherit' }).status === 0;
}

function main() {
  const options = parseOptions();
  for (const program of ['glasshouse', 'bench_measure']) {
    const file = join(options.build, 'bin', program);
    if (!existsSync(file)) stop(`${file} is not there; run "make build" first.`);
  }
  if (options.only !== 'glasshouse' && spawnSync('hugo', ['version']).status !== 0) {
    stop('Hugo is not installed; tools/setup installs it.');
  }

  const folder = mkdtempSync(join(process.env.TMPDIR ?? '/dev/shm', 'glasshouse-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));

  const records = writeCorpus({ out: folder, seed: options.seed, count: options.count });
  const names = options.only ? [options.only] : ['glasshouse', 'hugo'];
  const results = measureInTurn(names, options, folder);
  const trees = Object.fromEntries(names.map((name) => [name, readTree(outOf(folder, name))]));
  console.log(`\n${records} records; ${cpus().length} processors, load ${loadavg()[0].toFixed(1)}\n`);
  printResults(names, results, trees);
  printFloors(names, options, folder);
  if (options.only) return;
  const isWell = judge(results, trees);
  const templatesWell = runTemplateBenchmark(options.build);
  if (options.check && !(isWell && templatesWell)) process.exitCode = 1;
}

main();
