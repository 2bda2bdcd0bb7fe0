import { mkdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserPath } from '../support/browser.js'
import { openPreviewPage, type PreviewPage } from '../support/preview-page.js'
import { ROOT } from '../support/run-kubecon.js'
import { essence, linesOf } from '../support/verbatim.js'

const QUESTION = 'what is CRI-O'
const ATTENDANCE = 'how many people came to KubeCon Austin'
/** The evaluation holds the bot to not answering this. */
const NOT_COVERED = 'what did the wasm keynote say'
/** Where somebody who changed the page looks at it. */
const PICTURES = join(tmpdir(), 'kubecon-page')

const executablePath = browserPath()

it('finds a browser, where CI=true lets nothing be skipped', ({ skip }) => {
  if (executablePath === undefined && process.env['CI'] !== 'true') skip('no Chromium on this machine')
  expect(executablePath, 'Chromium; on Debian: apt-get install chromium').toBeDefined()
})

// A bot and a page each take their time to start, and more on a busy machine.
describe.skipIf(executablePath === undefined)('the web chat page', { timeout: 60_000 }, () => {
  let browser: Browser
  beforeAll(async () => {
    await mkdir(PICTURES, { recursive: true })
    browser = await chromium.launch({ executablePath: executablePath ?? '' })
  })
  afterAll(() => browser.close())

  /** Runs the test on a preview of its own, in which the browser must find nothing to complain of. */
  const onPage = (use: (preview: PreviewPage) => Promise<void>) => async () => {
    const preview = await openPreviewPage(browser)
    await use(preview)
    expect(preview.complaints).toEqual([])
  }

  it.each([1280, 390])('fits and is readable in light and dark, %i pixels wide', async (width) => {
    const { page, main, thread, box, send, complaints } = await openPreviewPage(browser, { width })
    const looksWell = async (name: string, composer: Locator) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await page.screenshot({ path: join(PICTURES, `${name}-${width}-${colorScheme}.png`) })
        expect(await page.evaluate(IS_LIGHT)).toBe(colorScheme === 'light')
        expect(await page.getByText('Local preview, not Slack').isVisible()).toBe(true)
        expect(await page.evaluate(SIDEWAYS)).toEqual([])
        expect(await page.evaluate(FAINT)).toEqual([])
        expect(await isInside(composer, page)).toBe(true)
      }
    }
    await looksWell('empty', box)
    await send(`/kubecon ${NOT_COVERED}`)
    await main.getByText('No report covers').waitFor()
    await looksWell('not-found', box)
    await send(`/kubecon ${QUESTION}`)
    await main.getByRole('button', { name: 'Show more' }).waitFor()
    await looksWell('answer', box)
    await send(`@kubecon ${ATTENDANCE}`)
    // Where there is no room for both, the thread is opened by whoever wants to read it.
    if (width < 960) await main.getByRole('button', { name: /^1 reply/ }).click()
    await thread.getByText('quoted word for word').waitFor()
    await looksWell('thread', thread.getByRole('textbox'))
    await thread.getByRole('button', { name: 'Close thread' }).click()
    await send('/kubecon help')
    await main.getByRole('heading', { name: 'Ask the conference reports anything' }).waitFor()
    await looksWell('help', box)
    expect(await page.evaluate(BROKEN_WORDS)).toEqual([])
    expect(complaints).toEqual([])
  })

  it(
    'posts the next digest of the open channel at once',
    onPage(async ({ page, main }) => {
      await page.getByRole('button', { name: 'Next digest now' }).click()
      await main.getByText(/^KubeCon reports · /).waitFor()
      await main.getByRole('button', { name: 'Read more' }).first().click()
      await page.getByRole('dialog').getByRole('heading', { name: 'In context' }).waitFor()
      await page.screenshot({ path: join(PICTURES, 'digest.png') })
    }),
  )

  it(
    'answers a slash command for the person alone, with quotations that stand where the citations say',
    onPage(async ({ main, send }) => {
      await send(`/kubecon ${QUESTION}`)
      const answer = main.getByRole('article')
      await answer.getByText(/^3 of \d+ passages · quoted word for word$/).waitFor()
      expect(await answer.getByText('Only visible to you').isVisible()).toBe(true)
      expect(await answer.getByText(`You asked: ${QUESTION}`).isVisible()).toBe(true)
      const quotations = await quotationsIn(answer)
      expect(quotations.map(({ number, cited }) => [number, cited])).toEqual([1, 2, 3].map((n) => [n, n]))
      for (const { text, report, lines } of quotations) {
        const file = await readFile(join(ROOT, 'knowledge', `${report}.md`), 'utf8')
        expect(essence(linesOf(file, lines))).toContain(essence(text))
      }
      expect(await answer.locator('blockquote strong').first().innerText()).toBe('CRI-O')
      expect(await answer.getByRole('link').first().getAttribute('href')).toMatch(/^https:\/\//)
    }),
  )

  it(
    'changes the message when Show more is pressed; the citation numbers go on, and back',
    onPage(async ({ main, send }) => {
      await send(`/kubecon ${QUESTION}`)
      const answer = main.getByRole('article')
      const press = async (button: string, then: RegExp) => {
        await answer.getByRole('button', { name: button }).click()
        await answer.getByText(then).waitFor()
        return (await quotationsIn(answer)).map(({ cited }) => cited)
      }
      await answer.getByText(/^3 of \d+ passages/).waitFor()
      const before = await answer.getAttribute('data-ts')
      expect(await press('Show more', /^passages 4–6 of/)).toEqual([4, 5, 6])
      expect(await press('Show more', /^passages 7–9 of/)).toEqual([7, 8, 9])
      expect(await press('Show previous', /^passages 4–6 of/)).toEqual([4, 5, 6])
      expect(await answer.count()).toBe(1)
      expect(await answer.getAttribute('data-ts')).toBe(before)
    }),
  )

  it(
    'answers a mention in its thread, opened at the question, and goes on in the thread',
    onPage(async ({ page, main, thread, send }) => {
      await send(`@kubecon ${QUESTION}`)
      const [question, answer] = [thread.getByRole('article').first(), thread.getByRole('article').nth(1)]
      await answer.getByText(/^3 of \d+ passages/).waitFor()
      expect(await question.getByText('@kubecon').isVisible()).toBe(true)
      expect(await isInside(question, page)).toBe(true)
      expect(await answer.getByText('Only visible to you').count()).toBe(0)
      expect(await main.getByRole('article').count()).toBe(1)

      const reply = thread.getByRole('textbox', { name: 'Reply in this thread' })
      await reply.fill('@kubecon who presented it?')
      await reply.press('Enter')
      await thread.getByText('3 replies').waitFor()
      expect(await thread.getByRole('article').last().innerText()).toContain('Mrunal Patel')
      await main.getByRole('button', { name: /^3 replies/ }).waitFor()
      expect(await main.getByRole('article').count()).toBe(1)
    }),
  )

  it(
    'answers a direct message, which needs no mention, in its thread',
    onPage(async ({ main, thread, send, openDirect }) => {
      await openDirect()
      // What the bot suggests is all there is to press before the first question.
      await main.getByText('Try a question:').waitFor()
      expect(await main.getByRole('button', { name: 'reports', exact: true }).count()).toBe(1)
      expect(await main.getByText('Try one:').count()).toBe(0)
      await send('who presented the Vault session')
      const answer = thread.getByRole('article').nth(1)
      await answer.getByText('quoted word for word').waitFor()
      expect(await answer.innerText()).toContain('Armon Dadgar, HashiCorp')
      await main.getByRole('button', { name: /^1 reply/ }).waitFor()
    }),
  )

  it(
    'says what no report covers, and asks for a near term when its button is pressed',
    onPage(async ({ main, send }) => {
      await send(`/kubecon ${NOT_COVERED}`)
      const refusal = main.getByRole('article').filter({ hasText: `No report covers “${NOT_COVERED}”.` })
      await refusal.getByText('Closest terms in the reports:').waitFor()
      expect(await refusal.getByText('I searched 5 reports').isVisible()).toBe(true)
      expect(await refusal.getByRole('blockquote').count()).toBe(0)
      const names = await refusal.locator('.block-actions').getByRole('button').allInnerTexts()
      expect(names.length).toBeGreaterThan(2)
      expect(names.at(-1)).toBe('See all reports')

      const [term = ''] = names
      await refusal.getByRole('button', { name: term, exact: true }).click()
      const answer = main.getByRole('article').filter({ hasText: `You asked: ${term}` })
      await answer.getByText('quoted word for word').waitFor()
      expect((await quotationsIn(answer)).length).toBeGreaterThan(0)
    }),
  )

  it(
    'shows help as the bot gives it, in whatever way it is asked for',
    onPage(async ({ main, thread, send, openDirect }) => {
      await send('/kubecon help')
      const help = main.getByRole('article').filter({ hasText: 'Ask the conference reports anything' })
      await help.waitFor()
      expect(await help.getByText('compare <a> and <b>').isVisible()).toBe(true)
      expect(await help.getByText('Only visible to you').isVisible()).toBe(true)
      await openDirect()
      await send('help')
      await thread.getByRole('heading', { name: 'Ask the conference reports anything' }).waitFor()
    }),
  )

  it(
    'tells somebody who waits for an answer that nobody gives how to ask',
    onPage(async ({ page, main, send }) => {
      const remark = main.getByRole('alert')
      await send('hello everybody')
      await remark.getByText('The bot only answers when it is asked').waitFor()
      await send('/kubcon help')
      await remark.getByText('/kubcon is not a command here. Try /kubecon help.').waitFor()
      expect(await page.locator('#composer').inputValue()).toBe('/kubcon help')
      // What the bot says next is the first that it says.
      await send('/kubecon ping')
      await main.getByText('Only visible to you').waitFor()
      expect(await main.getByRole('article').count()).toBe(2)
    }),
  )

  it(
    'is used with the keyboard alone',
    onPage(async ({ page, main, thread, box }) => {
      const { keyboard } = page
      const isFocused = (element: Locator) => element.and(page.locator(':focus')).count()
      const tabTo = async (element: Locator, key = 'Tab') => {
        for (let presses = 0; presses < 15; presses += 1) {
          if ((await isFocused(element)) > 0) return
          await keyboard.press(key)
        }
        throw new Error(`Not reached with ${key}: ${element}`)
      }
      await box.and(page.locator(':enabled')).waitFor()
      // The first Tab leads to a link past the conversations.
      await keyboard.press('Tab')
      expect(await isFocused(page.getByRole('link', { name: 'Skip to the message box' }))).toBe(1)
      await tabTo(box)
      await keyboard.type(`/kubecon ${QUESTION}`)
      await keyboard.press('Enter')
      const more = main.getByRole('button', { name: 'Show more' })
      await more.waitFor()
      await tabTo(more, 'Shift+Tab')
      await keyboard.press('Enter')
      await main.getByText(/^passages 4–6 of/).waitFor()
      // The focus is where it was, although the message is another.
      expect(await isFocused(more)).toBe(1)

      await tabTo(box)
      await keyboard.type(`@kubecon ${ATTENDANCE}`)
      await keyboard.press('Enter')
      await thread.getByText('quoted word for word').waitFor()
      await keyboard.press('Escape')
      await thread.waitFor({ state: 'hidden' })
      const replies = main.getByRole('button', { name: /^1 reply/ })
      expect(await isFocused(replies)).toBe(1)
      await keyboard.press('Enter')
      await thread.waitFor()
      expect(await isFocused(thread.getByRole('textbox'))).toBe(1)
      await keyboard.type('@ku')
      await page.getByRole('option', { name: '@kubecon' }).waitFor()
      await keyboard.press('Enter')
      await keyboard.type('and in Berlin?')
      await keyboard.press('Enter')
      await thread.getByText('3 replies').waitFor()
      await keyboard.press('Escape')
      await thread.waitFor({ state: 'hidden' })
    }),
  )

  it(
    'shows the same place with the same messages after a reload',
    onPage(async ({ page, thread, send }) => {
      await send(`@kubecon ${QUESTION}`)
      await thread.getByText('quoted word for word').waitFor()
      await page.reload()
      await thread.getByText('quoted word for word').waitFor()
      expect(await thread.getByRole('article').count()).toBe(2)
    }),
  )

  it('says so when the preview has ended', async () => {
    const { page, main, send, stop } = await openPreviewPage(browser)
    await stop()
    await page.getByText('Preview not reachable').waitFor()
    await send('/kubecon help')
    await main.getByText('The preview does not answer. Is it still running in your terminal?').waitFor()
    expect(await page.locator('#composer').inputValue()).toBe('/kubecon help')
  })
})

interface Quotation {
  readonly number: number
  readonly text: string
  /** The number in front of the citation. */
  readonly cited: number
  readonly report: string
  readonly lines: [number, number]
}

/** The quotations of an answer, each with the citation below it. */
const quotationsIn = async (answer: Locator): Promise<Quotation[]> => {
  const quoted = await answer.getByRole('blockquote').allInnerTexts()
  const citations = await answer
    .locator('.block-context')
    .filter({ hasText: /, lines? \d/ })
    .allInnerTexts()
  expect(quoted.length).toBe(citations.length)
  return quoted.map((quotation, i) => {
    const [, number, text = ''] = /^(\d+)\. “(.*)”$/s.exec(quotation) ?? []
    const [, cited, report = '', first, last = first] =
      /^(\d+) · .* · ([\w-]+), lines? (\d+)(?:–(\d+))?$/s.exec(citations[i] ?? '') ?? []
    return { number: Number(number), text, cited: Number(cited), report, lines: [Number(first), Number(last)] }
  })
}

const isInside = async (element: Locator, page: Page): Promise<boolean> => {
  const place = await element.boundingBox()
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
  return (
    place !== null && place.x >= 0 && place.y >= 0 && place.x + place.width <= width && place.y + place.height <= height
  )
}

// In the page; as text, for the project's own code knows no `document`.

const IS_LIGHT = 'Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0]) > 128'

/** What can be scrolled sideways. */
const SIDEWAYS = `[...document.querySelectorAll('html, body, .scroll')]
  .filter((one) => one.scrollWidth > one.clientWidth)
  .map((one) => one.id || one.tagName)`

/** Words in the choices of a command that a line ends within. */
const BROKEN_WORDS = `[...document.querySelectorAll('li')].filter((item) => /\\w\\|\\w/.test(item.textContent)).flatMap((item) => {
  const texts = document.createTreeWalker(item, NodeFilter.SHOW_TEXT)
  const broken = []
  while (texts.nextNode()) {
    const node = texts.currentNode
    for (const { 0: word, index } of node.data.matchAll(/\\w+/g)) {
      const range = document.createRange()
      range.setStart(node, index)
      range.setEnd(node, index + word.length)
      if (range.getClientRects().length > 1) broken.push(word)
    }
  }
  return broken
})`

/** Text that has less contrast to its ground than WCAG 2.2 asks for (1.4.3). */
const FAINT = `(() => {
  const rgb = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number)
  const luminance = (colour) =>
    rgb(colour).slice(0, 3)
      .map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0)
  const ground = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const { backgroundColor } = getComputedStyle(one)
      if (rgb(backgroundColor)[3] !== 0) return backgroundColor
    }
    return 'rgb(255, 255, 255)'
  }
  const seen = []
  for (const element of document.querySelectorAll('body *')) {
    const says = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '')
    if (!says || !element.checkVisibility() || element.tagName === 'NOSCRIPT') continue
    const [dark, light] = [luminance(getComputedStyle(element).color), luminance(ground(element))].sort((a, b) => a - b)
    if ((light + 0.05) / (dark + 0.05) < 4.5) seen.push(element.textContent)
  }
  return seen
})()`
