import { once } from 'node:events'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserPath } from '../support/browser.js'
import { openPreviewPage } from '../support/preview-page.js'

const executablePath = browserPath()

describe.skipIf(executablePath === undefined)('the web chat page, while it loads', { timeout: 60_000 }, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '' })
  })
  afterAll(() => browser.close())

  it('takes no text before it knows where that would go, and loses none afterwards', async () => {
    const late = new EventTarget()
    const asked = once(late, 'asked')
    const { box, main, send, complaints } = await openPreviewPage(browser, {
      prepare: (page) =>
        page.route('**/page/state', async (route) => {
          late.dispatchEvent(new Event('asked'))
          await once(late, 'answer')
          await route.continue()
        }),
    })
    await asked
    expect(await box.isDisabled()).toBe(true)
    const sending = send('/kubecon ping')
    late.dispatchEvent(new Event('answer'))
    await sending
    await main.getByRole('article').getByText('Only visible to you').waitFor()
    expect(complaints).toEqual([])
  })

  it('shows what was said while an older state was on its way', async () => {
    const { page, main, complaints } = await openPreviewPage(browser)
    const late = new EventTarget()
    const fetched = once(late, 'fetched')
    await page.route('**/page/state', async (route) => {
      const response = await route.fetch()
      late.dispatchEvent(new Event('fetched'))
      await once(late, 'answer')
      await route.fulfill({ response })
    })
    await page.reload()
    await fetched
    const said = await page.request.post(new URL('/page/say', page.url()).href, {
      data: { conversation: 'C0GENERAL', text: 'hello from another window' },
    })
    expect(said.ok()).toBe(true)
    late.dispatchEvent(new Event('answer'))
    await main.getByRole('article').getByText('hello from another window').waitFor()
    expect(complaints).toEqual([])
  })
})
