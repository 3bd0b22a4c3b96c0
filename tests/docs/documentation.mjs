// Fails where an option, a schema keyword, a template filter or a diagnostic id is not documented,
// or where the documentation names one that is gone.
//
//   node documentation.mjs GLASSHOUSE       check
//   node documentation.mjs --write          rewrite docs/diagnostics.md from the rooms' READMEs
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const read = (path) => readFileSync(join(root, path), 'utf8')
const rooms = ['base', 'content', 'schema', 'model', 'datasets', 'rules', 'markdown', 'template', 'pages', 'formats',
  'publish', 'preview', 'commands'].filter((room) => existsSync(join(root, `generator/${room}/README.md`)))

function sources() {
  return readdirSync(join(root, 'generator'), { recursive: true })
    .filter((file) => /\.(cpp|h)$/.test(file))
    .map((file) => read(join('generator', file)))
}

// Ids have a hyphen, and are passed as literals to whatever says the problem.
function idsInCode() {
  const ids = new Set()
  const call = /\b(?:error|warning|fail|refuse|say|tell|report|problem|add)\w*\(\s*(?:[\w.>&*:()-]+,\s*)*"([a-z0-9]+(?:-[a-z0-9]+)+)"/g
  for (const text of sources()) {
    for (const match of text.matchAll(call)) ids.add(match[1])
  }
  return ids
}

function literalsInCode() {
  const literals = new Set()
  for (const text of sources()) {
    for (const match of text.matchAll(/"([a-z0-9-]+)"/g)) literals.add(match[1])
  }
  return literals
}

// The rows `| `id` | when |` below the heading `| id | when |` of a README.
function tableOf(room) {
  const rows = []
  let inside = false
  for (const line of read(`generator/${room}/README.md`).split('\n')) {
    if (/^\| *id *\| *when *\|/.test(line)) inside = true
    else if (!line.startsWith('|')) inside = false
    else if (inside && !/^\|[ :-]+\|/.test(line)) rows.push(line)
  }
  return rows
}

function diagnosticsPage() {
  const parts = rooms.map((room) => [room, tableOf(room)]).filter(([, rows]) => rows.length > 0)
  return [
    '# Diagnostics',
    'Every problem that Glasshouse can say, by the room that says it. A problem is told with its place',
    '(`file:line:column`), what is wrong, what to do, and its id in square brackets. One error stops a',
    'publication; a warning does not.',
    '',
    'This page is made from the rooms\' READMEs by `node tests/docs/documentation.mjs --write`.',
    ...parts.flatMap(([room, rows]) => ['', `## ${room}`, '| id | when |', '|---|---|', ...rows]),
    ''
  ].join('\n')
}

function documentedIds() {
  // A row may name several: | `too-short`, `too-long` | …
  const cells = rooms.flatMap((room) => tableOf(room)).map((row) => row.split('|')[1])
  return new Set(cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1])))
}

function optionsOf(glasshouse) {
  const options = new Set()
  for (const command of ['build', 'check', 'serve', 'render']) {
    const help = execFileSync(glasshouse, [command, '--help'], { encoding: 'utf8' })
    if (!/Example: glasshouse/.test(help)) problems.push(`${command} --help has no example`)
    for (const match of help.matchAll(/(--[a-z-]+)/g)) options.add(match[1])
  }
  return options
}

const problems = []
if (process.argv[2] === '--write') {
  writeFileSync(join(root, 'docs/diagnostics.md'), diagnosticsPage())
  process.exit(0)
}

const inCode = idsInCode()
const documented = documentedIds()
const literals = literalsInCode()
for (const id of inCode) if (!documented.has(id)) problems.push(`diagnostic ${id} is in no room's README`)
for (const id of documented) if (!literals.has(id)) problems.push(`diagnostic ${id} is documented, but gone`)
if (read('docs/diagnostics.md') !== diagnosticsPage()) {
  problems.push('docs/diagnostics.md is not as the READMEs say: run documentation.mjs --write')
}

const commands = read('docs/commands.md')
const options = optionsOf(process.argv[2])
for (const option of options) {
  if (!commands.includes('`' + option)) problems.push(`option ${option} is not in docs/commands.md`)
}

const collections = read('docs/collections.md')
const keywords = [...literals].filter((text) => /^x-[a-z-]+$/.test(text))
for (const keyword of keywords) {
  if (!collections.includes('`' + keyword + '`')) problems.push(`keyword ${keyword} is not in docs/collections.md`)
}

console.log(`${inCode.size} diagnostics, ${options.size} options, ${keywords.length} keywords`)
for (const problem of problems) console.error(problem)
process.exit(problems.length > 0 ? 1 : 0)
