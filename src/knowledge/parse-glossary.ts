import { z } from 'zod'
import type { Problem } from '../errors.js'
import type { Glossary, GlossaryEntry } from './glossary.js'
import { nearestName } from './nearest-name.js'
import { readYaml, schemaProblems, type YamlSource } from './yaml-source.js'

const RULE = 'glossary'
const KINDS = ['project', 'company', 'concept', 'standard', 'service', 'role', 'event', 'place'] as const
const KEYS = ['term', 'standsFor', 'also', 'misspelt', 'about', 'kind'] as const

// YAML reads 1.9 as a number and null as nothing; a name is text all the same.
const name = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z.string('must be text').trim().min(1, 'is empty'),
)

const schema = z.array(
  z.strictObject({
    term: name,
    standsFor: name.optional(),
    also: z.array(name, 'must be a list, such as [k8s, kube]').default([]),
    misspelt: z.array(name, 'must be a list, such as [kubernets]').default([]),
    about: z
      .array(
        name.refine((word) => !word.includes(' '), 'must be a single word'),
        'must be a list, such as [tv, channel]',
      )
      .default([]),
    kind: z.enum(KINDS, `must be one of ${KINDS.join(', ')}`),
  }),
  'must be a list of entries, each with a term and a kind',
)

/**
 * Reads `glossary.yaml`. With anything wrong in its form there is no glossary, only the problems. Of a name that stands
 * for two things both is true: the problem is told, and the entries are there.
 */
export const parseGlossary = (
  file: string,
  text: string,
): { readonly glossary: Glossary; readonly problems: readonly Problem[] } => {
  const source = readYaml(text, { file, above: 0, rule: RULE })
  if (source.problems.length > 0) return { glossary: [], problems: source.problems }
  const parsed = schema.safeParse(source.value ?? [])
  if (!parsed.success) return { glossary: [], problems: schemaProblems(parsed.error, source, RULE, explainKey) }
  const glossary = parsed.data.map(({ standsFor, ...entry }) => ({
    ...entry,
    ...(standsFor === undefined ? {} : { standsFor }),
  }))
  const problems = repeatedNames(glossary, source)
  return { glossary, problems }
}

/** A name that stands for two things leads to the first only. */
const repeatedNames = (glossary: Glossary, source: YamlSource): Problem[] => {
  const owners = new Map<string, string>()
  return glossary.flatMap((entry, i) =>
    namesOf(entry).flatMap(([path, one]) => {
      const key = one.toLowerCase()
      const owner = owners.get(key)
      owners.set(key, owner ?? entry.term)
      return owner === undefined ? [] : [source.problemAt([i, ...path], RULE, `"${one}" already belongs to ${owner}`)]
    }),
  )
}

const namesOf = ({
  term,
  standsFor,
  also,
  misspelt,
}: GlossaryEntry): (readonly [path: readonly PropertyKey[], name: string])[] => [
  [['term'], term],
  ...(standsFor === undefined ? [] : [[['standsFor'], standsFor] as const]),
  ...also.map((one, k) => [['also', k], one] as const),
  ...misspelt.map((one, k) => [['misspelt', k], one] as const),
]

const explainKey = (key: string): string => {
  const near = nearestName(key, KEYS)
  return `unknown key "${key}"${near === undefined ? `; known are ${KEYS.join(', ')}` : `; did you mean ${near}?`}`
}
