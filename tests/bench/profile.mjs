// Builds a corpus on one thread under perf, or under callgrind where perf is not to be had, and
// prints where the time goes.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { writeCorpus } from './corpus.mjs';
import { Profile, roomOf, shortName } from './stacks.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const USAGE = `Usage: profile [BUILD] [--records 12000] [--top 25] [--tool perf|callgrind]
  BUILD  the build folder, build/release unless given`;

function parseOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        records: { type: 'string', default: '12000' },
        top: { type: 'string', default: '25' },
        tool: { type: 'string' },
      },
    });
    return {
      build: resolve(positionals[0] ?? join(HERE, '../../build/release')),
      count: Number(values.records),
      top: Number(values.top),
      tool: values.tool,
    };
  } catch (error) {
    console.error(`${error.message}\n${USAGE}`);
    return process.exit(2);
  }
}

function run(command, args) {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr.slice(0, 2000)}`);
}

const works = (command, args) => spawnSync(command, args).status === 0;

/** A stack a paragraph: a header line, then a frame a line, the innermost first. */
async function readPerf(file, profile) {
  const script = spawn('perf', ['script', '--no-inline', '-F', 'period,ip,sym,dso', '-i', file],
    { stdio: ['ignore', 'pipe', 'ignore'] });
  let frames = [];
  let weight = 1;
  for await (const line of createInterface({ input: script.stdout })) {
    const frame = /^\s+[0-9a-f]+ (.*) \((.*)\)$/.exec(line);
    if (frame) {
      const library = frame[2] === '[kernel.kallsyms]' ? 'kernel' : basename(frame[2]).replace(/\.so.*$/, '');
      frames.push({ name: frame[1], library });
    } else if (line === '') {
      if (frames.length > 0) profile.add({ frames, weight });
      frames = [];
    } else {
      weight = Number(line.trim()) || 1;
    }
  }
  if (frames.length > 0) profile.add({ frames, weight });
}

async function withPerf(options, folder, command) {
  const data = join(folder, 'perf.data');
  run('perf', ['record', '-q', '-F', '2999', '--call-graph', 'dwarf,16384', '-o', data, ...command]);
  const profile = new Profile();
  await readPerf(data, profile);
  profile.print(options.top);
}

/** callgrind has no stacks to add up by room: its own table of functions must do. */
function withCallgrind(options, folder, command) {
  const data = join(folder, 'callgrind.out');
  run('valgrind', ['--tool=callgrind', `--callgrind-out-file=${data}`, ...command]);
  const { stdout } = spawnSync('callgrind_annotate', ['--inclusive=yes', '--threshold=100', data],
    { encoding: 'utf8', maxBuffer: 1 << 28 });
  console.log(`\nThe ${options.top} functions that take the most instructions, with all they call`);
  let shown = 0;
  for (const line of stdout.split('\n')) {
    const match = /^\s*[\d,]+ \(\s*([\d.]+)%\)\s+(?:[^:]*:)?(.*?)(?: \[[^\]]*\])?$/.exec(line);
    if (!match || roomOf(match[2]) === '') continue;
    console.log(`${`${match[1]} %`.padStart(8)}  ${roomOf(match[2]).padEnd(9)}  ${shortName(match[2])}`);
    shown += 1;
    if (shown === options.top) break;
  }
}

async function main() {
  const options = parseOptions();
  const program = join(options.build, 'bin/glasshouse');
  if (!existsSync(program)) {
    console.error(`${program} is not there; run "make build" first.`);
    process.exit(3);
  }
  const folder = mkdtempSync(join(process.env.TMPDIR ?? '/dev/shm', 'glasshouse-profile-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));

  const records = writeCorpus({ out: folder, seed: 1, count: options.count });
  const command = [program, 'build', '--jobs', '1', '--site', join(folder, 'glasshouse'),
    '--out', join(folder, 'out')];
  console.log(`${records} records on one thread`);
  const hasPerf = works('perf', ['record', '-q', '-o', join(folder, 'try.data'), 'true']);
  if (options.tool === 'callgrind' || !hasPerf) {
    if (!works('valgrind', ['--version'])) throw new Error('Neither perf nor valgrind can be used here.');
    withCallgrind(options, folder, command);
  } else {
    await withPerf(options, folder, command);
  }
}

await main();
