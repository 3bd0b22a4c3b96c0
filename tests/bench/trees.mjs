// What a generator wrote: its files by path, and how two sites differ.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Sizes by path from the folder's root, of every file. */
export function readTree(root) {
  const sizes = new Map();
  const walk = (folder, prefix) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = prefix + entry.name;
      if (entry.isDirectory()) walk(join(folder, entry.name), `${path}/`);
      else sizes.set(path, statSync(join(folder, entry.name)).size);
    }
  };
  walk(root, '');
  return sizes;
}

export function totalBytes(tree) {
  let total = 0;
  for (const size of tree.values()) total += size;
  return total;
}

/** The mean size of the files of records with the name: "index.html". */
export function meanRecordSize(tree, name) {
  let total = 0;
  let count = 0;
  for (const [path, size] of tree) {
    if (!/^(foi|decisions)\/[a-z]+-\d/.test(path) || !path.endsWith(`/${name}`)) continue;
    total += size;
    count += 1;
  }
  return count === 0 ? 0 : total / count;
}

// What one of them makes by its nature: Hugo a redirect from page/1/, Glasshouse its manifest and
// what its rules compute; and the names of stylesheets and scripts.
const BY_NATURE =
  /(^|\/)page\/1\/index\.html$|^manifest\.json$|^assets\/|^(promises|money|openness|responsible|rules)\/index\./;

const isPage = (path) => path.endsWith('.html') || path.endsWith('/index.json');

/**
 * How the sets of paths differ, but for what BY_NATURE allows. `samePages` says whether every page
 * and every record's JSON is there twice, and Glasshouse lacks nothing that Hugo made.
 */
export function compareTrees(glasshouse, hugo) {
  const missingIn = (tree, other) =>
    [...other.keys()].filter((path) => !tree.has(path) && !BY_NATURE.test(path)).sort();
  const onlyHugo = missingIn(glasshouse, hugo);
  const onlyGlasshouse = missingIn(hugo, glasshouse);
  return {
    onlyHugo,
    onlyGlasshouse,
    samePages: onlyHugo.length === 0 && !onlyGlasshouse.some(isPage),
  };
}
