import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import { describeDigests, type Place } from './contract.js'
import { describeExport } from './contract-export.js'
import { describeMemory } from './contract-memory.js'
import { describeProcesses } from './contract-processes.js'
import { describeVerdicts } from './contract-verdicts.js'

let folder: string
let stores = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kubecon-store-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the embedded store', () => {
  const place: Place = {
    options: async () => {
      stores += 1
      return { dataDir: join(folder, `${stores}`, 'data') }
    },
  }
  describeDigests(place)
  describeMemory(place)
  describeExport(place)
  describeProcesses(place)
  describeVerdicts(place)
})
