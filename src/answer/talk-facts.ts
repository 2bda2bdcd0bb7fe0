import { describeDates } from '../knowledge/event-dates.js'
import type { Knowledge, Passage, Report } from '../knowledge/report.js'
import { splitWords } from '../search/words.js'
import type { Fact, Facts } from './answer.js'
import type { Found } from './find-spans.js'
import { FILLED_IN } from './follow-up.js'
import type { QuestionKind } from './question-kind.js'
import { isPlace, type Scope } from './scope.js'
import type { TalkSubject } from './talk-subject.js'
import type { Understood } from './understand.js'

/** More talks than this were not told apart by the question. */
const MOST = 4
const OF_EVENTS: ReadonlySet<QuestionKind> = new Set(['when', 'where'])
const TALK = /\b(?:talk|session|keynote|presentation|presented|demo|spoke)s?\b/iu
/** After the talk itself, not after what was said there or who was there: «when was it», «where did the talk take place». */
const OF_THE_TALK =
  /^(?:and |but |so )?(?:when|where|(?:at |in |on )?(?:which|what) (?:date|day|year|month|city|place|event|location))(?:['’]?s\b|\W+(?:is|was|were|did)\b)?/iu
const OF_SOMETHING_ELSE =
  /\b(?:he|she|they|his|her|their|speakers?|presenters?|from|sa(?:y|ys|id)|mention\w*|come|came|go|goes|went|used?|uses|next|find|watch|see)\b/iu

/** The time and place of the talks that a question asks this of: those of their events. Undefined for any other question. */
export const createTalkFacts = ({ reports, passages }: Pick<Knowledge, 'reports' | 'passages'>, scope: Scope) => {
  const talks = readTalks(reports, passages)
  return (understood: Understood, subject: TalkSubject, allows: (report: Report) => boolean): Facts | undefined => {
    if (!asksOfTalk(understood)) return undefined
    const asked = [...understood.forms].filter((form) => isPlace(form, scope))
    const entries = new Map<string, Fact>()
    for (const { of, people, report } of talks) {
      const { name, city, start, end } = report.event
      const own = new Set(splitWords([name, city, start.slice(0, 4)].join(' ')).map(({ form }) => form))
      const is = [city, describeDates(start, end)].filter(Boolean).join(', ')
      if (is === '' || !asked.every((form) => own.has(form)) || !subject.isJust(of, people) || !allows(report)) continue
      const known = entries.get(`${of}\n${is}`)
      entries.set(`${of}\n${is}`, { of, is, reports: [...(known?.reports ?? []), report.id] })
    }
    return entries.size === 0 || entries.size > MOST ? undefined : { about: 'events', entries: [...entries.values()] }
  }
}

interface Talk {
  readonly of: string
  readonly people: string
  readonly report: Report
}

/** Sections with somebody on stage, each once. */
const readTalks = (reports: readonly Report[], passages: readonly Passage[]): readonly Talk[] => {
  const byId = new Map(reports.map((report) => [report.id, report]))
  const talks = new Map<string, Talk>()
  for (const { reportId, heading, speakers } of passages) {
    const report = byId.get(reportId)
    const of = heading.at(-1)
    if (!report || of === undefined || speakers.length === 0) continue
    const people = speakers.map(({ name, company }) => `${name}, ${company}`).join('; ')
    talks.set(`${reportId}\n${of}`, { of, people, report })
  }
  return [...talks.values()]
}

const asksOfTalk = ({ question, kind, second }: Understood): boolean => {
  const own = question.split(FILLED_IN).at(-1) ?? question
  return (
    OF_EVENTS.has(kind) &&
    (second === undefined || OF_EVENTS.has(second)) &&
    TALK.test(question) &&
    OF_THE_TALK.test(own.trim()) &&
    !OF_SOMETHING_ELSE.test(own)
  )
}

/** The passages of the talks whose time or place is told. */
export const ofTheseTalks = (matches: readonly Found[], { entries }: Facts): readonly Found[] =>
  matches.filter(({ passage }) =>
    entries.some(({ of, reports }) => of === passage.heading.at(-1) && reports.includes(passage.reportId)),
  )
