// Collects what is wrong, and tells it at the end: the same problem on many pages once.
export class Report {
  #problems = new Map()
  #counts = []

  /** `what` is the problem, `where` the page it is on. */
  problem(what, where) {
    if (!this.#problems.has(what)) this.#problems.set(what, new Set())
    this.#problems.get(what).add(where)
  }

  /** A line of the summary: what was looked at. */
  count(line) {
    this.#counts.push(line)
  }

  /** Prints all of it; the exit status. */
  finish() {
    for (const line of this.#counts) console.log(line)
    for (const [what, places] of this.#problems) {
      const shown = [...places].slice(0, 3).join(', ')
      const more = places.size > 3 ? ` and ${places.size - 3} more` : ''
      console.log(`\nPROBLEM: ${what}\n  on ${shown}${more}`)
    }
    console.log(this.#problems.size === 0 ? 'No problems.' : `\n${this.#problems.size} problems.`)
    return this.#problems.size === 0 ? 0 : 1
  }
}
