// Renders the cases with Nunjucks itself.
//   node nunjucks.mjs accept   writes expected/NAME.txt for each cases/NAME.txt
//   node nunjucks.mjs check    renders them again and compares with the expected files
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, "../../..");
const require = createRequire(path.join(root, "package.json"));

let nunjucks;
try {
  nunjucks = require("nunjucks");
} catch {
  console.error("node_modules/nunjucks is missing: run npm ci first");
  process.exit(1);
}
const dist = path.join(root, "node_modules/govuk-frontend/dist");

// The form of the files stands in README.md beside this.
function readCases(text) {
  const cases = [];
  let shared = "{}";
  let current = null;
  let section = null;
  const flush = () => {
    if (!section) return;
    const body = section.lines.join("\n");
    if (!current) shared = body;
    else if (section.key === "context") current.context = body;
    else if (section.key === "options") current.options = body;
    else if (section.key.startsWith("template ")) current.templates[section.key.slice(9)] = body;
    else if (section.key === "main") current.main = body;
    section = null;
  };
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  for (const line of lines) {
    if (line.startsWith("=== ")) {
      flush();
      current = { name: line.slice(4), context: shared, options: "{}", templates: {}, main: "" };
      cases.push(current);
      section = { key: "main", lines: [] };
    } else if (line.startsWith("--- ")) {
      flush();
      section = { key: line.slice(4), lines: [] };
    } else if (section) {
      section.lines.push(line);
    }
  }
  flush();
  return cases;
}

const MemoryLoader = nunjucks.Loader.extend({
  init(templates) { this.templates = templates; },
  resolve(from, to) { return path.posix.join(path.posix.dirname(from), to); },
  getSource(name) {
    const clean = path.posix.normalize(name);
    if (Object.hasOwn(this.templates, clean)) return { src: this.templates[clean], path: clean, noCache: false };
    const file = path.join(dist, clean);
    return fs.existsSync(file) && fs.statSync(file).isFile() ? { src: fs.readFileSync(file, "utf8"), path: clean, noCache: false } : null;
  },
});

function render(test) {
  const loader = new MemoryLoader({ ...test.templates, main: test.main });
  const environment = new nunjucks.Environment(loader, {
    autoescape: true, trimBlocks: true, lstripBlocks: true, ...JSON.parse(test.options),
  });
  try {
    return `=== ${test.name}\n${environment.render("main", JSON.parse(test.context))}\n`;
  } catch (error) {
    const reason = error.message.split("\n").at(-1).trim();
    return `=== ${test.name}\n--- error\n${reason}\n`;
  }
}

const mode = process.argv[2] ?? "check";
let count = 0;
let wrong = 0;
for (const name of fs.readdirSync(path.join(here, "cases")).sort()) {
  const cases = readCases(fs.readFileSync(path.join(here, "cases", name), "utf8"));
  const rendered = Buffer.from(cases.map(render).join(""));  // half a character becomes U+FFFD
  count += cases.length;
  const file = path.join(here, "expected", name);
  if (mode === "accept") {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, rendered);
  } else if (!fs.existsSync(file) || !fs.readFileSync(file).equals(rendered)) {
    console.error(`expected/${name} is not what Nunjucks renders now: node ${path.relative(process.cwd(), fileURLToPath(import.meta.url))} accept`);
    wrong++;
  }
}
console.log(`${count} templates rendered with Nunjucks ${require("nunjucks/package.json").version}`);
process.exit(wrong ? 1 : 0);
