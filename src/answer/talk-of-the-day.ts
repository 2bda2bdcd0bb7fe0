const ASKER = new Set(['i', 'im', 'ive', 'me', 'my', 'mine', 'we', 'us', 'our', 'ours'])
const NOW = new Set(['now', 'today', 'tonight', 'tomorrow', 'yesterday', 'currently', 'weekend', 'afternoon', 'again'])

/** 1 when a question speaks of the asker's own affairs, which no report knows. */
export const aboutAsker = (forms: ReadonlySet<string>): number => (overlaps(forms, ASKER) ? 1 : 0)

/** 1 when a question is about this very day: a report is about days long gone. */
export const aboutNow = (forms: ReadonlySet<string>): number => (overlaps(forms, NOW) ? 1 : 0)

const overlaps = (forms: ReadonlySet<string>, words: ReadonlySet<string>): boolean =>
  [...forms].some((form) => words.has(form.replace(/['’]/g, '')))
