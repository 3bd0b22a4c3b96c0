// node tests/bench/template/bench.mjs BUILD [PAGES]: renders the pages of PAGES (pages/ beside this
// by default) with Nunjucks, compiled and cached, and with bench_templates, on one thread each, and
// prints both times and their ratio. Both must print the same bytes, and ours in a fifth of the time.
import fs from "node:fs";
import path from "node:path";
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, "../../..");
const nunjucks = createRequire(path.join(root, "package.json"))("nunjucks");
const build = path.resolve(process.argv[2] ?? path.join(root, "build/release"));
const pages = path.resolve(process.argv[3] ?? path.join(here, "pages"));
const roots = [pages, path.join(root, "node_modules/govuk-frontend/dist")];
const PROMISED = 5;
const names = ["page.njk", "govuk-page.njk"];
const data = JSON.parse(fs.readFileSync(path.join(pages, "data.json"), "utf8"));

const environment = new nunjucks.Environment(roots.map((r) => new nunjucks.FileSystemLoader(r)), {
  autoescape: true, trimBlocks: true, lstripBlocks: true,
});

function checksum(text) {
  let sum = 0;
  for (const byte of Buffer.from(text)) sum = (Math.imul(sum, 31) + byte) >>> 0;
  return sum;
}

function measureNunjucks(name) {
  const template = environment.getTemplate(name, true);
  let out = "";
  for (let i = 0; i < 2000; i++) out = template.render(data);
  let best = Infinity;
  for (let batch = 0; batch < 400; batch++) {
    const start = process.hrtime.bigint();
    let count = 0;
    do { out = template.render(data); count++; } while (process.hrtime.bigint() - start < 2_000_000n);
    best = Math.min(best, Number(process.hrtime.bigint() - start) / 1000 / count);
  }
  return { microseconds: best, bytes: Buffer.byteLength(out), checksum: checksum(out) };
}

const ours = execFileSync(path.join(build, "bin/bench_templates"), [...roots, "--", path.join(pages, "data.json"), ...names], { encoding: "utf8" })
  .trim().split("\n").map((line) => JSON.parse(line));
let failed = false;
for (const result of ours) {
  const theirs = measureNunjucks(result.template);
  const same = theirs.bytes === result.bytes && theirs.checksum === result.checksum;
  failed ||= !same || theirs.microseconds < PROMISED * result.microseconds;
  console.log(`${result.template}: ${result.microseconds.toFixed(1)} µs here, ${theirs.microseconds.toFixed(1)} µs with Nunjucks, `
    + `${(theirs.microseconds / result.microseconds).toFixed(1)} times as fast; ${result.bytes} bytes${same ? "" : ", NOT THE SAME"}`);
}
console.log(`Promised: ${PROMISED} times as fast, the same bytes. ${failed ? "NOT met." : "Met."}`);
process.exit(failed ? 1 : 0);
