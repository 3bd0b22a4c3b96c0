// openapi.json by Redocly's linter, every $ref followed; each path is a file of the site, and what it
// holds is what the description says: each record is checked by ajv against its schema.
import path from 'node:path'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { bundle, createConfig, lint } from '@redocly/openapi-core'

export async function checkOpenapi(site, fault) {
  const file = path.join(site.folder, 'openapi.json')
  const config = await createConfig({
    extends: ['recommended'],
    rules: {
      'no-server-example.com': 'off', // the sample's host is one
      'no-required-schema-properties-undefined': 'off' // `then` may require what stands beside it
    }
  })
  for (const problem of await lint({ ref: file, config })) {
    // Redocly has an x-tags of its own, for operations.
    if (problem.location[0]?.pointer?.endsWith('/x-tags')) continue
    fault(`${problem.ruleId}: ${problem.message} at ${problem.location[0]?.pointer}`)
  }
  const { bundle: bundled, problems } = await bundle({ ref: file, config, dereference: true })
  for (const problem of problems) {
    if (problem.severity === 'error') fault(`${problem.ruleId}: ${problem.message}`)
  }
  const description = bundled.parsed
  let records = 0
  for (const [address, { get: operation }] of Object.entries(description.paths)) {
    const name = (operation.parameters ?? []).reduce(
      (text, parameter) => text.replace(`{${parameter.name}}`, parameter.example), address.slice(1))
    if (name !== 'manifest.json' && !site.files.has(name)) fault(`${address}: there is no ${name}`)
    const media = operation.responses[200].content['application/json']
    if (!media || !site.files.has(name)) continue
    // Our own keywords (x-…) mean nothing to others.
    const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }))
    const validate = ajv.compile(media.schema)
    const data = site.json(name)
    records += data.records?.length ?? 1
    if (!validate(data)) fault(`${name}: ${ajv.errorsText(validate.errors)}`)
  }
  return `${Object.keys(description.paths).length} paths, ${records} records`
}
