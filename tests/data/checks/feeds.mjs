// Each feed is read by feedsmith, and keeps what RFC 4287 and JSON Feed 1.1 ask beyond their shape:
// unique ids that lead to pages, dates, newest first, a self link, and being found from its page.
import { parseAtomFeed, parseJsonFeed } from 'feedsmith'

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/

export function checkFeeds(site, fault) {
  const files = [...site.files].filter((name) => /(^|\/)feed\.(xml|json)$/.test(name)).sort()
  let entries = 0
  for (const file of files) {
    const feed = file.endsWith('.xml') ? readAtom(site, file, fault) : readJsonFeed(site, file, fault)
    entries += feed.entries.length
    checkFeed(site, file, feed, fault)
    checkFound(site, file, fault)
  }
  for (const name of files.filter((file) => file.endsWith('.xml'))) {
    if (!site.files.has(name.replace('.xml', '.json'))) fault(`${name}: has no JSON Feed beside it`)
  }
  return `${files.length} feeds, ${entries} entries`
}

function readAtom(site, file, fault) {
  const text = site.text(file)
  const feed = parseAtomFeed(text)
  for (const name of ['id', 'title', 'updated']) if (!feed[name]) fault(`${file}: no ${name}`)
  if (!feed.authors?.length) fault(`${file}: no author, and its entries have none`)
  const links = feed.links ?? []
  return {
    self: links.find((link) => link.rel === 'self')?.href,
    home: links.find((link) => link.rel === 'alternate')?.href,
    updated: feed.updated,
    entries: (feed.entries ?? []).map((entry) => ({
      id: entry.id,
      title: entry.title?.value ?? entry.title,
      updated: entry.updated,
      url: entry.links?.find((link) => (link.rel ?? 'alternate') === 'alternate')?.href,
      content: entry.content?.value ?? entry.content
    }))
  }
}

function readJsonFeed(site, file, fault) {
  const feed = site.json(file)
  if (feed.version !== 'https://jsonfeed.org/version/1.1') fault(`${file}: version ${feed.version}`)
  parseJsonFeed(feed)
  for (const name of ['title', 'home_page_url', 'feed_url', 'items']) {
    if (feed[name] === undefined) fault(`${file}: no ${name}`)
  }
  return {
    self: feed.feed_url,
    home: feed.home_page_url,
    entries: feed.items.map((item) => ({
      id: item.id,
      title: item.title,
      updated: item.date_modified,
      url: item.url,
      content: item.content_html ?? item.content_text
    }))
  }
}

function checkFeed(site, file, feed, fault) {
  if (feed.self !== site.baseUrl + file) fault(`${file}: its own address is ${feed.self}`)
  if (!feed.home || !site.fileAt(feed.home)) fault(`${file}: leads to no page: ${feed.home}`)
  const ids = new Set(feed.entries.map((entry) => entry.id))
  if (ids.size !== feed.entries.length) fault(`${file}: two entries of one id`)
  let before = '9999'
  for (const entry of feed.entries) {
    const where = `${file}: ${entry.id}`
    if (!entry.title) fault(`${where}: no title`)
    if (!instant.test(entry.updated ?? '')) fault(`${where}: updated is ${entry.updated}`)
    if (entry.updated > before) fault(`${where}: newer than the entry before it`)
    before = entry.updated
    if (!entry.url || !site.fileAt(entry.url)) fault(`${where}: leads to no page: ${entry.url}`)
    if (!entry.content) fault(`${where}: no content`)
    // Readers show it elsewhere: every address in it must be whole.
    for (const [, link] of (entry.content ?? '').matchAll(/(?:href|src)="([^"]*)"/g)) {
      if (!/^(https?:|mailto:|tel:|#)/.test(link)) fault(`${where}: a link that is not whole: ${link}`)
    }
  }
  if (feed.updated && feed.entries.length > 0 && feed.updated !== feed.entries[0].updated) {
    fault(`${file}: updated is not that of its newest entry`)
  }
}

// A page says where its feed is.
function checkFound(site, file, fault) {
  const page = file.replace(/feed\.(xml|json)$/, 'index.html')
  if (!site.files.has(page)) {
    fault(`${file}: has no page beside it`)
    return
  }
  const address = new URL(site.baseUrl + file).pathname
  const links = [...site.text(page).matchAll(/<link rel="alternate"[^>]*>/g)].map(([tag]) => tag)
  if (!links.some((tag) => tag.includes(`href="${address}"`))) {
    fault(`${page}: does not say where ${file} is`)
  }
}
