import { describe, expect, it } from 'vitest'
import { toSlackText } from '../../src/loopback/typed-text.js'

const USERS = [
  { id: 'U0KUBECON', name: 'kubecon', realName: 'KubeCon reports', botId: 'B0KUBECON' },
  { id: 'U0MARA', name: 'mara', realName: 'Mara' },
]

describe('toSlackText', () => {
  it.each([
    ['plain words', 'what is CRI-O?', 'what is CRI-O?'],
    ['a handle', '@kubecon what is CRI-O?', '<@U0KUBECON> what is CRI-O?'],
    ['a handle in capitals, with a comma', 'hey @KubeCon, hello', 'hey <@U0KUBECON>, hello'],
    ['two handles', '@mara ask @kubecon', '<@U0MARA> ask <@U0KUBECON>'],
    ['a mention that is one already', '<@U0KUBECON> hello', '<@U0KUBECON> hello'],
    ['somebody who is not there', '@nobody hello', '@nobody hello'],
    ['an address', 'mail me@kubecon.io', 'mail me@kubecon.io'],
    ['a handle that only begins like one', '@kubecon-eu', '@kubecon-eu'],
    ['characters that Slack escapes', 'a < b && c > d', 'a &lt; b &amp;&amp; c &gt; d'],
    ['a broadcast, which a person cannot type as markup', '<!channel>', '&lt;!channel&gt;'],
    ['nothing', '', ''],
  ])('writes %s as Slack sends it', (_, typed, sent) => {
    expect(toSlackText(typed, USERS)).toBe(sent)
  })
})
