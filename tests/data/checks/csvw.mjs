// NAME.csv-metadata.json: beside each CSV of records; it tells the columns that the file has, and
// rdf-parser-csvw reads with it what the CSV's JSON twin holds.
import fs from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import jsonld from 'jsonld'
import { Parser } from 'n3'
import rdf from '@zazuko/env'
import CsvwParser from 'rdf-parser-csvw'

const csvw = 'http://www.w3.org/ns/csvw#'
// Of the context at w3.org/ns/csvw, the terms that the files use.
const context = {
  '@vocab': csvw,
  dc: 'http://purl.org/dc/terms/',
  schema: 'http://schema.org/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  titles: { '@id': 'title' },
  columns: { '@id': 'column', '@container': '@list' },
  url: { '@type': '@id' }
}

async function quadsOf(metadata, base) {
  const local = { ...metadata, '@context': [context, metadata['@context'][1]] }
  // A bare datatype is the name of one.
  local.tableSchema = { ...metadata.tableSchema }
  local.tableSchema.columns = metadata.tableSchema.columns.map((column) =>
    typeof column.datatype === 'string' ? { ...column, datatype: { base: column.datatype } } : column)
  const text = await jsonld.toRDF(local, { format: 'application/n-quads', base })
  return rdf.dataset(new Parser({ format: 'N-Quads' }).parse(text))
}

// [{ column: text }] of each row, in its order.
async function readRows(site, name, metadata) {
  const base = site.baseUrl + name
  const parser = new CsvwParser({ baseIRI: base, metadata: await quadsOf(metadata, base), timezone: 'utc' })
  const rows = new Map()
  for await (const quad of parser.import(Readable.from([fs.readFileSync(path.join(site.folder, name), 'utf8')]))) {
    const column = decodeURIComponent(quad.predicate.value.split('#')[1] ?? '')
    if (quad.object.termType !== 'Literal' || !metadata.tableSchema.columns.some((c) => c.titles === column)) continue
    const id = quad.subject.value
    if (!rows.has(id)) rows.set(id, {})
    rows.get(id)[column] = quad.object.value
  }
  return [...rows.values()]
}

// The values of the CSV's rows by its JSON twin.
function twinOf(site, name) {
  const folder = path.posix.dirname(name)
  const file = path.posix.basename(name, '.csv')
  const json = site.json(`${folder}/records.json`)
  if (json.records) return json.records
  return json.rows.filter((row) => row.release === file)
}

function compare(column, cell, value) {
  if (value === undefined || value === null) return cell === undefined
  if (Array.isArray(value)) {
    return column.separator === undefined ? JSON.stringify(JSON.parse(cell)) === JSON.stringify(value)
      : (cell ?? '') === value.map((item) => item?.toString() ?? '').join(column.separator)
  }
  if (typeof value === 'number') return Number(cell) === value
  if (typeof value === 'boolean') return cell === String(value)
  if (typeof value === 'object') return JSON.stringify(JSON.parse(cell)) === JSON.stringify(value)
  if (column.datatype === 'dateTimeStamp') return Date.parse(cell) === Date.parse(value)
  // The reader trims; the writer puts an apostrophe before what a spreadsheet would run.
  return cell.replace(/^'/, '').trim() === value.replace(/^'/, '').trim()
}

async function checkTable(site, name, fault) {
  if (!site.files.has(`${name}-metadata.json`)) return fault(`${name} has no metadata`), 0
  const metadata = site.json(`${name}-metadata.json`)
  if (metadata.url !== path.posix.basename(name)) fault(`${name}: its metadata is of ${metadata.url}`)
  const { columns } = metadata.tableSchema
  const head = site.text(name).split('\r\n', 1)[0]
  const said = columns.map((column) => column.titles).join(',')
  if (head !== said) fault(`${name}: it has the columns ${head}, its metadata ${said}`)
  const rows = await readRows(site, name, metadata)
  const twin = twinOf(site, name)
  if (rows.length !== twin.length) return fault(`${name}: ${rows.length} rows, in JSON ${twin.length}`), 0
  let cells = 0
  rows.forEach((row, i) => {
    for (const column of columns) {
      const cell = row[column.titles]
      if (column.required && cell === undefined) fault(`${name}, row ${i + 1}: no ${column.titles}`)
      const [first, second] = column.titles.split('.')
      const value = first === 'derived' ? twin[i].derived?.[second] : twin[i][column.titles]
      cells++
      if (!compare(column, cell, value)) {
        fault(`${name}, row ${i + 1}: ${column.titles} is ${JSON.stringify(cell)}, in JSON ${JSON.stringify(value)}`)
      }
    }
  })
  return cells
}

export async function checkCsvw(site, fault) {
  const isTable = (name) => name.endsWith('/records.csv') || site.files.has(`${name}-metadata.json`)
  const tables = [...site.files].filter((name) => name.endsWith('.csv') && isTable(name))
  let cells = 0
  for (const name of tables) cells += await checkTable(site, name, fault)
  if (cells === 0) fault('no table was read')
  return `${tables.length} tables, ${cells} cells`
}
