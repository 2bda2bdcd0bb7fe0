import type { QuestionKind } from './question-kind.js'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/**
 * Words that only say what kind of answer is wanted. The answer does not repeat them («who *presented* it» is answered
 * by a name), so they are not looked for.
 */
const KIND_WORDS: Partial<Record<QuestionKind, ReadonlySet<string>>> = {
  who: words(
    'presented presenter presenting gave speaker speakers spoke held hosted person company companies guy guys',
  ),
  number: words('number count counts many much amount total share percentage percent proportion fraction'),
  when: words('date dates day year month time'),
  where: words('place where location city'),
  list: words('list steps ways options examples named names name'),
  why: words('reason reasons come'),
  how: words('way ways work works'),
  definition: words('mean means meaning stand stands define definition'),
  compare: words('vs versus compare compared comparison difference differences differ each between across'),
}

/** True for a word that says what kind of answer is wanted and nothing on the matter. */
export const isKindWord = (form: string, kinds: readonly QuestionKind[]): boolean =>
  kinds.some((kind) => KIND_WORDS[kind]?.has(form))
