// data.json by the schema of Project Open Data 1.1 (POD_SCHEMA, a folder; without it that part is left
// out, and said so), but for the codes that only federal bodies of the United States have; its files
// are there.
import fs from 'node:fs'
import path from 'node:path'
import Ajv from 'ajv'
import addFormats from 'ajv-formats'

const folder = process.env.POD_SCHEMA ?? path.join(import.meta.dirname, '../../../../shared/data/catalog/pod/v1.1/schema')

// Its draft-04 is read as draft-07: what differs is the name of `id`.
function validator() {
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true, unicodeRegExp: false }))
  for (const name of fs.readdirSync(folder).filter((file) => file.endsWith('.json'))) {
    const { id, $schema, ...schema } = JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'))
    schema.$id = id.replace(/#$/, '')
    schema.required = schema.required?.filter((key) => key !== 'bureauCode' && key !== 'programCode')
    if (!schema.required) delete schema.required
    ajv.addSchema(schema)
  }
  return ajv
}

export async function checkPod(site, fault) {
  const catalogue = site.json('data.json')
  let files = 0
  for (const dataset of catalogue.dataset) {
    for (const address of [dataset.landingPage, dataset.describedBy, ...dataset.distribution.map((file) => file.downloadURL)]) {
      files++
      if (!site.fileAt(address)) fault(`${dataset.identifier}: there is no ${address}`)
    }
  }
  const looked = `${catalogue.dataset.length} datasets, ${files} addresses`
  if (!fs.existsSync(folder)) return `${looked}; not judged by its schema: there is no ${folder}`
  const ajv = validator()
  if (!ajv.validate('https://project-open-data.cio.gov/v1.1/schema/catalog.json', catalogue)) {
    for (const error of ajv.errors) fault(`${error.instancePath}: ${error.message}`)
  }
  return looked
}
