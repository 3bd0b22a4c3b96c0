// Every figure that a page shows with `data-figure` is the number at that place of the JSON beside it.
export function checkFigures(site, fault) {
  let pages = 0
  let figures = 0
  for (const page of [...site.files].filter((name) => name.endsWith('index.html')).sort()) {
    const text = site.text(page)
    const shown = [...text.matchAll(/data-figure="([^"]+)"[^>]*>([^<]*)</g)]
    if (page === 'index.html' || shown.length === 0) continue // home shows the figures of others
    const file = page.replace('index.html', 'index.json')
    if (!site.files.has(file)) {
      fault(`${page}: shows figures, and there is no ${file}`)
      continue
    }
    const data = site.json(file)
    pages += 1
    for (const [, place, words] of shown) {
      figures += 1
      const value = place.split('.').reduce((inner, step) => inner?.[step], data)
      const number = Number.parseFloat(words.replace(/[^0-9.-]/g, ''))
      const isShare = words.includes('%')
      if (typeof value !== 'number' || Math.abs(value - number) > (isShare ? 0.5 : 0)) {
        fault(`${page}: ${place} is ${words.trim()}, and ${value} in the JSON`)
      }
    }
  }
  if (figures === 0) fault('no page shows a figure')
  return `${pages} pages, ${figures} figures`
}
