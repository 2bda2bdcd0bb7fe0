import type { Answer, Excerpt } from '../answer/answer.js'

/** What a command gives back. Edges turn it into Block Kit, terminal text or JSON; it never holds an edge's types. */
export type Reply = NoticeReply | AnswerReply | ListingReply

/** A plain sentence, such as an empty state or an input that cannot be acted on. */
export interface NoticeReply {
  readonly kind: 'notice'
  readonly text: string
  /** `problem` when something went wrong that the person should act on. */
  readonly tone: 'info' | 'problem'
  /** Lines a person can send next; shown as «Try: …» or as buttons. */
  readonly suggestions: readonly string[]
}

export interface AnswerReply {
  readonly kind: 'answer'
  readonly answer: Answer
  /** One sentence on what was searched, for not-found: «I searched 5 reports, …». */
  readonly scope: string
  /** A line that was perhaps meant instead, such as `reports` for «repots». */
  readonly didYouMean?: string
}

/** A titled list: reports, talks, help. */
export interface ListingReply {
  readonly kind: 'listing'
  readonly title: string
  readonly groups: readonly ListingGroup[]
  readonly footer?: string
  readonly suggestions: readonly string[]
  /** For whoever asked alone, also where others see the question. */
  readonly personal?: boolean
  /** For a digest: its parts, for an edge that has a layout of its own for them. The listing says the same. */
  readonly digest?: DigestParts
}

/** Layout: header, passages with their buttons, notes, `unanswered`, then `why` and `next`. */
export interface DigestParts {
  /** ISO local date. */
  readonly day: string
  readonly passages: readonly DigestPassage[]
  /** Said once, such as that a second round begins. */
  readonly notes: readonly string[]
  readonly unanswered?: string
  readonly why: string
  readonly next: string
  /** Of a channel that has no digest. */
  readonly sample?: true
  /** The whole in one line, for notifications. */
  readonly text: string
}

export interface DigestPassage {
  /** For the buttons *Read more*, *Less like this* and 👍, and for feedback. */
  readonly key: string
  readonly excerpt: Excerpt
  /** Why it was chosen. */
  readonly why: string
}

export interface ListingGroup {
  /** Empty for a list without groups. */
  readonly heading: string
  readonly entries: readonly ListingEntry[]
}

export interface ListingEntry {
  /** True when the label is a quotation from a report: shown as one, and never cut. */
  readonly quoted?: boolean
  readonly label: string
  /** Said after the label, or below it where space is short. */
  readonly detail?: string
  /** A smaller third line, such as a place in a report. */
  readonly note?: string
}

export const notice = (text: string, ...suggestions: readonly string[]): NoticeReply => ({
  kind: 'notice',
  text,
  tone: 'info',
  suggestions,
})

export const problemNotice = (text: string, ...suggestions: readonly string[]): NoticeReply => ({
  kind: 'notice',
  text,
  tone: 'problem',
  suggestions,
})
