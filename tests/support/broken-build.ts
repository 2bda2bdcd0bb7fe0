import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './run-kubecon.js'

const BOOM = `import { z } from 'zod'
export default {
  name: 'boom', usage: 'boom', help: 'Fail.', examples: ['boom'], input: z.literal(''),
  handler: () => { throw new Error('out of order') },
}
`

/** A copy of the build with one command more, `boom`, which throws. */
export const createBrokenBuild = async (): Promise<{ root: string; remove: () => Promise<void> }> => {
  const root = await mkdtemp(join(tmpdir(), 'kubecon-build-'))
  await cp(join(ROOT, 'dist'), join(root, 'dist'), { recursive: true })
  await cp(join(ROOT, 'package.json'), join(root, 'package.json'))
  await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'))
  await writeFile(join(root, 'dist', 'commands', 'boom.js'), BOOM)
  return { root: `${root}/`, remove: () => rm(root, { recursive: true }) }
}
