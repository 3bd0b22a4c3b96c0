// node tests/browser/run.mjs SITE [--base /transparency/] [--few] [links] [html] [pages]
// Looks at a built site folder as its readers and their machines do. Without a part, all of them.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { base: { type: 'string', default: '/' }, few: { type: 'boolean', default: false } },
})
const [folder, ...parts] = positionals
const wants = (part) => parts.length === 0 || parts.includes(part)

try {
  const { Report } = await import('./report.mjs')
  const { readSite } = await import('./site.mjs')
  const site = readSite(resolve(folder), values.base)
  const report = new Report()
  if (site.pages.length === 0) report.problem('there are no pages', folder)
  if (wants('links')) (await import('./links.mjs')).checkLinks(site, report)
  if (wants('html')) (await import('./html.mjs')).checkHtml(site, report)
  if (wants('pages')) await (await import('./pages.mjs')).checkPages(site, report, values)
  process.exitCode = report.finish()
} catch (error) {
  console.error(error.code === 'ERR_MODULE_NOT_FOUND'
    ? `${error.message}\nInstall what the tests need: npm ci`
    : error.stack)
  process.exitCode = 3
}
