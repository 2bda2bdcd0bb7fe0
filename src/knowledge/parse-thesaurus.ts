import { z } from 'zod'
import type { Problem } from '../errors.js'
import type { Thesaurus } from './thesaurus.js'
import { readYaml, schemaProblems } from './yaml-source.js'

const RULE = 'thesaurus'
/** In more sets than this, a word would stand for nearly anything. */
const MOST_SETS = 2

const schema = z.array(
  z
    .array(
      z.preprocess(
        (value) => (typeof value === 'number' ? String(value) : value),
        z.string('must be text').trim().min(1, 'is empty'),
      ),
      'must be a set of words, such as [cost, price]',
    )
    .min(2, 'a set needs two words or more'),
  'must be a list of sets of words',
)

/**
 * Reads `thesaurus.yaml`. With anything wrong in its form there is no thesaurus, only the problems. A word that is out of
 * place is told, and leaves the others in force.
 */
export const parseThesaurus = (
  file: string,
  text: string,
): { readonly thesaurus: Thesaurus; readonly problems: readonly Problem[] } => {
  const source = readYaml(text, { file, above: 0, rule: RULE })
  if (source.problems.length > 0) return { thesaurus: [], problems: source.problems }
  const parsed = schema.safeParse(source.value ?? [])
  if (!parsed.success)
    return { thesaurus: [], problems: schemaProblems(parsed.error, source, RULE, (key) => `unknown key "${key}"`) }
  const counts = new Map<string, number>()
  const problems = parsed.data.flatMap((set, i) =>
    set.flatMap((word, k) => {
      const count = (counts.get(word) ?? 0) + 1
      counts.set(word, count)
      if (word !== word.toLowerCase())
        return [source.problemAt([i, k], RULE, `"${word}" must be lower case; names belong in glossary.yaml`)]
      if (/\s/.test(word))
        return [source.problemAt([i, k], RULE, `"${word}" must be a single word: texts are compared word by word`)]
      return count > MOST_SETS ? [source.problemAt([i, k], RULE, `"${word}" is in more than ${MOST_SETS} sets`)] : []
    }),
  )
  return { thesaurus: parsed.data, problems }
}
