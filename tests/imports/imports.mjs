// Exports as case systems write them and disclosure logs as others published them, each built whole
// from a mapping of a page: `node imports.mjs GLASSHOUSE NAME`. NAME.json here is the collection's definition, NAME.txt what must
// become of it: the rows that the closing summary counts, and every sort of problem with its count
// and the first of them, word for word. Our own data (invented, with every oddity) stands here, and NAME.txt has
// each of its records too; that of others is read from GLASSHOUSE_DATA, or ../shared/data beside the
// repository, and where it is absent the test is skipped. GLASSHOUSE_ACCEPT=1 writes
// NAME.txt anew: read the diff.
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const kSkipped = 77
const kLongestDefinition = 60
const [glasshouse, name] = process.argv.slice(2)
const here = dirname(fileURLToPath(import.meta.url))
const shared = process.env.GLASSHOUSE_DATA ?? join(here, '../../../shared/data')
const definition = JSON.parse(readFileSync(join(here, `${name}.json`), 'utf8'))
const isOurs = existsSync(join(here, definition.source.file))
const log = isOurs ? join(here, definition.source.file) : join(shared, 'foi', definition.source.file)
if (!existsSync(log)) {
  console.log(`skipped: ${log} is not there`)
  process.exit(kSkipped)
}

const work = mkdtempSync(join(tmpdir(), 'glasshouse-import-'))
try {
  mkdirSync(join(work, 'content/foi'), { recursive: true })
  mkdirSync(join(work, 'content/calendar'))
  cpSync(join(here, 'site.json'), join(work, 'content/site.json'))
  cpSync(join(here, 'bank-holidays.json'), join(work, 'content/calendar/bank-holidays.json'))
  cpSync(join(here, isOurs ? `${name}.schema.json` : 'schema.json'), join(work, 'content/foi/schema.json'))
  cpSync(join(here, `${name}.json`), join(work, 'content/foi/collection.json'))
  cpSync(log, join(work, 'content/foi', definition.source.file))
  compare(describe())
} finally {
  rmSync(work, { recursive: true })
}

function describe() {
  const built = execFileSync(glasshouse, ['build', '--site', work], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  const line = built.split('\n').find((each) => each.startsWith('foi: '))
  const checked = spawnSync(glasshouse, ['check', '--site', work, '--format', 'json'], { encoding: 'utf8', maxBuffer: 2 ** 30 })
  const sorts = new Map()
  for (const problem of JSON.parse(checked.stdout).problems) {
    const sort = sorts.get(problem.id) ?? { count: 0, first: problem }
    sort.count += 1
    sorts.set(problem.id, sort)
  }
  let text = `${line}\n`
  for (const [id, { count, first }] of [...sorts].sort()) {
    const { severity, file, line, column, message, hint } = first
    text += `\n${id}: ${count}\n${file}:${line}:${column}: ${severity}: ${message}\n  ${hint}\n`
  }
  // Every record that was counted has its page and stands in the data.
  const { records } = JSON.parse(readFileSync(join(work, 'public/foi/records.json'), 'utf8'))
  for (const { id } of records) {
    if (!existsSync(join(work, 'public/foi', id, 'index.html'))) throw new Error(`${id} has no page`)
  }
  text += `\npublished: ${records.length} records\n`
  if (isOurs) {
    for (const { url, collection, licence, links, content_html: html, updated, derived, ...own } of records) {
      text += `${JSON.stringify({ ...own, deadline: derived.deadline, timeliness: derived.timeliness })}\n`
    }
    return text
  }
  for (const key of ['deadline', 'timeliness']) {
    if (records.some((record) => record.derived?.[key])) throw new Error('United Kingdom law was applied')
  }
  return text
}

function compare(actual) {
  const lines = readFileSync(join(here, `${name}.json`), 'utf8').trimEnd().split('\n').length
  if (lines > kLongestDefinition) throw new Error(`${name}.json has ${lines} lines, and ${kLongestDefinition} are a page`)
  const expected = join(here, `${name}.txt`)
  if (process.env.GLASSHOUSE_ACCEPT === '1') writeFileSync(expected, actual)
  const wanted = existsSync(expected) ? readFileSync(expected, 'utf8') : ''
  if (wanted === actual) return
  console.error(`${name}.txt says\n${wanted}\nand this became of it\n${actual}`)
  process.exitCode = 1
}
