import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { runKubecon } from '../support/run-kubecon.js'
import { startKubecon } from '../support/start-kubecon.js'

describe('kubecon start without tokens', () => {
  it('warns whoever set a store, or has no terminal, that this is the preview', async () => {
    const bot = await startKubecon({ PORT: '0', DATABASE_URL: 'postgres://u:s3cret@h.invalid/d' })
    expect(bot.out).toMatch(/^Open http:\/\/127\.0\.0\.1:\d+ .* not Slack\. Ctrl-C ends\.\n$/)
    const { code, err } = await bot.stop()
    const [line = '', ...more] = err.trimEnd().split('\n')
    expect(JSON.parse(line)).toMatchObject({
      level: 40,
      ignored: ['DATABASE_URL', 'DATA_DIR'],
      msg: 'no token of Slack is set, so this is the preview, on this machine only; it keeps nothing',
    })
    expect({ code, more }).toEqual({ code: 0, more: [] })
    expect(err).not.toContain('s3cret')
  })

  it('does not start when there is a .env that it cannot read: the tokens may be in there', async () => {
    const cwd = await mkdtemp(join(tmpdir(), 'kubecon-env-'))
    onTestFinished(() => rm(cwd, { recursive: true }))
    await mkdir(join(cwd, '.env'))
    const { code, out, err } = await runKubecon(['start'], { cwd, env: { PORT: '0' } })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/^\.env cannot be read \(EISDIR\)\. .*\n$/)
  })
})
