import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { InvalidKnowledgeError } from '../../src/errors.js'
import { readKnowledgeFolder } from '../../src/store/read-knowledge-folder.js'
import { knowledgeOfFiles, SMALL_REPORTS } from '../support/small-reports.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kubecon-knowledge-'))
})
afterEach(() => rm(folder, { recursive: true }))

const plant = async (files: Readonly<Record<string, string | Uint8Array>>) => {
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
}
const idsOf = async () => (await readKnowledgeFolder(folder)).reports.map(({ id }) => id)
const problemsOf = async () => (await readKnowledgeFolder(folder)).problems
const caught = async (path = folder): Promise<InvalidKnowledgeError> => {
  const error: unknown = await readKnowledgeFolder(path).catch((one: unknown) => one)
  expect(error).toBeInstanceOf(InvalidKnowledgeError)
  return error as InvalidKnowledgeError
}

describe('reading a folder of reports', () => {
  it('knows what the files say, in the order of their names', async () => {
    const files = {
      ...SMALL_REPORTS,
      'glossary.yaml': '- term: Falcon\n  kind: project\n',
      'thesaurus.yaml': '- [fast, quick]\n',
    }
    await plant(files)
    expect(await readKnowledgeFolder(folder)).toEqual(knowledgeOfFiles(files))
  })

  it('borrows the words that come with the bot where the folder has none of its own', async () => {
    await plant({ 'rome.txt': 'Rome notes\n\nText.\n', 'thesaurus.yaml': '- [fast, quick]\n' })
    const { glossary, thesaurus } = await readKnowledgeFolder(folder)
    expect(thesaurus).toEqual([['fast', 'quick']])
    expect(glossary.map(({ term }) => term)).toContain('Kubernetes')
  })

  it('reads pasted text beside Markdown', async () => {
    await plant({ ...SMALL_REPORTS, 'rome.txt': 'Rome notes 2019\n\nThe Falcon runtime is fast.\n' })
    expect(await idsOf()).toContain('rome')
  })

  it('passes over what is no report', async () => {
    await plant({
      'rome.txt': 'Rome notes\n\nText.\n',
      'README.md': '# Reports\n',
      '.hidden.md': 'x',
      'picture.png': new Uint8Array([0x89, 0x50, 0, 0]),
      'rome.txt~': 'old',
    })
    await mkdir(join(folder, 'drafts'))
    await writeFile(join(folder, 'drafts', 'draft.md'), 'x')
    const { reports, problems } = await readKnowledgeFolder(folder)
    expect(reports.map(({ id }) => id)).toEqual(['rome'])
    expect(problems).toEqual([])
  })

  it('reads endings in capital letters', async () => {
    await plant({
      'austin-2017-nosek.MD': SMALL_REPORTS['austin-2017-nosek.md'] ?? '',
      'rome.TXT': 'Rome notes\n\nText.\n',
    })
    const { reports, problems } = await readKnowledgeFolder(folder)
    expect(reports.map(({ id, title }) => [id, title])).toEqual([
      ['austin-2017-nosek', expect.not.stringContaining('---')],
      ['rome', 'Rome notes'],
    ])
    expect(problems).toEqual([])
  })

  it('says how to name what is nearly named like a report or a list of words', async () => {
    await plant({
      'rome.txt': 'Rome notes\n\nText.\n',
      'paris.markdown': 'x',
      'notes.Text': 'x',
      'glossary.yml': '- term: Falcon\n  kind: project\n',
      'Thesaurus.YAML': '- [fast, quick]\n',
      'README.markdown': 'x',
      'other.yaml': 'x',
    })
    const { problems, glossary } = await readKnowledgeFolder(folder)
    expect(problems.map(({ file, rule, message }) => `${file}: ${rule}: ${message}`)).toEqual([
      'Thesaurus.YAML: file-name: is not read: name it thesaurus.yaml',
      'glossary.yml: file-name: is not read: name it glossary.yaml',
      'notes.Text: file-name: is not read: name it notes.txt',
      'paris.markdown: file-name: is not read: name it paris.md',
    ])
    expect(glossary.map(({ term }) => term)).toContain('Kubernetes')
  })

  it('names them too where there is nothing else', async () => {
    await plant({ 'paris.markdown': 'x' })
    expect((await caught()).problems).toHaveLength(1)
  })

  it('follows a link to a report elsewhere', async () => {
    await plant({ 'rome.txt~': 'Rome notes\n\nText.\n' })
    await symlink(join(folder, 'rome.txt~'), join(folder, 'rome.txt'))
    expect(await idsOf()).toEqual(['rome'])
  })
})

describe('a file that cannot be used', () => {
  const good = { 'rome.txt': 'Rome notes\n\nText.\n' }

  it.each([
    ['is no report', 'no front matter', /^a report begins with/],
    ['is not UTF-8', new Uint8Array([0x41, 0x0a, 0xff, 0xfe, 0x41]), /UTF-8/],
    ['is no text', new Uint8Array([0x41, 0, 0x42]), /NUL/],
  ])('because it %s is named, and the others are read', async (_, content, message) => {
    await plant({ ...good, 'bad.md': content })
    expect(await idsOf()).toEqual(['rome'])
    expect(await problemsOf()).toEqual([
      expect.objectContaining({ file: 'bad.md', message: expect.stringMatching(message) }),
    ])
  })

  it('because it is huge is named without being read', async () => {
    await plant({ ...good, 'huge.txt': '' })
    // No disk holds these bytes: the file is one hole, and larger than anything Node reads into memory.
    await truncate(join(folder, 'huge.txt'), 3 * 2 ** 30)
    expect(await idsOf()).toEqual(['rome'])
    expect(await problemsOf()).toEqual([
      expect.objectContaining({ file: 'huge.txt', line: 1, message: expect.stringMatching(/^3072\.0 MB is too much/) }),
    ])
  })

  it('because it is a link to nowhere is named', async () => {
    await plant(good)
    await symlink(join(folder, 'nowhere'), join(folder, 'gone.md'))
    expect(await idsOf()).toEqual(['rome'])
    expect(await problemsOf()).toEqual([
      expect.objectContaining({ file: 'gone.md', message: expect.stringContaining('ENOENT') }),
    ])
  })

  it.skipIf(process.platform === 'win32')('because it is no regular file is named without being opened', async () => {
    await plant(good)
    // Opening a pipe that nobody writes to never ends.
    execFileSync('mkfifo', [join(folder, 'pipe.md')])
    await symlink('/dev/zero', join(folder, 'zeros.txt'))
    await symlink(tmpdir(), join(folder, 'folder.txt'))
    expect(await idsOf()).toEqual(['rome'])
    expect(await problemsOf()).toEqual(
      ['folder.txt', 'pipe.md', 'zeros.txt'].map((file) =>
        expect.objectContaining({ file, line: 1, message: 'is no regular file' }),
      ),
    )
  })

  it('because it is a folder with the name of a report does no harm', async () => {
    await plant(good)
    await mkdir(join(folder, '2017.md'))
    expect(await idsOf()).toEqual(['rome'])
  })
})

describe('a folder that holds nothing to answer from', () => {
  it.each([
    ['is empty', {}],
    ['holds a readme only', { 'README.md': '# Reports' }],
    ['holds a glossary only', { 'glossary.yaml': '' }],
  ])('because it %s says what to put there', async (_, files) => {
    await plant(files)
    const { message } = await caught()
    expect(message).toContain(folder)
    expect(message).toMatch(/no reports|None of the reports/)
  })

  it('because all reports are bad says what is wrong with each', async () => {
    await plant({ 'a.md': 'x', 'b.md': 'x' })
    const { message, problems } = await caught()
    expect(message).toContain('None of the reports')
    expect(problems.map(({ file }) => file)).toEqual(['a.md', 'b.md'])
  })

  it.each([
    ['does not exist', 'nowhere'],
    ['is a file, not a folder', 'rome.txt'],
  ])('because it %s says so, and how to name another', async (reason, name) => {
    await plant({ 'rome.txt': 'Rome notes\n\nText.\n' })
    const { message, cause } = await caught(join(folder, name))
    expect(message).toContain(`${join(folder, name)} ${reason}`)
    expect(message).toContain('--knowledge')
    expect(cause).toBeInstanceOf(Error)
  })
})
