// Each collection's schema.json is a JSON Schema (draft-07) that ajv reads, and holds for the
// records as published.
import Ajv from 'ajv'
import addFormats from 'ajv-formats'

// What the site adds to a record, unless the schema has a field of the name.
const added = ['id', 'collection', 'url', 'title', 'derived', 'updated', 'licence']

export function checkSchemas(site, fault) {
  let schemas = 0
  let records = 0
  for (const file of [...site.files].filter((name) => /^[^/]+\/schema\.json$/.test(name)).sort()) {
    const folder = file.replace('schema.json', '')
    const schema = site.json(file)
    // Our own keywords (x-…) mean nothing to others; formats are checked.
    const ajv = addFormats(new Ajv({ strict: false, allErrors: true, validateFormats: true }))
    if (!ajv.validateSchema(schema)) fault(`${file}: ${ajv.errorsText()}`)
    const validate = ajv.compile(schema)
    schemas += 1
    const fields = Object.keys(schema.properties)
    for (const name of fields) {
      const { title, description } = schema.properties[name]
      if (!title || !description) fault(`${file}: ${name} has no title or description`)
    }
    if (!site.files.has(folder + 'records.json')) continue
    for (const record of site.json(folder + 'records.json').records) {
      if (record.withdrawn) continue // a tombstone has no fields left
      records += 1
      const authored = Object.fromEntries(
        Object.entries(record).filter(([key]) => !added.includes(key) || fields.includes(key)))
      if (!validate(authored)) fault(`${folder}${record.id}: ${ajv.errorsText(validate.errors)}`)
    }
  }
  if (schemas === 0) fault('the site has no schema')
  return `${schemas} schemas, ${records} records`
}
