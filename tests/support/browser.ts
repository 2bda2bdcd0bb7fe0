import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'

/** The names under which systems install Chromium, and Chrome, which does as well. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const MAC_PATHS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Where this machine has a Chromium: what CHROMIUM_PATH says, else on the PATH, else where Macs or Playwright put it. */
const findBrowser = (): string | undefined => {
  const { CHROMIUM_PATH, PATH = '' } = process.env
  if (CHROMIUM_PATH) return CHROMIUM_PATH
  const onPath = NAMES.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name)))
  return [...onPath, ...MAC_PATHS, chromium.executablePath()].find(isExecutable)
}

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The browser for tests that need one; undefined where there is none, which is said aloud so that no one takes it for tested. */
export const browserPath = (): string | undefined => {
  const found = findBrowser()
  if (found === undefined)
    console.warn(
      'SKIPPED: the tests of the web page, because this machine has no Chromium. Install one (Debian and Ubuntu: ' +
        'apt-get install chromium; macOS: brew install --cask chromium), or set CHROMIUM_PATH. With CI=true this fails.',
    )
  return found
}
