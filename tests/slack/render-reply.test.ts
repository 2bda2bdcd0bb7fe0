import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ListingReply, notice, problemNotice, type Reply } from '../../src/command/reply.js'
import { checkBlocks } from '../../src/loopback/check-blocks.js'
import { readPageValue } from '../../src/slack/buttons.js'
import { renderReply } from '../../src/slack/render-reply.js'
import { brokenRules, buttonsOf, readAloud, stringsIn } from './check-message.js'
import { anAnswer, anExcerpt } from './replies.js'

const render = (reply: Reply, asked?: string) =>
  renderReply(reply, { ephemeral: true, ...(asked === undefined ? {} : { asked }) })

describe('an answer in Slack', () => {
  it('restates the question, quotes, cites, counts and offers more', () => {
    const second = anExcerpt({
      text: 'It needs no Docker.',
      highlights: [],
      citation: { author: 'Ales Nosek', lines: [48, 48] },
    })
    const message = render(anAnswer({ excerpts: [anExcerpt(), second] }), 'what is CRI-O')
    expect(readAloud(message)).toEqual([
      'You asked: what is CRI-O',
      '1. “CRI-O uses runC to create and run containers.”',
      '1 · KubeCon NA 2017, Austin · CRI-O: All the Runtime Kubernetes Needs, Mrunal Patel · galexrt · austin-2017-galexrt, lines 120–124',
      '2. “It needs no Docker.”',
      '2 · KubeCon NA 2017, Austin · CRI-O: All the Runtime Kubernetes Needs, Mrunal Patel · Ales Nosek · austin-2017-galexrt, line 48',
      '2 of 7 passages · quoted word for word',
    ])
    expect(buttonsOf(message).map(({ text, value }) => [text.text, value])).toEqual([
      ['Show more', '2 ask what is CRI-O'],
      ['In context', '0 ask what is CRI-O'],
      ['Timeline', 'timeline CRI-O'],
    ])
    expect(message.text).toBe(
      'what is CRI-O: “CRI-O uses runC to create and run containers.” — KubeCon NA 2017, Austin, galexrt, austin-2017-galexrt, lines 120–124. 2 of 7 passages.',
    )
    expect(brokenRules(message)).toEqual([])
  })

  it('prints the words of the question in bold, and nothing else', () => {
    const { blocks } = render(anAnswer())
    expect(blocks[0]).toEqual({
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_quote',
          elements: [
            { type: 'text', text: '1. “' },
            { type: 'text', text: 'CRI-O', style: { bold: true } },
            { type: 'text', text: ' uses runC to create and run containers.' },
            { type: 'text', text: '”' },
          ],
        },
      ],
    })
  })

  it('links the place where the report has an address', () => {
    const url = 'https://example.org/trip?a=1&b=<2>|3'
    const message = render(anAnswer({ excerpts: [anExcerpt({ citation: { url } })] }))
    expect(stringsIn(message.blocks)).toContain(
      '<https://example.org/trip?a=1&amp;b=%3C2%3E%7C3|austin-2017-galexrt, lines 120–124>',
    )
    expect(brokenRules(message)).toEqual([])
  })

  it('numbers a later page on and leads back', () => {
    const message = render(anAnswer({ from: 3, total: 4 }))
    expect(readAloud(message).at(-1)).toBe('passage 4 of 4 · quoted word for word')
    const near = render(anAnswer({ from: 3, total: 20, isCut: true }))
    expect(readAloud(near).at(-1)).toBe('passage 4 of 20 or more · quoted word for word')
    expect(readAloud(render(anAnswer({ total: 1, isCut: true }))).at(-1)).toBe(
      '1 of 1 or more passages · quoted word for word',
    )
    expect(buttonsOf(message).map(({ text, value }) => [text.text, value])).toEqual([
      ['Show previous', '0 ask what is CRI-O'],
      ['In context', '3 ask what is CRI-O'],
      ['Timeline', 'timeline CRI-O'],
    ])
  })

  it('says when no passage answers directly, and offers related terms', () => {
    const message = render(anAnswer({ status: 'weak', related: ['containerd', 'rkt'] }))
    expect(readAloud(message)[0]).toBe('No passage answers this directly. The closest:')
    expect(buttonsOf(message).map(({ value }) => value)).toEqual([
      '1 ask what is CRI-O',
      '0 ask what is CRI-O',
      'timeline CRI-O',
      'ask containerd',
      'ask rkt',
    ])
    expect(message.text).toMatch(/^No passage answers “what is CRI-O” directly\. The closest: “/)
  })

  it('says when no report covers the question, what was searched, and what is near', () => {
    const reply = anAnswer({
      status: 'not-found',
      question: 'Cilium Hubble',
      excerpts: [],
      total: 0,
      related: ['Calico', 'talks'],
    })
    const message = render(reply)
    expect(readAloud(message)).toEqual([
      'No report covers “Cilium Hubble”.',
      'I searched 5 reports: London 2016, Berlin 2017, Austin 2017. Closest terms in the reports:',
    ])
    // «talks» is a command too; as a term it is asked about.
    expect(buttonsOf(message).map(({ text, value }) => [text.text, value])).toEqual([
      ['Calico', 'ask Calico'],
      ['talks', 'ask talks'],
      ['See all reports', 'reports'],
    ])
    expect(message.text).toBe(
      'No report covers “Cilium Hubble”. Closest terms: Calico, talks. I searched 5 reports: London 2016, Berlin 2017, Austin 2017.',
    )
    expect(brokenRules(message)).toEqual([])
  })

  it('offers what was perhaps meant', () => {
    const message = render(
      anAnswer({ status: 'not-found', question: 'repots', excerpts: [], total: 0 }, { didYouMean: 'reports' }),
    )
    expect(readAloud(message)[0]).toBe('No report covers “repots”.Did you mean reports?')
    expect(buttonsOf(message).map(({ action_id, value }) => [action_id, value])).toEqual([
      ['ask:meant:0', 'reports'],
      ['ask:0', 'reports'],
    ])
  })

  it('offers the readings of an open question as buttons', () => {
    const message = render(
      anAnswer({
        readings: ['Austin', 'London'].map((city) => ({
          label: `${city} 2017`,
          ask: `how many came event:${city}`,
          excerpt: anExcerpt(),
        })),
      }),
    )
    expect(readAloud(message)).toContain('Narrow to:')
    expect(buttonsOf(message).filter(({ action_id }) => action_id?.startsWith('ask:reading'))).toMatchObject([
      { text: { text: 'Austin 2017' }, value: 'ask how many came event:Austin' },
      { text: { text: 'London 2017' }, value: 'ask how many came event:London' },
    ])
    expect(brokenRules(message)).toEqual([])
  })

  it('tells disagreements with their places', () => {
    const message = render(
      anAnswer({
        differ: {
          about: 'the runtime of OpenShift',
          excerpts: [anExcerpt(), anExcerpt({ citation: { author: 'Ales Nosek' } })],
        },
      }),
    )
    expect(readAloud(message)[2]).toMatch(/^The reports differ on the runtime of OpenShift:bullet“CRI-O uses/)
    expect(brokenRules(message)).toEqual([])
  })

  it('goes by what it remembers for a question too long for a button', () => {
    const all = { ephemeral: true, share: true, rate: true }
    const buttons = buttonsOf(renderReply(anAnswer({ question: 'why '.repeat(500) }), all))
    expect(buttons.map(({ value }) => value)).toEqual(['1 more'])
  })

  it('offers the terms near an answer in a menu', () => {
    const { blocks } = render(anAnswer({ related: ['runC', 'talks', 'runC', ' ', 'x'.repeat(200), ...'abcdef'] }))
    const menu = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : [])).at(-1)
    expect(menu).toMatchObject({ type: 'static_select', placeholder: { text: 'Ask about…' } })
    expect(menu?.type === 'static_select' && menu.options?.map(({ text, value }) => [text.text, value])).toEqual([
      ['runC', 'ask runC'],
      ['talks', 'ask talks'],
      ['a', 'ask a'],
      ['b', 'ask b'],
      ['c', 'ask c'],
    ])
    expect(checkBlocks(blocks, 'message').problems).toEqual([])
  })

  it('can be shared and rated where that is wanted, within all limits', () => {
    const all = { ephemeral: true, share: true, rate: true }
    const question = 'why? '.repeat(60).trim()
    const excerpts = [anExcerpt(), anExcerpt({ text: 'word '.repeat(5000) })]
    const message = renderReply(anAnswer({ question, topic: question, excerpts, from: 3 }), all)
    expect(brokenRules(message)).toEqual([])
    expect(buttonsOf(message).map(({ text }) => text.text)).toEqual([
      'Show more',
      'Show previous',
      'In context',
      'Share in channel',
      '👍 Helpful',
      '👎 Not helpful',
    ])
    expect(buttonsOf(renderReply(anAnswer({ status: 'not-found', excerpts: [], total: 0 }), all))).toHaveLength(1)
  })

  it('names whoever asked, and nobody else', () => {
    const message = renderReply(anAnswer(), { ephemeral: false, asked: 'is <!channel> <@U2> a & b', askedBy: 'U1' })
    expect(message.text).toMatch(/^<@U1> asked: what is CRI-O: “CRI-O uses/)
    expect(message.blocks[0]).toEqual({
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'user', user_id: 'U1' },
            { type: 'text', text: ' asked: is <!channel> <@U2> a & b' },
          ],
        },
      ],
    })
    const credited = { ephemeral: false, asked: 'x', askedBy: 'U1' }
    expect(renderReply(notice('That was all.'), credited).text).toBe('<@U1> asked. That was all.')
    const none = anAnswer({ status: 'not-found', excerpts: [], total: 0 })
    expect(renderReply(none, credited).text).toMatch(/^<@U1> asked\. No report covers/)
  })
})

describe('a long answer in Slack', () => {
  it('drops excerpts from the end, and the next page starts with them', () => {
    const excerpts = Array.from({ length: 9 }, (_, i) => anExcerpt({ text: `${i} ${'long '.repeat(240)}` }))
    const message = render(anAnswer({ excerpts, total: 20 }))
    expect(brokenRules(message)).toEqual([])
    const [more] = buttonsOf(message)
    const shown = readPageValue(more?.value ?? '')?.from ?? 0
    expect(shown).toBeGreaterThanOrEqual(3)
    expect(shown).toBeLessThan(9)
    expect(readAloud(message)).toHaveLength(2 * shown + 1)
    expect(readAloud(message).at(-1)).toBe(`${shown} of 20 passages · quoted word for word`)
  })

  it('cuts a single excerpt, and keeps its citation and the buttons', () => {
    const message = render(anAnswer({ excerpts: [anExcerpt({ text: 'word '.repeat(5000) })] }))
    expect(brokenRules(message)).toEqual([])
    expect(readAloud(message)[0]).toMatch(/^1\. “word .{5000,}…”$/)
    expect(readAloud(message)[1]).toMatch(/^1 · KubeCon NA 2017/)
    expect(buttonsOf(message)).toHaveLength(3)
  })
})

describe('a listing in Slack', () => {
  const listing: ListingReply = {
    kind: 'listing',
    title: 'Ask the conference reports anything',
    groups: [
      { heading: 'Ask', entries: [{ label: '<question>', detail: 'Answer a question.' }] },
      { heading: '', entries: [{ label: 'reports', note: 'austin, lines 1–2' }] },
    ],
    footer: 'Every answer is quoted word for word.',
    suggestions: ['what is CRI-O', 'reports'],
  }

  it('has a title, groups, a footer and buttons', () => {
    const message = render(listing)
    expect(readAloud(message)).toEqual([
      'Ask the conference reports anything',
      'Askbullet<question>\nAnswer a question.',
      'bulletreports\naustin, lines 1–2',
      'Every answer is quoted word for word.',
    ])
    expect(buttonsOf(message).map(({ value }) => value)).toEqual(['what is CRI-O', 'reports'])
    expect(message.text).toBe('Ask the conference reports anything\n• &lt;question&gt; — Answer a question.\n• reports')
    expect(brokenRules(message)).toEqual([])
  })

  it('says how many entries did not fit', () => {
    const entries = Array.from({ length: 1500 }, (_, i) => ({ label: `Talk ${i}`, detail: 'A speaker of a company' }))
    const message = render({ ...listing, groups: [{ heading: 'Talks', entries }] })
    expect(brokenRules(message)).toEqual([])
    const shown = JSON.stringify(message.blocks).match(/"Talk \d+"/g)?.length ?? 0
    expect(shown).toBeGreaterThan(100)
    expect(readAloud(message)).toContain(`… and ${(1500 - shown).toLocaleString('en')} more`)
  })
})

describe('a notice in Slack', () => {
  it('is its sentence, with suggestions as buttons', () => {
    const message = render(notice('There is no question to show more of yet.', 'what is CRI-O'))
    expect(readAloud(message)).toEqual(['There is no question to show more of yet.'])
    expect(buttonsOf(message).map(({ text }) => text.text)).toEqual(['what is CRI-O'])
    expect(message.text).toBe('There is no question to show more of yet.')
  })

  it('lets no mention out of a question', () => {
    const message = render(problemNotice('No command is about "<!channel> <@U1> <https://evil.example|x> &lt;!here>".'))
    expect(message.text).toBe(
      'No command is about "&lt;!channel&gt; &lt;@U1&gt; &lt;https://evil.example|x&gt; &amp;lt;!here&gt;".',
    )
    expect(brokenRules(message)).toEqual([])
  })
})

describe('any reply whatever', () => {
  const nasty = fc.constantFrom(
    '<!channel>',
    '<@U012AB3CD>',
    '<https://evil.example|ok>',
    '&lt;!here&gt;',
    '*_~`',
    '\uD83D',
    '\u0000',
    '\u202E',
    '\n',
    ' ',
  )
  const text = (maxLength: number) =>
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.array(fc.oneof(nasty, fc.string({ maxLength: 20 })), { maxLength: 20 }).map((parts) => parts.join('')),
      fc
        .tuple(fc.constantFrom('a', '&', '<!channel> ', '\u{1F600}', 'x\n'), fc.nat({ max: maxLength }))
        .map(([one, n]) => one.repeat(n)),
    )
  const excerpt = fc.record({
    text: text(3000),
    highlights: fc.array(fc.tuple(fc.integer({ min: -5, max: 300 }), fc.integer({ min: -5, max: 300 })), {
      maxLength: 60,
    }),
    score: fc.double({ min: 0, max: 1, noNaN: true }),
    citation: fc.record(
      {
        report: text(400),
        author: text(400),
        event: text(400),
        heading: fc.array(text(400), { maxLength: 3 }),
        speakers: fc.array(text(400), { maxLength: 5 }),
        lines: fc.tuple(fc.nat(), fc.nat()),
        url: fc.oneof(
          text(2000),
          fc.webUrl({ withFragments: true, withQueryParameters: true }),
          text(100).map((path) => `https://e.example/${path}`),
        ),
      },
      { requiredKeys: ['report', 'author', 'event', 'heading', 'speakers', 'lines'] },
    ),
  })
  const suggestions = fc.array(text(3000), { maxLength: 12 })
  const answer = fc.record(
    {
      status: fc.constantFrom('answered' as const, 'weak' as const, 'not-found' as const),
      question: text(4000),
      excerpts: fc.array(excerpt, { maxLength: 14 }),
      total: fc.nat({ max: 100_000 }),
      from: fc.nat({ max: 5000 }),
      confidence: fc.constant(0.5),
      differ: fc.record({ about: text(500), excerpts: fc.array(excerpt, { maxLength: 5 }) }),
      readings: fc.array(fc.record({ label: text(500), ask: text(500), excerpt }), { maxLength: 6 }),
      related: suggestions,
      repaired: fc.array(fc.record({ from: text(100), to: text(500) }), { maxLength: 5 }),
    },
    { requiredKeys: ['status', 'question', 'excerpts', 'total', 'from', 'confidence', 'related', 'repaired'] },
  )
  const entry = fc.record(
    { label: text(600), detail: text(1000), note: text(600), quoted: fc.boolean() },
    { requiredKeys: ['label'] },
  )
  const reply: fc.Arbitrary<Reply> = fc.oneof(
    fc.record(
      { kind: fc.constant('answer' as const), answer, scope: text(3000), didYouMean: text(3000) },
      { requiredKeys: ['kind', 'answer', 'scope'] },
    ),
    fc.record(
      {
        kind: fc.constant('listing' as const),
        title: text(500),
        groups: fc.array(fc.record({ heading: text(400), entries: fc.array(entry, { maxLength: 30 }) }), {
          maxLength: 40,
        }),
        footer: text(2000),
        suggestions,
      },
      { requiredKeys: ['kind', 'title', 'groups', 'suggestions'] },
    ),
    fc.record({
      kind: fc.constant('notice' as const),
      text: text(20_000),
      tone: fc.constantFrom('info' as const, 'problem' as const),
      suggestions,
    }),
  )

  const offers = fc.record({
    ephemeral: fc.boolean(),
    share: fc.boolean(),
    rate: fc.boolean(),
    credit: fc.boolean(),
  })

  it('stays within every limit and lets no mention through', () => {
    fc.assert(
      fc.property(reply, fc.option(text(4000), { nil: undefined }), offers, (given, asked, { credit, ...offered }) => {
        const options = { ...offered, ...(asked === undefined ? {} : { asked }) }
        const message = renderReply(given, options)
        expect(brokenRules(message)).toEqual([])
        expect(checkBlocks(message.blocks, 'message').problems).toEqual([])
        if (!credit || asked === undefined) return
        const credited = renderReply(given, { ...options, askedBy: 'U0123456789' })
        expect(brokenRules(credited).filter((rule) => !['mention', 'markup in text'].includes(rule))).toEqual([])
        expect(credited.text.match(/<[^>]*>/g)).toEqual(['<@U0123456789>'])
      }),
      { numRuns: 400, interruptAfterTimeLimit: 10_000 },
    )
  })

  it('cites every excerpt that it shows, with its number, and counts them', () => {
    fc.assert(
      fc.property(answer, (given) => {
        const { blocks } = renderReply({ kind: 'answer', answer: given, scope: 'all' }, { ephemeral: false })
        const quotes = blocks.flatMap((block, i) =>
          block.type === 'rich_text' && block.elements.some(({ type }) => type === 'rich_text_quote') ? [i] : [],
        )
        expect(quotes).toHaveLength(Math.min(quotes.length, given.excerpts.length))
        expect(given.excerpts.length === 0 || quotes.length > 0).toBe(true)
        quotes.forEach((at, i) => {
          expect(stringsIn(blocks[at + 1])[0]).toMatch(new RegExp(`^${given.from + i + 1} ·`))
        })
      }),
      { numRuns: 200, interruptAfterTimeLimit: 10_000 },
    )
  })
})
