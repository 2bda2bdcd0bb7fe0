import type { Browser, Locator, Page } from 'playwright-core'
import { onTestFailed, onTestFinished } from 'vitest'
import { startKubecon } from './start-kubecon.js'

/** A preview of its own, started as a newcomer does, and a browser window that shows it. */
export interface PreviewPage {
  readonly page: Page
  /** The open conversation. */
  readonly main: Locator
  /** The open thread. */
  readonly thread: Locator
  /** The box to write to the conversation. */
  readonly box: Locator
  /** What the browser complained of: errors, warnings, requests that failed. */
  readonly complaints: readonly string[]
  send(text: string): Promise<void>
  /** Opens the direct message with the bot. */
  openDirect(): Promise<void>
  stop(): Promise<void>
}

export interface PreviewPageOptions {
  /** In pixels; default 1280. */
  readonly width?: number
  /** Sees the page before it opens the preview. */
  readonly prepare?: (page: Page) => Promise<unknown>
}

/** Ends both after the test; a test that fails tells what both said. */
export const openPreviewPage = async (
  browser: Browser,
  { width = 1280, prepare }: PreviewPageOptions = {},
): Promise<PreviewPage> => {
  const bot = await startKubecon({ PORT: '0' })
  onTestFinished(async () => {
    if (bot.isRunning) await bot.stop()
  })
  const [address] = /http:\/\/127\.0\.0\.1:\d+\S*/.exec(bot.out) ?? []
  if (address === undefined) throw new Error(`kubecon start told no address: ${bot.out}`)
  const page = await browser.newPage({
    viewport: { width, height: 800 },
    locale: 'en-GB',
    timezoneId: 'UTC',
  })
  onTestFinished(() => page.close())
  page.setDefaultTimeout(30_000)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`)
  })
  onTestFailed(async () => {
    const seen = page.isClosed() ? 'closed' : await page.locator('body').innerText()
    console.error(`The bot said:\n${bot.out}\n${bot.err}\nThe page showed:\n${seen}`)
  })
  await prepare?.(page)
  await page.goto(address)
  await page.getByText('Bot connected').waitFor()
  const box = page.locator('#composer')
  return {
    page,
    main: page.getByRole('main'),
    thread: page.getByRole('complementary', { name: 'Thread' }),
    box,
    complaints,
    send: async (text) => {
      await box.fill(text)
      await box.press('Enter')
    },
    openDirect: async () => {
      await page.getByRole('navigation').getByRole('link', { name: 'KubeCon reports' }).click()
      await page.getByRole('heading', { level: 1, name: 'KubeCon reports' }).waitFor()
    },
    stop: async () => {
      await bot.stop()
    },
  }
}
