import type { LineRange } from '../knowledge/report.js'

/** Where an excerpt stands. */
export interface Citation {
  /** Report id, which is also the file name without its ending. */
  readonly report: string
  readonly author: string
  readonly event: string
  readonly heading: readonly string[]
  readonly speakers: readonly string[]
  readonly lines: LineRange
  readonly url?: string
  /** Other reports that say nearly the same. */
  readonly also?: readonly { readonly report: string; readonly lines: LineRange }[]
}

/** One or more whole consecutive sentences of one passage, or of neighbours under the same heading, verbatim. */
export interface Excerpt {
  /** At most 400 characters where sentences allow. */
  readonly text: string
  /** Ranges of `text` that carry words of the question: start included, end excluded, in order, not overlapping. */
  readonly highlights: readonly (readonly [start: number, end: number])[]
  readonly citation: Citation
  /** 0–1: how sure, comparable between questions. */
  readonly score: number
  /** Names the passage by its words, for votes on it. */
  readonly key?: string
}

/** Reports that contradict each other, each with its own words. */
export interface Disagreement {
  /** What they differ on, for «The reports differ on …»: `the number of people`. */
  readonly about: string
  /** A whole sentence of each side; its highlights are the words that the other side contradicts: `1,500 attendees`. */
  readonly excerpts: readonly Excerpt[]
}

/** One of several things the question may be after, such as the same figure of another event, or another talk. */
export interface Reading {
  /** What it is about: `Berlin 2017`, or the title of a talk. */
  readonly label: string
  /** The question that asks for this one alone. */
  readonly ask: string
  readonly excerpt: Excerpt
}

/** What the heads of the reports say outright, beside what is quoted from their text. */
export interface Facts {
  readonly about: 'speakers' | 'events'
  readonly entries: readonly Fact[]
}

export interface Fact {
  /** What it is said of: the title of a talk, or the name of an event. */
  readonly of: string
  /** `Mrunal Patel, Red Hat`, or `London, 10–11 March 2016`. */
  readonly is: string
  /** The reports that say so. */
  readonly reports: readonly string[]
}

export interface Answer {
  readonly status: 'answered' | 'weak' | 'not-found'
  /** The question as understood: cleaned, and filled in where it was a follow-up. */
  readonly question: string
  /** What the question is about, in its own words and without the rest: `CRI-O`. */
  readonly topic?: string
  /** Best first; empty when nothing was found, and where `facts` alone answer. */
  readonly excerpts: readonly Excerpt[]
  /** Passages that match of those that were looked at, of which `excerpts` are a page. */
  readonly total: number
  /** Only the nearest passages were looked at: more may match than `total` says. */
  readonly isCut?: true
  /** How sure, 0–1, that the best passage answers, also when it was not sure enough to be shown. */
  readonly confidence: number
  /** Position of the first excerpt among the matching passages, from 0. */
  readonly from: number
  /** What the question was narrowed by, as typed: `year:2017`. */
  readonly filters?: readonly string[]
  /** Who was on stage, or where and when an event or a talk was, when that is asked; on the first page only. */
  readonly facts?: Facts
  readonly differ?: Disagreement
  /** Two or more, on the first page only. */
  readonly readings?: readonly Reading[]
  /** Terms to go on with; for not-found: the nearest ones that the reports do have. */
  readonly related: readonly string[]
  /** Words of the question that the reports do not have, and what was looked for instead. */
  readonly repaired: readonly { readonly from: string; readonly to: string }[]
}
