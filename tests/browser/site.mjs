// A built site folder: its files, and a web server for them as a careful host would set it up.
import { createServer } from 'node:http'
import { readFileSync, readdirSync } from 'node:fs'
import { join, extname } from 'node:path'

const mediaTypes = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.jsonld': 'application/ld+json',
  '.geojson': 'application/geo+json',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.csv': 'text/csv; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
}

/**
 * Reads the folder. `files` are the paths of all files, sorted, with "/" between; `pages` those of
 * HTML, with their text; `base` is the path that the site lives under, `origin` where its manifest,
 * canonical links and feeds say that it lives.
 */
export function readSite(folder, base = '/') {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== '.gitkeep')
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replace(/^\/+/, ''))
    .sort()
  const read = (path) => readFileSync(join(folder, path))
  const pages = files
    .filter((path) => path.endsWith('.html'))
    .map((path) => ({ path, url: urlOf(path, base), html: read(path).toString() }))
  const home = pages.find((page) => page.path === 'index.html')
  const canonical = home?.html.match(/<link rel="canonical" href="([^"]+)"/)?.[1]
  return { folder, base, files, pages, read, origin: canonical ? new URL(canonical).origin : '' }
}

/** "foi/index.html" is at "/foi/". */
function urlOf(path, base) {
  return base + encodeURI(path.replace(/(^|\/)index\.html$/, '$1'))
}

/** The policy that the site's own pages name, as a header; frames cannot be refused but in one. */
function policyOf(site) {
  const home = site.pages.find((page) => page.path === 'index.html')
  const policy = home?.html.match(/http-equiv="Content-Security-Policy" content="([^"]+)"/)?.[1]
  return `${policy ?? "default-src 'self'; img-src 'self' data:"}; frame-ancestors 'none'`
}

/** Serves the site on a free port of 127.0.0.1. Gives its address, and what to call at the end. */
export async function serveSite(site) {
  const known = new Set(site.files)
  const headers = {
    'Content-Security-Policy': policyOf(site),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  }
  const server = createServer((request, response) => {
    const path = decodeURI(new URL(request.url, 'http://localhost').pathname)
    const send = (status, file) => {
      response.writeHead(status, { ...headers, 'Content-Type': mediaTypes[extname(file)] ?? 'application/octet-stream' })
      response.end(site.read(file))
    }
    const local = path.startsWith(site.base) ? path.slice(site.base.length) : undefined
    if (local !== undefined && known.has(local)) return send(200, local)
    if (local !== undefined && known.has(join(local, 'index.html'))) {
      if (local === '' || local.endsWith('/')) return send(200, join(local, 'index.html'))
      response.writeHead(301, { ...headers, Location: `${path}/` })
      return response.end()
    }
    send(404, '404.html')
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() }
}
