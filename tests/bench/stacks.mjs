// Call stacks of a profile, added up: by room of the program, and by function with all it calls.

// "void glasshouse::pages::(anonymous namespace)::show(…)" is of the room "pages".
const ROOM = /glasshouse::([a-z_]+)::/;
// The namespace of the room in template/ is another word, as `template` is a keyword.
const FOLDERS = { templating: 'template' };
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

/** What a library does, as far as its symbols tell: one line for all of the kernel and of SHA-256. */
function callOf(frame) {
  if (frame.library === 'kernel' || frame.library === 'libcrypto') return '';
  return frame.name.replace(/_(avx|evex|sse|erms)\w*$/, '').replace(/@.*$/, '').replace(/^__/, '');
}

function add(map, key, weight) {
  map.set(key, (map.get(key) ?? 0) + weight);
}

/** Adds up stacks: {frames: {name, library} from the innermost out, weight}. */
export class Profile {
  total = 0;
  rooms = new Map();      // a room's own functions, with those of base/ and the libraries for it
  innermost = new Map();  // by function of the program, or by library
  functions = new Map();  // with all they call

  add({ frames, weight }) {
    this.total += weight;
    const rooms = frames.map((frame) => roomOf(frame.name));
    const room = rooms.find((name) => name !== '' && name !== 'base') ?? rooms.find((name) => name !== '');
    add(this.rooms, room ?? 'no room', weight);
    const where = rooms[0] === '' ? frames[0].library : rooms[0];
    add(this.innermost, `${where}\t${rooms[0] === '' ? callOf(frames[0]) : shortName(frames[0].name)}`, weight);
    const seen = new Set();
    frames.forEach((frame, index) => {
      if (rooms[index] !== '') seen.add(`${rooms[index]}\t${shortName(frame.name)}`);
    });
    for (const name of seen) add(this.functions, name, weight);
  }

  #print(title, map, count) {
    console.log(`\n${title}`);
    for (const [name, weight] of [...map].sort((a, b) => b[1] - a[1]).slice(0, count)) {
      const [room, short] = name.split('\t');
      console.log(`${((100 * weight) / this.total).toFixed(1).padStart(5)} %  ${room.padEnd(12)}  ${short ?? ''}`);
    }
  }

  print(count) {
    this.#print('By room, with what base/ and the libraries do for it', this.rooms, 20);
    this.#print('Where the processor is', this.innermost, count);
    this.#print(`The ${count} functions that take the most, with all they call`, this.functions, count);
  }
}
