import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, it } from 'vitest'
import { openStore, type StoreOptions } from '../../src/store/open-store.js'
import type { Place } from './contract.js'

const PROGRAM = fileURLToPath(new URL('store-process.mjs', import.meta.url))
/** More on request: KILLS=200 */
const KILLS = Number(process.env['KILLS'] ?? 8)

/** What holds between processes, and when they are killed. */
export const describeProcesses = (place: Place): void => {
  let options: Omit<StoreOptions, 'now'>
  beforeEach(async () => {
    options = await place.options()
  })
  const run = (what: 'race' | 'work', number: number, start = 0) => {
    const values = [what, options.dataDir, options.databaseUrl ?? '', String(number), String(start)]
    const child = spawn(process.execPath, [PROGRAM, ...values], { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let errors = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text
    })
    return { child, ended: once(child, 'close'), lines: () => output.split('\n').slice(0, -1), errors: () => errors }
  }

  describe('processes', () => {
    it('may start at once on an empty place, and each slot goes to one of them', { timeout: 60_000 }, async () => {
      const start = Date.now() + 3000
      const all = Array.from({ length: 5 }, (_, i) => run('race', i, start))
      await Promise.all(all.map(({ ended }) => ended))
      expect(all.map(({ errors }) => errors())).toEqual(['', '', '', '', ''])
      const won = all.flatMap(({ lines }) => lines().flatMap((line) => (line.startsWith('won') ? [line.slice(4)] : [])))
      expect(won.map(Number)).toHaveLength(5)
      expect(won.map(Number).reduce((sum, one) => sum + one, 0)).toBe(20)
    })

    it(`lose nothing that was done when they are killed (${KILLS} times)`, {
      timeout: 20_000 + KILLS * 3000,
    }, async () => {
      const claimed = new Set<string>()
      const confirmed = new Set<string>()
      for (let number = 0; number < KILLS; number++) {
        const { child, ended, lines, errors } = run('work', number)
        await once(child.stdout, 'data')
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 60))
        child.kill('SIGKILL')
        await ended
        expect(errors()).toBe('')
        for (const line of lines()) {
          const [what, name = ''] = line.split(' ')
          if (what === 'claimed') claimed.add(name)
          if (what === 'confirmed') confirmed.add(name)
        }
        const store = await openStore({ ...options, now: () => 0 })
        const posted = await store.digests.posted('T1:C1')
        const unconfirmed = (await store.digests.unconfirmedSlots()).map(({ slot }) => slot.slice(1))
        await store.close()
        expect([...confirmed].filter((name) => !posted.has(name))).toEqual([])
        expect([...claimed].filter((name) => !posted.has(name) && !unconfirmed.includes(name))).toEqual([])
        // A slot is confirmed together with its passages, or not at all.
        expect(unconfirmed.filter((name) => posted.has(name))).toEqual([])
      }
      expect(confirmed.size).toBeGreaterThan(0)
    })
  })
}
