// node tests/browser/preview.mjs GLASSHOUSE SITE
// The preview as its user meets it: a copy of the site is served, and edited while a browser looks.
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startChromium } from './chromium.mjs'
import { Report } from './report.mjs'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const [program, source] = process.argv.slice(2)
const record = 'content/pages/about.md'

/** Starts the preview on a free port; gives its address once it answers. */
function startPreview(site) {
  const child = spawn(program, ['serve', '--site', site, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const url = new Promise((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (chunk) => {
      text += chunk
      const found = text.match(/http:\/\/127\.0\.0\.1:\d+\/\S*/)
      if (found) resolve(found[0])
    })
    child.on('exit', (status) => reject(new Error(`the preview ended with status ${status}`)))
  })
  return { child, url }
}

async function axeProblems(page) {
  await page.evaluate(axeSource)
  const results = await page.evaluate(() => axe.run('.glasshouse-problems'))
  return results.violations.map((violation) => `axe ${violation.id}: ${violation.help}`)
}

async function editAndLook(page, url, site, report) {
  const file = join(site, record)
  const good = readFileSync(file, 'utf8')
  const heading = page.locator('h1')
  const panel = page.getByRole('complementary', { name: 'Problems in the content' })
  const errors = panel.getByText('Error', { exact: true })

  await page.goto(`${url}about/`, { waitUntil: 'load' })
  writeFileSync(file, good.replace(/^title: .*$/m, 'title: A new title for the preview'))
  await heading.filter({ hasText: 'A new title for the preview' }).waitFor({ timeout: 20000 })

  writeFileSync(file, good.replace(/^title: .*$/m, 'titel: A slip of the pen'))
  await errors.first().waitFor({ timeout: 20000 })
  if (!(await heading.textContent()).includes('A new title')) report.problem('a bad save takes the page away', '/about/')
  if (!(await panel.textContent()).includes(record)) report.problem('the panel does not name the file', '/about/')
  for (const problem of await axeProblems(page)) report.problem(problem, 'the panel of problems')
  await panel.locator('summary').focus()
  await page.keyboard.press('Enter')
  if (await errors.first().isVisible()) report.problem('the panel cannot be folded with the keyboard', '/about/')

  writeFileSync(file, good)
  await heading.filter({ hasNotText: 'A new title' }).waitFor({ timeout: 20000 })
  if ((await errors.count()) > 0) report.problem('the panel stays after the good save', '/about/')
}

const report = new Report()
const site = mkdtempSync(join(tmpdir(), 'glasshouse-preview-'))
let preview, browser
try {
  cpSync(join(source, 'content'), join(site, 'content'), { recursive: true })
  preview = startPreview(site)
  browser = await startChromium()
  const url = await preview.url
  const page = await browser.newPage()
  page.on('console', (message) => report.problem(`console ${message.type()}: ${message.text()}`, page.url()))
  page.on('pageerror', (error) => report.problem(`script error: ${error.message}`, page.url()))
  await editAndLook(page, url, site, report)
  const ended = new Promise((resolve) => preview.child.once('exit', resolve))
  preview.child.kill('SIGINT')
  const status = await ended
  if (status !== 0) report.problem(`Ctrl-C ends the preview with status ${status}`, 'the end')
  report.count('edited, spoilt and mended a page in the preview')
} catch (error) {
  report.problem(error.message, 'the preview')
} finally {
  await browser?.close()
  preview?.child.kill('SIGKILL')
  rmSync(site, { recursive: true, force: true })
}
process.exitCode = report.finish()
