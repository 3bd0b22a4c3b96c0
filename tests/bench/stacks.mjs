// Call stacks of a profile, added up: by room of the program, and by function with all it calls.

// "void glasshouse::pages::(anonymous namespace)::show(…)" is of the room "pages".
const ROOM = /glasshouse::([a-z_]+)::/;
// The namespace of the room in template/ is another word, as `template` is a keyword.
const FOLDERS = { templating: 'template' };
// What a room's time is spent in, when it calls no other room.
const OUTSIDE = [
  [/(malloc|free|realloc|calloc|operator new|operator delete|_int_free|sysmalloc|brk)/, 'allocation'],
  [/(memcpy|memmove|memset|memcmp|strlen|memchr)/, 'memory copies and compares'],
  [/(SHA256|sha256|EVP_)/i, 'SHA-256'],
  [/(yaml_)/, 'libyaml'],
  [/(cmark_|S_process|subject_find|S_render)/, 'cmark'],
  [/(\[k\]|syscall|entry_SYSCALL|do_|sys_|vfs_|shmem|page_fault|clear_page)/, 'kernel'],
];

export function roomOf(name) {
  const match = ROOM.exec(name);
  if (match) return FOLDERS[match[1]] ?? match[1];
  return /glasshouse::/.test(name) ? 'base' : '';
}

/** The function without its arguments, template arguments and return type. */
export function shortName(name) {
  let text = '';
  let depth = 0;
  for (const part of name.replaceAll('(anonymous namespace)::', '').replaceAll('operator()', 'call').split(/([<>()])/)) {
    if (part === '<' || part === '(') depth += 1;
    else if (part === '>' || part === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) text += part;
  }
  const words = text.replace(/\[clone [^\]]*\]/g, '').replace(/ const\b/g, '').trim().split(' ');
  return words[words.length - 1].replaceAll('glasshouse::', '').replace(/\.(isra|part|constprop|cold).*$/, '') || name;
}

function add(map, key, weight) {
  map.set(key, (map.get(key) ?? 0) + weight);
}

/** Adds up stacks: {frames: names from the innermost out, weight}. */
export class Profile {
  total = 0;
  rooms = new Map();      // time in a room's own functions and the libraries that they call
  outside = new Map();    // the part of it that is spent in libraries and the kernel
  functions = new Map();  // inclusive

  add({ frames, weight }) {
    this.total += weight;
    const inner = frames.find((name) => roomOf(name) !== '');
    add(this.rooms, inner ? roomOf(inner) : 'no room', weight);
    const kind = OUTSIDE.find(([pattern]) => pattern.test(frames[0]));
    if (kind && roomOf(frames[0]) === '') add(this.outside, kind[1], weight);
    for (const name of new Set(frames.filter((each) => roomOf(each) !== '').map((each) => `${roomOf(each)}\t${shortName(each)}`))) {
      add(this.functions, name, weight);
    }
  }

  #table(map, count) {
    return [...map].sort((a, b) => b[1] - a[1]).slice(0, count)
      .map(([name, weight]) => [`${((100 * weight) / this.total).toFixed(1)} %`.padStart(7), name]);
  }

  print(count) {
    console.log('\nBy room: its own functions, and the libraries that they call');
    for (const [share, room] of this.#table(this.rooms, 20)) console.log(`${share}  ${room}`);
    console.log('\nOf all that, outside the rooms\' own code');
    for (const [share, kind] of this.#table(this.outside, 10)) console.log(`${share}  ${kind}`);
    console.log(`\nThe ${count} functions that take the most, with all they call`);
    for (const [share, name] of this.#table(this.functions, count)) {
      const [room, short] = name.split('\t');
      console.log(`${share}  ${room.padEnd(9)}  ${short}`);
    }
  }
}
