// catalog.jsonld: read by jsonld.js, judged against the SHACL shapes of DCAT-AP 3.0.1; its addresses
// lead to files of the site, and their sizes are the files' own. The shapes are not ours to publish:
// their folder is DCAT_AP_SHAPES; without it that part is left out, and said so.
import fs from 'node:fs'
import path from 'node:path'
import jsonld from 'jsonld'
import { Parser } from 'n3'
import rdf from '@zazuko/env'
import SHACLValidator from 'rdf-validate-shacl'

const shapesFolder = process.env.DCAT_AP_SHAPES ?? path.join(import.meta.dirname, '../../../../shared/data/catalog/dcat-ap-3.0.1')

function shapes() {
  const dataset = rdf.dataset()
  for (const file of ['shapes.ttl', 'range.ttl']) {
    const text = fs.readFileSync(path.join(shapesFolder, file), 'utf8')
    // Each file names itself and the same shapes: blank nodes must not meet.
    for (const quad of new Parser({ blankNodePrefix: file.replace('.ttl', '_') }).parse(text)) dataset.add(quad)
  }
  return dataset
}

const short = (term) => term?.value?.replace(/^.*[#/]/, '') ?? ''

function checkFile(site, file, fault) {
  const name = site.fileAt(file['dcat:downloadURL']['@id'])
  if (!name) return fault(`${file['@id']}: there is no such file`)
  const said = file['dcat:byteSize']?.['@value']
  const size = fs.statSync(path.join(site.folder, name)).size
  if (said !== undefined && Number(said) !== size) fault(`${name}: ${size} bytes, not ${said}`)
}

export async function checkCatalogue(site, fault) {
  const catalogue = site.json('catalog.jsonld')
  const datasets = catalogue['dcat:dataset']
  if (datasets.length === 0) fault('the catalogue is empty')
  for (const dataset of datasets) {
    const page = dataset['dcat:landingPage']['@id']
    if (!site.fileAt(page)) fault(`${dataset['@id']}: there is no page ${page}`)
    for (const file of dataset['dcat:distribution']) checkFile(site, file, fault)
  }
  const refuse = async (url) => { throw new Error(`${url} is asked for`) }
  const quads = await jsonld.toRDF(catalogue, { format: 'application/n-quads', documentLoader: refuse })
  const data = rdf.dataset(new Parser({ format: 'N-Quads' }).parse(quads))
  const looked = `${datasets.length} datasets, ${data.size} statements`
  if (!fs.existsSync(shapesFolder)) return `${looked}; not judged by DCAT-AP: no shapes in ${shapesFolder}`
  const report = await new SHACLValidator(shapes(), { factory: rdf }).validate(data)
  for (const result of report.results) {
    fault(`${short(result.severity)} at ${result.focusNode?.value}: ${short(result.path)} ${result.message.map((m) => m.value).join('; ')} ${short(result.sourceConstraintComponent)} ${result.value?.value ?? ''}`)
  }
  return looked
}
