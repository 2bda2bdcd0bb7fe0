import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText, hasWords } from '../../src/command/clean-text.js'

describe('cleanText', () => {
  it.each([
    ['a link that Slack made keeps its words', 'see <https://k8s.io/docs|k8s.io> now', 'see k8s.io now'],
    ['a link without words keeps its address', 'see <https://k8s.io/docs>', 'see https://k8s.io/docs'],
    ['a link with an empty label keeps its address', '<http://k8s.io|>', 'http://k8s.io'],
    ['an address for mail keeps its words', '<mailto:jane@example.org|jane@example.org>', 'jane@example.org'],
    ['two links stay two', '<http://a.io|a.io> or <http://b.io|b.io>', 'a.io or b.io'],
    ['the mention of the bot goes', '<@U012AB3CD> what is CRI-O', 'what is CRI-O'],
    ['a mention with a name goes', 'what is <@W012AB3CD|jane> CRI-O', 'what is CRI-O'],
    ['a call to everybody goes', '<!here> what is CRI-O', 'what is CRI-O'],
    ['a group goes', '<!subteam^S012AB|@platform> what is CRI-O', 'what is CRI-O'],
    ['a date of Slack goes', 'since <!date^1392734382^{date}|Feb 18>', 'since'],
    ['a channel keeps its name', 'asked in<#C024BE7LR|general>today', 'asked in general today'],
    ['a channel without a name goes', 'asked in <#C024BE7LR> today', 'asked in today'],
    ['escapes are undone', 'a &lt; b &amp;&amp; c &gt; d', 'a < b && c > d'],
    ['an escape that was typed stays', '&amp;lt;', '&lt;'],
    ['a mention that was typed, not made, stays', '&lt;@U012AB3CD&gt;', '<@U012AB3CD>'],
    ['other escapes are text', '&quot;CRI-O&quot; &nbsp;', '&quot;CRI-O&quot; &nbsp;'],
    ['a comparison is no mention', 'is 1<2 and 3>2?', 'is 1<2 and 3>2?'],
    ['smart quotes get straight', '“what’s ‘CRI-O’”', `"what's 'CRI-O'"`],
    ['quotes of other languages too', '«CRI-O» „Vault“', '"CRI-O" "Vault"'],
    ['code marks become quotes', 'what is `kubectl`', "what is 'kubectl'"],
    ['a zero-width space inside of a word goes', 'ku\u200bber\u2060netes', 'kubernetes'],
    ['a soft hyphen goes', 'Kuber\u00adnetes', 'Kubernetes'],
    ['a byte order mark goes', '\ufeffping', 'ping'],
    ['marks that turn the writing around go', '\u202estatus\u202c', 'status'],
    ['a NUL goes', 'sta\u0000tus', 'status'],
    ['half a character goes', 'ping \ud83d', 'ping'],
    ['colours pasted from a terminal go', '\u001b[1;32mping\u001b[0m', 'ping'],
    ['line breaks become blanks', ' what\r\nis\u2028CRI-O\n', 'what is CRI-O'],
    ['white space of every kind collapses', 'what \t is\u00a0\u3000CRI-O', 'what is CRI-O'],
    ['letters and emoji of the world stay', 'Zürich 東京 🎉 ñ', 'Zürich 東京 🎉 ñ'],
    ['the command written out in front goes', '/kubecon what is CRI-O', 'what is CRI-O'],
    ['so does the name of the bot', ' @KubeCon, what is CRI-O', 'what is CRI-O'],
    ['the command alone leaves nothing', '/kubecon', ''],
    ['a path is no command', '/kubecon/docs in the repository', '/kubecon/docs in the repository'],
    ['the conference is no address', 'kubecon Austin', 'kubecon Austin'],
    ['what is not in front stays', 'how do I use /kubecon', 'how do I use /kubecon'],
    ['nothing stays nothing', ' \n\t ', ''],
  ])('%s', (_, text, clean) => {
    expect(cleanText(text)).toBe(clean)
  })

  // Slack's mark-up and every kind of invisible matter, in any order.
  const slackText = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 10 }),
        fc.constantFrom('<@U1>', '<https://a.io|', '>', '<', '|', '<#C1|', '&lt;', '&amp;', '\u001b[', '31m', '\u200b'),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(''))

  it('never throws and leaves one tidy line without anything invisible, whatever the text', () => {
    fc.assert(
      fc.property(slackText, (text) => {
        const clean = cleanText(text)
        expect(clean).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
        expect(clean).not.toMatch(/\s\s|^\s|\s$/)
      }),
    )
  })

  it('leaves a clean text as it is, unless unescaping made new mark-up', () => {
    fc.assert(
      fc.property(slackText, (text) => {
        const clean = cleanText(text)
        fc.pre(!/[<>&]/.test(clean))
        expect(cleanText(clean)).toBe(clean)
      }),
    )
  })

  it('reads a long hostile text in no time', () => {
    const started = performance.now()
    for (const text of ['<'.repeat(4000), '<https://a|'.repeat(400), '<!a^'.repeat(1000), '\u001b['.repeat(2000)])
      cleanText(text)
    expect(performance.now() - started).toBeLessThan(1000)
  })
})

describe('hasWords', () => {
  it.each([
    ['ping', true],
    ['42', true],
    ['東京', true],
    ['c++ 🎉', true],
    ['', false],
    ['🎉👍🏽', false],
    ['?!… —', false],
  ])('%j: %s', (text, expected) => {
    expect(hasWords(text)).toBe(expected)
  })
})
