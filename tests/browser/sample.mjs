// Which pages stand for the rest in the tests that need a browser.

/** "foi/outcome/refused/index.html" is of the type "foi/outcome/*": the same template made it. */
function typeOf(path, collections) {
  const parts = path.replace(/(^|\/)index\.html$/, '').split('/').filter(Boolean)
  if (!collections.has(parts[0])) return path
  if (parts.length === 2) return `${parts[0]}/*`
  if (parts.length === 3) return `${parts[0]}/${parts[1]}/*`
  return parts.join('/')
}

/** Element names and classes: what a style or a rule of accessibility can take hold of. */
function featuresOf(html) {
  const features = new Set()
  for (const [, name] of html.matchAll(/<([a-z][a-z0-9-]*)/g)) features.add(name)
  for (const [, list] of html.matchAll(/ class="([^"]*)"/g)) {
    for (const name of list.split(/\s+/)) features.add(`.${name}`)
  }
  for (const [, name] of html.matchAll(/ (aria-[a-z]+|role|data-module|hidden|lang)[= >]/g)) features.add(`[${name}]`)
  return features
}

/**
 * `types`: a page of each type, the longest, as most can go wrong on it. `more`: pages that hold
 * between them every element, class and ARIA attribute that occurs on no page of `types`.
 */
export function choosePages(site) {
  const collections = new Set(site.files.filter((path) => /^[^/]+\/schema\.json$/.test(path)).map((path) => path.split('/')[0]))
  const longest = new Map()
  for (const page of site.pages) {
    const type = typeOf(page.path, collections)
    if (!longest.has(type) || longest.get(type).html.length < page.html.length) longest.set(type, page)
  }
  const types = [...longest].map(([type, page]) => ({ ...page, type }))
  const seen = new Set(types.flatMap((page) => [...featuresOf(page.html)]))
  const rest = site.pages.map((page) => ({ ...page, type: 'more', features: featuresOf(page.html) }))
  const more = []
  for (;;) {
    let best, most = 0
    for (const page of rest) {
      const news = [...page.features].filter((feature) => !seen.has(feature)).length
      if (news > most) [best, most] = [page, news]
    }
    if (!best) return { types, more }
    more.push(best)
    best.features.forEach((feature) => seen.add(feature))
  }
}
