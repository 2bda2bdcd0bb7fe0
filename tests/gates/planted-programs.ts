import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runCommand } from './planted-tree.js'

/** A folder of programs, to be the whole PATH: what bash scripts use, and stand-ins that note how they were called. */
export const plantPrograms = async (folder: string, standIns: Readonly<Record<string, string>>): Promise<string> => {
  const programs = join(folder, 'programs')
  await mkdir(programs)
  for (const name of ['bash', 'cat', 'chmod', 'dirname', 'env', 'mktemp', 'rm', 'sh'])
    await symlink((await runCommand(`command -v ${name}`, folder)).output.trim(), join(programs, name))
  for (const [name, script] of Object.entries(standIns)) {
    const file = join(programs, name)
    await writeFile(file, `#!/bin/bash\necho "${name} $* CI=\${CI:-}" >> "${folder}/calls"\n${script}\n`)
    await chmod(file, 0o755)
  }
  return programs
}
