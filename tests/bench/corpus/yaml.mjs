// Front matter as people write it: plain scalars where YAML allows them, block text for prose.

const PLAIN = /^[A-Za-z][A-Za-z0-9 _()/.,'-]*$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const WORD = /^(true|false|null|yes|no|on|off|y|n|~)$/i;

function scalar(value) {
  if (typeof value !== 'string') return String(value);
  const isPlain = (PLAIN.test(value) && !WORD.test(value) && !value.endsWith(' ')) || DATE.test(value);
  return isPlain ? value : JSON.stringify(value);
}

function block(text, indent) {
  const lines = text.replace(/\n$/, '').split('\n');
  return `|\n${lines.map((line) => (line === '' ? '' : `${indent}  ${line}`)).join('\n')}`;
}

function lines(map, indent) {
  const result = [];
  for (const [key, value] of Object.entries(map)) {
    if (Array.isArray(value)) {
      if (value.length === 0) {
        result.push(`${indent}${key}: []`);
        continue;
      }
      result.push(`${indent}${key}:`);
      for (const item of value) {
        if (typeof item !== 'object') {
          result.push(`${indent}  - ${scalar(item)}`);
          continue;
        }
        const inner = lines(item, `${indent}    `);
        inner[0] = `${indent}  - ${inner[0].trimStart()}`;
        result.push(...inner);
      }
    } else if (typeof value === 'object') {
      result.push(`${indent}${key}:`, ...lines(value, `${indent}  `));
    } else if (typeof value === 'string' && value.endsWith('\n')) {
      result.push(`${indent}${key}: ${block(value, indent)}`);
    } else {
      result.push(`${indent}${key}: ${scalar(value)}`);
    }
  }
  return result;
}

/** A Markdown file: the fields, then the text. */
export function markdownFile(fields, text) {
  return `---\n${lines(fields, '').join('\n')}\n---\n\n${text}`;
}
