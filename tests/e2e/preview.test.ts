import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createBrokenBuild } from '../support/broken-build.js'
import { ROOT, runKubecon } from '../support/run-kubecon.js'
import { startKubecon } from '../support/start-kubecon.js'

/** Where no `.env` of a developer is. */
const AWAY = `${ROOT}tests`

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

  it('says so when there is no room for its store', async () => {
    const { code, out, err } = await runKubecon(['start'], { cwd: AWAY, env: { PORT: '0', TMPDIR: '/nowhere/tmp' } })
    expect({ code, out }).toEqual({ code: 78, out: '' })
    expect(err).toContain('TMPDIR: the preview cannot make a folder in /nowhere/tmp (ENOENT). Set it to')
    expect(err).not.toContain('    at ')
  })

  it('says so when its manifest is missing, as in an image that lacks it', async () => {
    const { root, remove } = await createBrokenBuild()
    onTestFinished(remove)
    const { code, err } = await runKubecon(['start'], { cwd: AWAY, env: { PORT: '0' }, root })
    expect(err).toMatch(/^The preview needs slack-manifest\.yaml beside package\.json, .* \(ENOENT\)\. .*tokens\.$/m)
    expect(err).not.toContain('    at ')
    expect(code).toBe(78)
  })

  it('says so when its port is taken, which may pass', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void server.close())
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const { code, err } = await runKubecon(['start'], { cwd: AWAY, env: { PORT: String(port) } })
    expect(err).toMatch(new RegExp(`^PORT: ${port} is taken by another program\\. Set another, or none\\.$`, 'm'))
    expect(code).toBe(2)
  })

  it('does not start when there is a .env that it cannot read: the tokens may be in there', async () => {
    const cwd = await mkdtemp(join(tmpdir(), 'kubecon-env-'))
    onTestFinished(() => rm(cwd, { recursive: true }))
    await mkdir(join(cwd, '.env'))
    const { code, out, err } = await runKubecon(['start'], { cwd, env: { PORT: '0' } })
    expect({ code, out }).toEqual({ code: 78, out: '' })
    expect(err).toMatch(/^\.env cannot be read \(EISDIR\)\. .*\n$/)
  })
})
