import type { Problem } from '../errors.js'
import type { Glossary } from './glossary.js'
import type { Thesaurus } from './thesaurus.js'

/** The conference a report is about. */
export interface ConferenceEvent {
  /** Full name with its year, such as `KubeCon + CloudNativeCon Europe 2017`. */
  readonly name: string
  /** Empty when unknown (plain-text reports). */
  readonly city: string
  /** ISO 3166-1 alpha-2, empty when unknown. */
  readonly country: string
  /** ISO dates; a year alone, or nothing, when no more is known. */
  readonly start: string
  readonly end: string
}

/** One conference report as loaded from a file of `knowledge/`. */
export interface Report {
  readonly id: string
  readonly title: string
  readonly author: string
  readonly event: ConferenceEvent
  /** `notes`: our own words on somebody's report; `report`: the author's own text. */
  readonly kind: 'notes' | 'report'
  readonly url?: string
  /** File name within its folder, for citations and problems. */
  readonly file: string
  /** Every section of the report that has text, in order. */
  readonly sections: readonly Section[]
}

/** A heading with the text up to the next heading. */
export interface Section {
  /** Headings from the outermost to this one; empty for text before the first heading. */
  readonly heading: readonly string[]
  readonly speakers: readonly Speaker[]
  /** First and last line in the file, counted from 1, heading included. */
  readonly lines: LineRange
  readonly passages: readonly Passage[]
}

/** A person on stage, as the report names them. `role` and `company` are empty when the report does not say. */
export interface Speaker {
  readonly name: string
  readonly role: string
  readonly company: string
}

/** First and last line, both included, counted from 1. */
export type LineRange = readonly [first: number, last: number]

/** A sentence of a passage: `passage.text.slice(start, end)`. */
export interface Sentence {
  readonly start: number
  readonly end: number
  readonly lines: LineRange
}

/** What is indexed, ranked and cited: a paragraph, list item, table row, quotation or code block with its place. */
export interface Passage {
  /** `<report id>:<first line>`, unique within a Knowledge and stable while the file is unchanged. */
  readonly id: string
  readonly reportId: string
  readonly kind: 'paragraph' | 'item' | 'row' | 'quotation' | 'code'
  /** Heading path of its section, then the texts of the list items it is nested in (plain lists only). */
  readonly heading: readonly string[]
  readonly speakers: readonly Speaker[]
  /** Plain text, Markdown stripped, white space collapsed to single blanks. */
  readonly text: string
  readonly sentences: readonly Sentence[]
  readonly lines: LineRange
  /** For a list item: id of the paragraph that introduces the list. */
  readonly leadIn?: string
  /** Questions that the author of the note says this passage answers: indexed, never shown. */
  readonly asks: readonly string[]
  /** False for picture captions, thanks and other matter that is kept for context but never given as an answer. */
  readonly quotable: boolean
}

/** Everything the bot knows: an immutable value, swapped whole when the folder changes. */
export interface Knowledge {
  readonly reports: readonly Report[]
  /** All passages of all reports, in report and line order. */
  readonly passages: readonly Passage[]
  readonly glossary: Glossary
  readonly thesaurus: Thesaurus
  /** What was wrong with files; those with errors are left out of `reports`. */
  readonly problems: readonly Problem[]
  /** First 12 hexadecimal digits of a digest of all files: changes when, and only when, the content does. */
  readonly revision: string
}
