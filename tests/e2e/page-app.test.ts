import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { webApi } from '@slack/bolt'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createLoopback, type Loopback, type LoopbackOptions } from '../../src/loopback/loopback.js'
import { accessibilityProblems } from '../support/accessibility.js'
import { browserPath } from '../support/browser.js'
import { createShowcase, SHOWCASE } from '../support/showcase-app.js'

const executablePath = browserPath()
/** Where somebody who changed the page looks at it. */
const PICTURES = join(tmpdir(), 'kubecon-page')

interface Shown {
  readonly page: Page
  readonly loopback: Loopback
  /** Waits until the app has said that in the direct message. */
  told(words: string | RegExp): Promise<string>
  /** Asks for the message with every element. */
  gallery(): Promise<void>
}

describe.skipIf(executablePath === undefined)('the page, with an app that uses all of it', { timeout: 60_000 }, () => {
  let browser: Browser
  beforeAll(async () => {
    await mkdir(PICTURES, { recursive: true })
    browser = await chromium.launch({ executablePath: executablePath ?? '' })
  })
  afterAll(() => browser.close())

  /** A page on a Slack with the showcase; the test fails on anything the browser complains of, or a broken rule of Slack. */
  const onPage =
    (
      use: (shown: Shown) => Promise<void>,
      { options = {}, view = {} }: { options?: LoopbackOptions; view?: BrowserContextOptions } = {},
    ) =>
    async () => {
      const loopback = await createLoopback({ ...SHOWCASE, ...options })
      onTestFinished(loopback.close)
      const { open, stop } = createShowcase(loopback)
      onTestFinished(stop)
      await open()
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', ...view })
      onTestFinished(() => page.close())
      page.setDefaultTimeout(15_000)
      const complaints: string[] = []
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(String(error)))
      await page.goto(loopback.url)
      await page.getByText('Bot connected').waitFor()
      const told = async (words: string | RegExp): Promise<string> => {
        const fits = ({ text }: { text: string }) => (typeof words === 'string' ? text === words : words.test(text))
        const there = () => loopback.workspace.messages('D0YOU').find(fits)
        if (!there()) await loopback.journal.until(() => there() !== undefined)
        return there()?.text ?? ''
      }
      const gallery = async () => {
        await page.locator('#composer').fill('/kubecon x')
        await page.locator('#composer').press('Enter')
        await page.getByRole('button', { name: 'Delete' }).waitFor()
      }
      await use({ page, loopback, told, gallery })
      expect(complaints).toEqual([])
      expect(loopback.journal.violations).toEqual([])
    }

  const openModal = async (page: Page) => {
    await page.getByRole('button', { name: 'Ask anywhere' }).click()
    const dialog = page.getByRole('dialog', { name: 'Ask the reports' })
    await dialog.waitFor()
    return dialog
  }

  it(
    'opens a modal by a shortcut, refuses what is missing or wrong, and sends what was filled in',
    onPage(async ({ page, told }) => {
      const dialog = await openModal(page)
      const ask = dialog.getByRole('button', { name: 'Ask', exact: true })
      const question = dialog.getByRole('textbox', { name: 'Your question' })
      await ask.click()
      await dialog.getByText('Please complete this required field.').waitFor()
      expect(await question.evaluate('document.activeElement.dataset.action')).toBe('text')
      await question.fill('hm')
      await ask.click()
      await dialog.getByText('Ask a little more.').waitFor()
      // What was filled in before the error is still there.
      expect(await question.inputValue()).toBe('hm')
      await question.fill('what is CRI-O')
      await dialog.getByRole('combobox', { name: 'Answer in' }).selectOption('#kubecon-talk')
      await dialog.getByRole('combobox', { name: 'Form' }).selectOption('Long')
      await dialog.getByRole('radio', { name: 'Everybody' }).check()
      await dialog.getByRole('checkbox', { name: 'Timeline' }).check()
      await ask.click()
      await dialog.waitFor({ state: 'hidden' })
      expect(JSON.parse((await told(/^submitted/)).slice('submitted '.length))).toMatchObject({
        question: { text: { type: 'plain_text_input', value: 'what is CRI-O' } },
        where: { channel: { type: 'conversations_select', selected_conversation: 'C0KUBECON' } },
        form: { form: { type: 'static_select', selected_option: { value: 'Long' } } },
        who: { who: { type: 'radio_buttons', selected_option: { value: 'Everybody' } } },
        extras: { extras: { type: 'checkboxes', selected_options: [{ value: 'Timeline' }] } },
      })
    }),
  )

  it(
    'shows the modal that an answer puts in its place or on top, and all of them gone',
    onPage(async ({ page }) => {
      const dialog = await openModal(page)
      const submit = async (words: string) => {
        await page.getByRole('textbox', { name: 'Your question' }).fill(words)
        await page.getByRole('button', { name: 'Ask', exact: true }).click()
      }
      await submit('more')
      await page.getByRole('dialog', { name: 'Once more' }).waitFor()
      await submit('deeper')
      await page.getByRole('dialog', { name: 'On top' }).waitFor()
      await page.getByRole('button', { name: 'Cancel' }).click()
      await page.getByRole('dialog', { name: 'Once more' }).waitFor()
      await submit('enough')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      expect(await dialog.count()).toBe(0)
    }),
  )

  it(
    'closes a modal with Escape, tells the app, and gives the focus back',
    onPage(async ({ page, told }) => {
      const dialog = await openModal(page)
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'hidden' })
      await told('closed')
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Ask anywhere')
    }),
  )

  it(
    'asks to confirm, and uses menus, selects and feedback buttons',
    onPage(async ({ page, told, gallery, loopback }) => {
      await gallery()
      const confirm = page.getByRole('dialog', { name: 'Delete it?' })
      await page.getByRole('button', { name: 'Delete' }).click()
      await confirm.getByRole('button', { name: 'Keep' }).click()
      await confirm.waitFor({ state: 'hidden' })
      await page.getByRole('button', { name: 'Delete' }).click()
      await confirm.getByRole('button', { name: 'Delete' }).click()
      await told('used delete: all')
      expect(loopback.journal.entries.filter(({ kind }) => kind === 'envelope').length).toBeGreaterThan(1)
      await page.getByRole('combobox', { name: 'Pause for…' }).selectOption('1 week')
      await told('used pick: 1 week')
      await page.getByRole('button', { name: 'Not helpful' }).click()
      await told('used feedback: no')
      await page.getByRole('button', { name: 'More options' }).press('Enter')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await told('used overflow: Stop')
    }),
  )

  it(
    'opens no address from a menu that is not one of the web, and shows which it is',
    onPage(async ({ page, loopback: { apiUrl, credentials } }) => {
      await page.evaluate('open = (url) => { document.title = "opened " + url }')
      const option = (text: string, url: string) => ({ text: { type: 'plain_text' as const, text }, value: text, url })
      const options = [option('Web', 'https://kubecon.example/'), option('File', 'file:///etc/hosts')]
      await new webApi.WebClient(credentials.botToken, { slackApiUrl: apiUrl }).chat.postMessage({
        channel: 'C0GENERAL',
        text: 'Links',
        blocks: [{ type: 'actions', elements: [{ type: 'overflow', action_id: 'links', options }] }],
      })
      const choose = async (name: string) => {
        await page.getByRole('button', { name: 'More options' }).click()
        const used = page.waitForResponse('**/page/press')
        await page.getByRole('menuitem', { name }).click()
        await used
      }
      await choose('File (file:///etc/hosts)')
      expect(await page.title()).not.toContain('opened')
      await choose('Web')
      expect(await page.title()).toBe('opened https://kubecon.example/')
    }),
  )

  it(
    'reacts to a message and asks about it from its menu',
    onPage(async ({ page, told, gallery }) => {
      await gallery()
      const message = page.getByRole('article')
      await message.getByRole('button', { name: 'React with +1' }).press('Enter')
      await message.getByRole('button', { name: '1 +1: You' }).waitFor()
      await message.getByRole('button', { name: '1 +1: You' }).press('Enter')
      await message.getByRole('button', { name: '1 +1: You' }).waitFor({ state: 'hidden' })
      await message.getByRole('button', { name: /^More actions/ }).press('Enter')
      await page.getByRole('menuitem', { name: 'Ask the showcase' }).press('Enter')
      await told('asked about: gallery x')
    }),
  )

  it(
    'shows the blocks of a message beside it, as they were sent',
    onPage(async ({ page, gallery }) => {
      await gallery()
      const json = page.getByRole('region', { name: 'Blocks of the message by KubeCon reports' })
      expect(await json.isVisible()).toBe(false)
      await page.getByRole('button', { name: /^View blocks/ }).press('Enter')
      expect(JSON.parse(await json.innerText())).toMatchObject([{ type: 'section' }, { type: 'actions' }, {}])
    }),
  )

  it(
    'shows the home that the app publishes when it is opened, with buttons that work, and keeps the place on reload',
    onPage(async ({ page, told }) => {
      await page.getByRole('link', { name: 'KubeCon reports' }).click()
      await page.getByRole('link', { name: 'Home' }).click()
      await page.getByText('I know 5 reports from 3 events.').waitFor()
      await page.getByRole('button', { name: 'Try: what is CRI-O' }).click()
      await told('used try: what is CRI-O')
      await page.getByRole('link', { name: 'Messages 1 new' }).waitFor()
      await page.reload()
      await page.getByText('I know 5 reports from 3 events.').waitFor()
      await page.getByRole('link', { name: 'Messages' }).click()
      await page.getByRole('article').filter({ hasText: 'used try' }).waitFor()
    }),
  )

  it(
    'begins a chat with the agent: what it suggests is sent when pressed, what it does is said',
    onPage(async ({ page }) => {
      await page.getByRole('link', { name: 'KubeCon reports' }).click()
      await page.getByRole('main').getByRole('button', { name: 'CRI-O', exact: true }).waitFor()
      await page.getByRole('button', { name: 'New chat' }).click()
      const thread = page.getByRole('complementary', { name: 'Thread' })
      await thread.getByText('KubeCon reports is getting ready…').waitFor()
      await thread.getByRole('button', { name: 'Vault' }).click()
      await thread.getByRole('article').filter({ hasText: 'who presented the Vault session' }).waitFor()
      await thread.getByRole('button', { name: 'Vault' }).waitFor({ state: 'hidden' })
    }),
  )

  it(
    'leads the keyboard through a message in the order in which it is read, and says what is new',
    onPage(async ({ page, gallery }) => {
      await gallery()
      const log = page.getByRole('log', { name: 'Messages in #general' })
      expect(await log.getByRole('article', { name: /^KubeCon reports/ }).count()).toBe(1)
      await log.focus()
      const names: string[] = []
      const NAME = `(({ ariaLabel, innerText, dataset }) => ariaLabel ?? (innerText || dataset.action))(document.activeElement)`
      for (let i = 0; i < 9; i += 1) {
        await page.keyboard.press('Tab')
        names.push(String(await page.evaluate(NAME)).split('\n')[0] ?? '')
      }
      expect(names).toEqual([
        'More options',
        'Delete',
        'Pause for…',
        '👍 Helpful',
        '👎 Not helpful',
        'Reply in thread',
        'React with +1 to KubeCon reports',
        'React with eyes to KubeCon reports',
        'View blocks',
      ])
    }),
  )

  it(
    'shows what goes over the wire, and what happens when Slack fails',
    onPage(async ({ page, gallery }) => {
      await page.getByRole('button', { name: /^Protocol/ }).click()
      const protocol = page.getByRole('region', { name: 'Protocol' })
      await gallery()
      const command = protocol.getByRole('listitem').filter({ hasText: '/kubecon x' })
      await command.getByText(/^acknowledged after [\d.]+ m?s$/).waitFor()
      await command.locator('summary').press('Enter')
      await command.getByText('"command": "/kubecon"').waitFor()
      await protocol.getByText('No rule of Slack broken').waitFor()
      await protocol.getByRole('button', { name: 'Disconnect' }).click()
      await protocol.getByText('connection disconnect refresh_requested').waitFor()
      await protocol.getByRole('button', { name: '429' }).click()
      await protocol.getByRole('button', { name: '429', pressed: true }).waitFor()
    }),
  )

  it('says in the conversation that Slack asked the bot to wait, until the bot is heard again', async () => {
    const loopback = await createLoopback(SHOWCASE)
    onTestFinished(loopback.close)
    const page = await browser.newPage()
    onTestFinished(() => page.close())
    await page.goto(loopback.url)
    const note = page.getByRole('main').getByRole('status').filter({ hasText: 'Slack asked the bot to wait' })
    const call = { kind: 'call', name: 'chat.postMessage' } as const
    const refuse = (retryAfter: number) => loopback.journal.add({ ...call, status: 429, retryAfter })
    // A wait that was over before the page could tell of it.
    refuse(-60)
    await page.getByRole('button', { name: /^Protocol/ }).click()
    await page.getByText('HTTP 429').waitFor()
    expect(await note.count()).toBe(0)
    refuse(3)
    await note.getByText('Slack asked the bot to wait 3 s (HTTP 429). What it says comes later.').waitFor()
    loopback.journal.add({ ...call, status: 200, given: { ok: true } })
    await note.waitFor({ state: 'hidden' })
    // Nothing is heard of the bot again: the line goes by itself.
    refuse(0)
    await note.waitFor()
    await note.waitFor({ state: 'hidden' })
  })

  it('marks a broken rule', async () => {
    const loopback = await createLoopback(SHOWCASE)
    onTestFinished(loopback.close)
    const page = await browser.newPage()
    onTestFinished(() => page.close())
    await page.goto(loopback.url)
    loopback.journal.add({
      kind: 'call',
      name: 'chat.postMessage',
      status: 200,
      given: { ok: false, error: 'no_text' },
      violation: 'no_text',
    })
    await page.getByRole('button', { name: 'Protocol 1' }).click()
    await page.getByText('1 rule broken').waitFor()
    await page.getByText('rule broken: no_text').waitFor()
  })

  it('cuts no name and no rule in the protocol of a phone', async () => {
    const loopback = await createLoopback(SHOWCASE)
    onTestFinished(loopback.close)
    const page = await browser.newPage({ viewport: { width: 390, height: 800 } })
    onTestFinished(() => page.close())
    await page.goto(loopback.url)
    const name = 'assistant.threads.setSuggestedPrompts'
    loopback.journal.add({
      kind: 'call',
      name,
      ms: 12,
      status: 429,
      given: { ok: false, error: 'ratelimited' },
      violation: 'called_before_retry_after',
    })
    await page.getByRole('button', { name: /^Protocol/ }).click()
    const row = page.getByRole('region', { name: 'Protocol' }).getByRole('listitem').filter({ hasText: name })
    await row.waitFor()
    const isCut = '(one) => one.scrollWidth > one.clientWidth || one.getBoundingClientRect().right > innerWidth'
    for (const part of ['.wire-what', '.wire-result'])
      expect(await page.evaluate(`[...document.querySelectorAll('.wire-row ${part}')].some(${isCut})`)).toBe(false)
  })

  it(
    'has a button for what whoever opened it offers, and says what came of it',
    onPage(
      async ({ page }) => {
        await page.getByRole('button', { name: 'Next digest now' }).click()
        await page.getByText('Posted in #general.').waitFor()
      },
      { options: { actions: [{ label: 'Next digest now', run: async () => 'Posted in #general.' }] } },
    ),
  )

  it.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)('has nothing that shuts anybody out, %i pixels wide, %s', (width, colorScheme) =>
    onPage(
      async ({ page, gallery }) => {
        const isOpenToAll = async (name: string) => {
          await page.screenshot({ path: join(PICTURES, `${name}-${width}-${colorScheme}.png`) })
          expect(await accessibilityProblems(page), name).toEqual([])
          expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), name).toBe(true)
        }
        await isOpenToAll('app-empty')
        await gallery()
        await page.getByRole('button', { name: /^View blocks/ }).press('Enter')
        await page.getByRole('button', { name: 'React with eyes' }).press('Enter')
        await isOpenToAll('app-blocks')
        await openModal(page)
        await page.getByRole('button', { name: 'Ask', exact: true }).click()
        await page.getByText('Please complete this required field.').waitFor()
        await isOpenToAll('app-modal')
        await page.keyboard.press('Escape')
        await page.getByRole('button', { name: /^Protocol/ }).click()
        await page.locator('.wire summary').first().click()
        await isOpenToAll('app-protocol')
        await page.getByRole('button', { name: 'Close protocol' }).click()
        await page.getByRole('link', { name: 'KubeCon reports' }).click()
        await page.getByRole('link', { name: 'Home' }).click()
        await page.getByText('I know').waitFor()
        await isOpenToAll('app-home')
        await page.getByRole('button', { name: 'New chat' }).click()
        await page.getByRole('complementary').getByText('is getting ready').waitFor()
        await isOpenToAll('app-agent')
      },
      { view: { viewport: { width, height: 800 }, colorScheme, hasTouch: width < 500, isMobile: width < 500 } },
    )(),
  )
})
