import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PROJECT, readPackageJson } from './planted-tree.js'

interface LockedPackage {
  readonly resolved?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const text = await readFile(join(PROJECT, 'package-lock.json'), 'utf8')
const { packages }: { packages: Readonly<Record<string, LockedPackage>> } = JSON.parse(text)
const locked = Object.entries(packages)

describe('packages', () => {
  it('names every version exactly', async () => {
    const { dependencies, devDependencies } = await readPackageJson()
    const versions = Object.entries({ ...dependencies, ...devDependencies })
    expect(versions.length).toBeGreaterThan(0)
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })

  it('locks no host, so that the lock works with every registry', () => {
    expect(locked.length).toBeGreaterThan(100)
    expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
    expect(text).not.toMatch(/"https?:\/\/[^"]*\.tgz"/)
  })

  it('locks the optional packages of every platform; `npm ci` refuses a lock that lacks one', () => {
    const optional = locked.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).map((name) => [path, name] as const),
    )
    expect(optional.length).toBeGreaterThan(0)
    const missing = optional.filter(([path, name]) => !isLocked(path, name))
    expect(missing).toEqual([])
  })
})

/** Whether Node would find `name` from the package at `path`, going up through the folders. */
const isLocked = (path: string, name: string): boolean =>
  `${path ? `${path}/` : ''}node_modules/${name}` in packages ||
  (path !== '' && isLocked(path.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, ''), name))
