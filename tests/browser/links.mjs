// Every address that the site names leads somewhere: links, sources and fragments of all pages,
// addresses in feeds, in the sitemap and in JSON; and every page is led to from the home page.
import { createHash } from 'node:crypto'
import { Parser } from 'htmlparser2'

const addressAttributes = {
  a: ['href'], area: ['href'], link: ['href'], script: ['src'], img: ['src'], source: ['src'],
  iframe: ['src'], form: ['action'], use: ['href', 'xlink:href'], image: ['href'], video: ['src', 'poster'],
  audio: ['src'], track: ['src'], object: ['data'], embed: ['src'],
}

/** What a page holds that others refer to, and refers to itself. */
function parsePage(html) {
  const page = { ids: new Set(), addresses: [], headings: 0, title: '', lang: undefined, canonical: undefined, noindex: false }
  let inTitle = false
  let inSvg = 0
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'svg') inSvg++
      if (name === 'h1') page.headings++
      if (name === 'html') page.lang = attributes.lang
      if (name === 'title' && inSvg === 0) inTitle = true
      if (attributes.id) page.ids.add(attributes.id)
      if (name === 'meta' && attributes.name === 'robots') page.noindex = /noindex/.test(attributes.content)
      if (name === 'link' && attributes.rel === 'canonical') page.canonical = attributes.href
      for (const attribute of addressAttributes[name] ?? []) {
        if (attributes[attribute] !== undefined) page.addresses.push(attributes[attribute])
      }
      for (const part of (attributes.srcset ?? '').split(',').filter(Boolean)) {
        page.addresses.push(part.trim().split(/\s+/)[0])
      }
    },
    ontext(text) { if (inTitle) page.title += text },
    onclosetag(name) {
      if (name === 'svg') inSvg--
      if (name === 'title') inTitle = false
    },
  })
  parser.write(html)
  parser.end()
  return page
}

/** Resolves addresses on the site; `target` is the file they lead to. */
class Addresses {
  constructor(site) {
    this.site = site
    this.files = new Set(site.files)
  }

  /** { external }, { problem } or { target, fragment }. */
  resolve(address, from) {
    let url
    try {
      url = new URL(address, `${this.site.origin}${from}`)
    } catch {
      return { problem: `"${address}" is no address` }
    }
    if (url.origin !== this.site.origin) {
      const isKnown = ['https:', 'http:', 'mailto:', 'tel:', 'data:'].includes(url.protocol)
      return isKnown ? { external: true } : { problem: `"${address}" has the scheme ${url.protocol}` }
    }
    // The server of openapi.json: its paths bring the slash.
    if (from === `${this.site.base}openapi.json` && `${url.pathname}/` === this.site.base) {
      return { external: true }
    }
    if (!url.pathname.startsWith(this.site.base)) {
      return { problem: `"${address}" leads out of ${this.site.base}` }
    }
    const path = decodeURI(url.pathname.slice(this.site.base.length))
    const fragment = decodeURIComponent(url.hash.slice(1))
    if (this.files.has(path)) return { target: path, fragment }
    const index = path === '' || path.endsWith('/') ? `${path}index.html` : undefined
    if (index && this.files.has(index)) return { target: index, fragment }
    const hint = this.files.has(`${path}/index.html`) ? ' (its "/" is missing)' : ''
    return { problem: `"${address}" leads nowhere${hint}` }
  }
}

function checkPages(site, addresses, report) {
  const parsed = new Map(site.pages.map((page) => [page.path, parsePage(page.html)]))
  let links = 0, fragments = 0
  const leadsTo = new Map()
  for (const { path, url } of site.pages) {
    const page = parsed.get(path)
    if (page.headings !== 1) report.problem(`${page.headings} h1 elements`, url)
    if (!page.lang) report.problem('no lang', url)
    if (!page.title.trim()) report.problem('no title', url)
    const targets = new Set()
    for (const address of page.addresses) {
      links++
      const { problem, target, fragment } = addresses.resolve(address, url)
      if (problem) report.problem(problem, url)
      if (!target) continue
      targets.add(target)
      if (!fragment || fragment === 'top' || !parsed.has(target)) continue
      fragments++
      if (!parsed.get(target).ids.has(fragment)) report.problem(`"${address}": there is no such id`, url)
    }
    leadsTo.set(path, targets)
    if (page.canonical && page.canonical !== site.origin + url) {
      report.problem('the canonical address is not the page\'s own', url)
    }
  }
  report.count(`${site.pages.length} pages, ${links} addresses in them, ${fragments} of them with a fragment`)
  checkTitles(site, parsed, report)
  checkReach(site, parsed, leadsTo, report)
  return parsed
}

// WCAG 2.4.2: a title tells its page from the others.
function checkTitles(site, parsed, report) {
  const byTitle = Map.groupBy ? Map.groupBy(site.pages, (p) => parsed.get(p.path).title)
    : site.pages.reduce((map, p) => map.set(parsed.get(p.path).title, [...(map.get(parsed.get(p.path).title) ?? []), p]), new Map())
  for (const [title, pages] of byTitle) {
    if (pages.length > 1) report.problem(`${pages.length} pages have the title "${title.trim()}"`, pages.map((p) => p.url).slice(0, 3).join(' and '))
  }
}

// Withdrawn pages are kept for those who have their address, and are linked from nowhere.
function checkReach(site, parsed, leadsTo, report) {
  const reached = new Set(['index.html', '404.html'])
  const open = [...reached]
  while (open.length > 0) {
    for (const target of leadsTo.get(open.pop()) ?? []) {
      if (!reached.has(target)) {
        reached.add(target)
        open.push(target)
      }
    }
  }
  for (const { path, url } of site.pages) {
    if (!reached.has(path) && !parsed.get(path).noindex) report.problem('no link leads here from the home page', url)
  }
  const byName = ['manifest.json', 'robots.txt', 'sitemap.xml', 'site.sqlite', '.well-known/security.txt']
  const files = site.files.filter((path) => !path.endsWith('.html') && !reached.has(path) && !byName.includes(path))
  report.count(`${files.length} files that no page links to${files.length ? `, such as ${files.slice(0, 3).join(', ')}` : ''}`)
}

function checkSitemap(site, addresses, parsed, report) {
  if (!addresses.files.has('sitemap.xml')) return report.problem('no sitemap.xml', site.base)
  const listed = new Set()
  for (const [, loc] of site.read('sitemap.xml').toString().matchAll(/<loc>([^<]+)<\/loc>/g)) {
    const { problem, target } = addresses.resolve(loc.replaceAll('&amp;', '&'), site.base)
    if (problem) report.problem(problem, '/sitemap.xml')
    if (target) listed.add(target)
  }
  for (const { path, url } of site.pages) {
    const isPublic = path !== '404.html' && !parsed.get(path).noindex
    if (isPublic && !listed.has(path)) report.problem('not in the sitemap', url)
    if (!isPublic && listed.has(path)) report.problem('in the sitemap, though not for search engines', url)
  }
  report.count(`${listed.size} addresses in the sitemap`)
}

// Feeds and other XML: href and src attributes. JSON: members that are named as addresses.
function checkData(site, addresses, report) {
  let count = 0
  const check = (address, path) => {
    count++
    const { problem } = addresses.resolve(address, site.base + path)
    if (problem) report.problem(problem, `/${path}`)
  }
  const walk = (value, key, path) => {
    if (Array.isArray(value)) value.forEach((item) => walk(item, key, path))
    else if (value && typeof value === 'object') Object.entries(value).forEach(([k, v]) => walk(v, k, path))
    else if (typeof value === 'string' && /^(url|href|html|json|csv|.*_url|downloadURL|accessURL|landingPage)$/.test(key) && /^(https?:|\/)/.test(value)) check(value, path)
  }
  for (const path of site.files) {
    if (path.endsWith('.xml') && path !== 'sitemap.xml') {
      for (const [, address] of site.read(path).toString().matchAll(/<link[^>]* href="([^"]+)"/g)) check(address.replaceAll('&amp;', '&'), path)
    } else if (/\.json(ld)?$/.test(path) && path !== 'manifest.json' && !path.endsWith('schema.json')) {
      walk(JSON.parse(site.read(path).toString()), '', path)
    }
  }
  report.count(`${count} addresses in feeds and JSON`)
}

function checkStyles(site, addresses, report) {
  for (const path of site.files.filter((file) => file.endsWith('.css'))) {
    for (const [, address] of site.read(path).toString().matchAll(/url\(["']?([^"')]+)["']?\)/g)) {
      const { problem } = addresses.resolve(address, site.base + path)
      if (problem) report.problem(problem, `/${path}`)
    }
  }
}

function checkManifest(site, report) {
  const listed = JSON.parse(site.read('manifest.json').toString()).files
  const byPath = new Map(listed.map((file) => [file.path, file]))
  for (const path of site.files.filter((file) => file !== 'manifest.json')) {
    const bytes = site.read(path)
    const file = byPath.get(path)
    const digest = createHash('sha256').update(bytes).digest('hex')
    if (file?.size !== bytes.length || file?.sha256 !== digest) report.problem('not as the manifest says', `/${path}`)
  }
  if (listed.length !== site.files.length - 1) report.problem('lists files that are not there', '/manifest.json')
  report.count(`${listed.length} files as the manifest says`)
}

export function checkLinks(site, report) {
  const addresses = new Addresses(site)
  const parsed = checkPages(site, addresses, report)
  checkSitemap(site, addresses, parsed, report)
  checkData(site, addresses, report)
  checkStyles(site, addresses, report)
  checkManifest(site, report)
}
