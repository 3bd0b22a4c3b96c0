// Judges the data of a published site by other people's validators and readers.
//
//     node validate.mjs SITE BASE_URL CHECK…
//
// Checks: schemas (ajv), feeds (feedsmith, and the rules of RFC 4287 and JSON Feed 1.1), calendars
// (ical.js), figures (of pages, in the JSON beside them), openapi (Redocly), catalogue (SHACL of
// DCAT-AP), pod (its schema), markup (of datasets' pages), csvw (rdf-parser-csvw), packages
// (datapackage). Each prints one line of what it looked at, and up to 40 faults.
import fs from 'node:fs'
import path from 'node:path'
import { checkSchemas } from './checks/schemas.mjs'
import { checkFeeds } from './checks/feeds.mjs'
import { checkCalendars } from './checks/calendars.mjs'
import { checkFigures } from './checks/figures.mjs'
import { checkOpenapi } from './checks/openapi.mjs'
import { checkCatalogue } from './checks/catalogue.mjs'
import { checkPod } from './checks/pod.mjs'
import { checkMarkup } from './checks/markup.mjs'
import { checkCsvw } from './checks/csvw.mjs'
import { checkPackages } from './checks/packages.mjs'

const checks = {
  schemas: checkSchemas,
  feeds: checkFeeds,
  calendars: checkCalendars,
  figures: checkFigures,
  openapi: checkOpenapi,
  catalogue: checkCatalogue,
  pod: checkPod,
  markup: checkMarkup,
  csvw: checkCsvw,
  packages: checkPackages
}
const [folder, baseUrl, ...names] = process.argv.slice(2)

// Every file of the site, by its path from the root.
function listFiles(root, below = '') {
  return fs.readdirSync(path.join(root, below), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(below, entry.name)
    return entry.isDirectory() ? listFiles(root, name) : [name]
  })
}

const site = {
  folder: path.resolve(folder),
  baseUrl,
  files: new Set(listFiles(folder)),
  text: (name) => fs.readFileSync(path.join(folder, name), 'utf8'),
  json: (name) => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')),
  // The file that an address of the site leads to, or undefined.
  fileAt(address) {
    if (!address.startsWith(baseUrl)) return undefined
    const name = decodeURI(new URL(address).pathname.slice(new URL(baseUrl).pathname.length))
    const file = name === '' || name.endsWith('/') ? name + 'index.html' : name
    return this.files.has(file) ? file : undefined
  }
}

let failed = false
for (const name of names) {
  const faults = []
  const looked = await checks[name](site, (fault) => faults.push(fault))
  console.log(`${name}: ${looked}, ${faults.length} faults`)
  for (const fault of faults.slice(0, 40)) console.log('  ' + String(fault).slice(0, 400))
  failed ||= faults.length > 0
}
process.exit(failed ? 1 : 0)
