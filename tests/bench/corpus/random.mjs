// Seeded random numbers, so that a seed gives the same corpus on every machine.

/** Mulberry32: 32 bits of state, good enough to choose words and dates. */
export class Random {
  #state;

  constructor(seed) {
    this.#state = seed >>> 0;
  }

  /** At least 0 and less than 1. */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number, both ends included. */
  between(first, last) {
    return first + Math.floor(this.next() * (last - first + 1));
  }

  chance(probability) {
    return this.next() < probability;
  }

  pick(list) {
    return list[Math.floor(this.next() * list.length)];
  }

  /** So many different items of the list, in the list's order. */
  some(list, count) {
    const chosen = new Set();
    while (chosen.size < Math.min(count, list.length)) chosen.add(this.between(0, list.length - 1));
    return [...chosen].sort((a, b) => a - b).map((index) => list[index]);
  }
}

const DAY = 24 * 60 * 60 * 1000;

/** The ISO date so many days after another. */
export function daysAfter(date, days) {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

/** A Monday to Friday between two ISO dates. */
export function weekday(random, first, last) {
  const days = (Date.parse(last) - Date.parse(first)) / DAY;
  const date = daysAfter(first, random.between(0, days));
  const day = new Date(date).getUTCDay();
  if (day === 6) return daysAfter(date, -1);
  return day === 0 ? daysAfter(date, -2) : date;
}
