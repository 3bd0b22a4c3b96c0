// The browser: Debian's Chromium, driven by playwright-core.
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

const place = '/usr/bin/chromium'

export async function startChromium() {
  if (!existsSync(place)) {
    throw new Error(`There is no ${place}. Install it: apt-get install chromium`)
  }
  return chromium.launch({
    executablePath: place,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
}
