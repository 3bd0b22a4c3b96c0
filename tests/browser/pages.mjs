// Pages in a real browser, at the width of a phone and of a desk, with the site's script and without.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { startChromium } from './chromium.mjs'
import { choosePages } from './sample.mjs'
import { serveSite } from './site.mjs'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
// All of axe's rules, good practice included, and those of WCAG 2.2 that it leaves out by itself.
const axeOptions = { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }
const widths = [360, 1280]

/** A page whose every noise is a problem: console, errors, requests that fail. */
async function openQuietPage(context, report, expected = () => false) {
  const page = await context.newPage()
  const say = (what) => report.problem(what, new URL(page.url()).pathname)
  page.on('console', (message) => {
    if (!expected(message)) say(`console ${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => say(`script error: ${error.message}`))
  page.on('requestfailed', (request) => {
    // Given up because we went on to the next page, as happens to the icon.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') say(`request failed: ${new URL(request.url()).pathname} ${request.failure()?.errorText}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400 && !expected(response)) say(`status ${response.status()} of ${new URL(response.url()).pathname}`)
  })
  return page
}

async function checkAxe(page, report, variant) {
  // Evaluated by the debugger, which the page's policy does not bind.
  await page.evaluate(axeSource)
  const results = await page.evaluate((options) => axe.run(document, options), axeOptions)
  for (const violation of results.violations) {
    const node = violation.nodes[0]
    const message = [...node.any, ...node.all, ...node.none][0]?.message ?? violation.help
    const place = `${node.target.join(' ')}${violation.nodes.length > 1 ? ` and ${violation.nodes.length - 1} more` : ''}`
    report.problem(`axe ${violation.id}: ${message}`, `${new URL(page.url()).pathname} (${variant}): ${place}`)
  }
}

async function checkWidth(page, report, width) {
  const over = await page.evaluate(() => {
    const room = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= room) return undefined
    // Not what stands in a box that scrolls by itself.
    const scrolls = (element) => {
      for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
        if (getComputedStyle(box).overflowX !== 'visible') return true
      }
      return false
    }
    const widest = [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > room + 0.5 && !scrolls(element)).at(-1)
    return widest ? `${widest.tagName.toLowerCase()}.${widest.getAttribute('class')}` : 'something'
  })
  if (over) report.problem(`scrolls sideways at ${width} px because of ${over}`, new URL(page.url()).pathname)
}

// The first stop of the Tab key is the skip link, it shows, and it leads to the main part.
async function checkSkipLink(page, report, variant) {
  const where = new URL(page.url()).pathname
  await page.keyboard.press('Tab')
  const link = await page.evaluate(() => {
    const element = document.activeElement
    const box = element.getBoundingClientRect()
    return { href: element.getAttribute('href'), shows: box.width > 1 && box.height > 1 && box.top >= 0 }
  })
  if (!link.href?.startsWith('#') || !link.shows) return report.problem(`the first stop of Tab is no skip link that shows (${variant})`, where)
  await page.keyboard.press('Enter')
  const arrives = await page.evaluate(() => {
    const main = document.querySelector('main')
    return location.hash === `#${main?.id}` && main.getBoundingClientRect().top < innerHeight
  })
  if (!arrives) report.problem(`the skip link does not lead to the main part (${variant})`, where)
}

// All chosen pages, one after another, at one width.
async function checkVariant(browser, server, pages, width, script, report) {
  const variant = `${width} px, ${script ? 'with' : 'without'} script`
  const context = await browser.newContext({ viewport: { width, height: 800 } })
  const page = await openQuietPage(context, report)
  if (!script) {
    // axe itself is script: so the site's is taken out, and the browser's left on.
    await page.route((url) => url.pathname.endsWith('.js'), (route) => route.fulfill({ contentType: 'text/javascript', body: '' }))
  }
  for (const { url, type } of pages) {
    await page.goto(server.url + url, { waitUntil: 'load' })
    await checkAxe(page, report, variant)
    await checkWidth(page, report, width)
    if (width === 360) {
      await page.setViewportSize({ width: 320, height: 800 })
      await checkWidth(page, report, 320)
      await page.setViewportSize({ width, height: 800 })
    }
    if (type !== 'more') await checkSkipLink(page, report, variant)
  }
  await context.close()
}

// A browser with script turned off loads and shows every type of page, its menu included.
async function checkWithoutScript(browser, server, site, pages, report) {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 }, javaScriptEnabled: false })
  const page = await openQuietPage(context, report)
  for (const { url } of pages) {
    await page.goto(server.url + url, { waitUntil: 'load' })
    if (!(await page.locator('main h1, h1').first().isVisible())) report.problem('no heading shows without script', url)
    if (!(await page.locator('header nav a').first().isVisible())) report.problem('no menu shows without script', url)
  }
  await context.close()
}

async function checkMenu(browser, server, site, report) {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } })
  const page = await openQuietPage(context, report)
  await page.goto(server.url + site.base, { waitUntil: 'load' })
  const link = page.locator('header nav a').first()
  const button = page.locator('header nav button')
  if (!(await button.isVisible())) {
    report.problem('the menu button does not show on a phone with script', site.base)
  } else {
    if (await link.isVisible()) report.problem('the menu is open before its button is pressed', site.base)
    await button.focus()
    await page.keyboard.press('Enter')
    if (!(await link.isVisible())) report.problem('the menu button opens no menu', site.base)
    if ((await button.getAttribute('aria-expanded')) !== 'true') report.problem('the menu button does not tell that it is open', site.base)
  }
  await context.close()
}

// The page for what there is not works at any depth.
async function checkMissingPage(browser, server, site, report) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const isMissing = (event) => event.url?.().includes('/no/such/') || event.location?.().url.includes('/no/such/')
  const page = await openQuietPage(context, report, isMissing)
  const response = await page.goto(`${server.url}${site.base}no/such/page/`, { waitUntil: 'load' })
  if (response.status() !== 404) report.problem('a page that there is not has another status than 404', '/no/such/page/')
  const styled = await page.evaluate(() => document.styleSheets.length > 0)
  if (!styled) report.problem('the page for missing pages has no style at another depth', '/no/such/page/')
  await context.close()
}

export async function checkPages(site, report, { few = false } = {}) {
  const { types, more } = choosePages(site)
  const chosen = few ? types.filter((page, i) => i % 6 === 0) : [...types, ...more]
  const server = await serveSite(site)
  const browser = await startChromium()
  try {
    await Promise.all(widths.flatMap((width) => [true, false].map(
      (script) => checkVariant(browser, server, chosen, width, script, report))))
    await checkWithoutScript(browser, server, site, types, report)
    await checkMenu(browser, server, site, report)
    await checkMissingPage(browser, server, site, report)
  } finally {
    await browser.close()
    server.close()
  }
  report.count(`${chosen.length} pages in Chromium (${types.length} types, ${more.length} more for what only they have), each at ${widths.join(' and ')} px, with script and without`)
}
