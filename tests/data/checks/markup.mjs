// schema.org/Dataset in the page of each dataset that has files: it can be read, it ends where it should,
// and its files are there.
export async function checkMarkup(site, fault) {
  const pages = [...site.files].filter((name) => site.files.has(name.replace('index.html', 'datapackage.json')) &&
    name.endsWith('/index.html'))
  let files = 0
  for (const name of pages) {
    const blocks = [...site.text(name).matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)]
    if (blocks.length !== 1) { fault(`${name}: ${blocks.length} blocks of JSON-LD`); continue }
    if (blocks[0][1].includes('<')) fault(`${name}: a "<" in the block`)
    const dataset = JSON.parse(blocks[0][1])
    if (dataset['@type'] !== 'Dataset' || !dataset.name || !dataset.description) fault(`${name}: no name or description`)
    if (site.fileAt(dataset.url) !== name) fault(`${name}: its address is ${dataset.url}`)
    for (const { contentUrl } of dataset.distribution) {
      files++
      if (!site.fileAt(contentUrl)) fault(`${name}: there is no ${contentUrl}`)
    }
  }
  if (files === 0) fault('no dataset is told')
  return `${pages.length} pages, ${files} files`
}
