import { once } from 'node:events'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityProblems } from '../support/accessibility.js'
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
    const { page, box, main, send, complaints } = await openPreviewPage(browser, {
      prepare: (page) =>
        page.route('**/page/state', async (route) => {
          late.dispatchEvent(new Event('asked'))
          await once(late, 'answer')
          await route.continue()
        }),
    })
    await asked
    expect(await box.isEditable()).toBe(false)
    // Found, named and explained without eyes; whoever is there already stays there.
    const named = page.getByRole('textbox', { name: 'Message', exact: true, description: /^Loading\./ })
    await page.getByRole('link', { name: 'Skip to the message box' }).press('Enter')
    await named.and(page.locator(':focus')).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    const sending = send('/kubecon ping')
    late.dispatchEvent(new Event('answer'))
    await sending
    await box.and(page.locator(':focus')).waitFor()
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

  it('says what was refused where it was asked for, and takes only silence for a lost connection', async () => {
    const { page, main, send } = await openPreviewPage(browser)
    await send('hello')
    const react = main.getByRole('button', { name: 'React with' }).first()
    let isSilent = false
    await page.route('**/page/react', (route) => {
      if (isSilent) return route.abort()
      const asked = route.request().postDataJSON()
      return route.continue({ postData: JSON.stringify({ ...asked, message: '1.000001' }) })
    })
    await react.click()
    await main
      .getByRole('alert')
      .filter({ hasText: /message/i })
      .waitFor()
    await page.getByText('Bot connected').waitFor()
    isSilent = true
    await react.click()
    await page.getByText('Bot connected').waitFor({ state: 'hidden' })
    expect(await main.getByRole('alert').filter({ hasText: /./ }).count()).toBe(0)
  })
})
