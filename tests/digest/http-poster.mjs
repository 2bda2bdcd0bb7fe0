// Posts digests to the channels of tests/support/channel-peer.ts.

export const createPoster = (peer, from = process.pid) => ({
  post: async ({ channel }, _, label, signal) => {
    const response = await fetch(peer, { method: 'POST', body: JSON.stringify({ channel, from, ...label }), signal })
    if (!response.ok) throw new Error(`the peer answers ${response.status}`)
    return { kind: 'posted', message: (await response.json()).message }
  },
  find: async ({ channel }, { slot }) => {
    const response = await fetch(`${peer}?${new URLSearchParams({ channel, slot })}`)
    if (response.status === 404) return undefined
    const { message, passages, newRound } = await response.json()
    return { message, label: { slot, passages, newRound } }
  },
  tellOwner: async () => undefined,
})
