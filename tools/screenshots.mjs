// node tools/screenshots.mjs SITE FOLDER
// Pictures of the main pages of a built site, at the width of a phone and of a desk, for people to
// look at: the home page, every list, a record of each collection and the search.
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { startChromium } from '../tests/browser/chromium.mjs'
import { choosePages } from '../tests/browser/sample.mjs'
import { readSite, serveSite } from '../tests/browser/site.mjs'

const [folder, out] = process.argv.slice(2)
if (!folder || !out) {
  console.error('Usage: node tools/screenshots.mjs SITE FOLDER')
  process.exit(2)
}

const site = readSite(resolve(folder))
// Pages of facets look like lists: those are left out.
const pages = choosePages(site).types.filter((page) => page.type.split('/').length <= 2)
const server = await serveSite(site)
const browser = await startChromium()
mkdirSync(out, { recursive: true })
for (const width of [360, 1280]) {
  const context = await browser.newContext({ viewport: { width, height: 800 } })
  const page = await context.newPage()
  for (const { url, type } of pages) {
    await page.goto(server.url + url, { waitUntil: 'load' })
    const name = type.replace(/\/?index\.html$/, '').replace(/\/\*$/, '-record').replaceAll('/', '-') || 'home'
    await page.screenshot({ path: join(out, `${name}-${width}.png`), fullPage: true })
  }
  await context.close()
}
await browser.close()
server.close()
console.log(`${pages.length * 2} pictures are in ${out}`)
