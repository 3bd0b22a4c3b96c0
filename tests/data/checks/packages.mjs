// datapackage.json of the site and of each dataset: valid by the library of Frictionless, which reads
// every row of every table with its schema.
import path from 'node:path'
import fs from 'node:fs'
import datapackage from 'datapackage'

export async function checkPackages(site, fault) {
  const names = [...site.files].filter((name) => path.posix.basename(name) === 'datapackage.json')
  if (!names.includes('datapackage.json')) fault('the site has no datapackage.json')
  let rows = 0, tables = 0
  for (const name of names) {
    const folder = path.join(site.folder, path.dirname(name))
    const read = await datapackage.Package.load(path.join(site.folder, name), { basePath: folder })
    for (const error of read.errors) fault(`${name}: ${error.message}`)
    for (const resource of read.resources) {
      tables++
      for (const error of resource.errors) fault(`${name}, ${resource.name}: ${error.message}`)
      const { path: file, bytes } = resource.descriptor
      const size = fs.statSync(path.join(folder, file)).size
      if (bytes !== undefined && bytes !== size) fault(`${name}: ${file} has ${size} bytes, not ${bytes}`)
      try {
        rows += (await resource.read({ keyed: true })).length
      } catch (error) {
        for (const one of error.errors?.length ? error.errors : [error]) fault(`${name}, ${file}: ${one.message}`)
      }
    }
  }
  return `${names.length} packages, ${tables} tables, ${rows} rows`
}
