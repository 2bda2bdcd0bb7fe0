import type { ConferenceEvent, Knowledge, Passage, Report } from '../../src/knowledge/report.js'
import { splitSentences } from './split-sentences.js'

/** What a test says of a passage; the rest is filled in. */
export interface PassageSketch {
  readonly text: string
  readonly report?: string
  readonly heading?: readonly string[]
  readonly speakers?: readonly string[]
  readonly asks?: readonly string[]
  readonly kind?: Passage['kind']
  readonly leadIn?: string
}

const AUSTIN: ConferenceEvent = {
  name: 'KubeCon North America 2017',
  city: 'Austin',
  country: 'US',
  start: '2017-12-06',
  end: '2017-12-08',
}

const LONDON: ConferenceEvent = {
  name: 'KubeCon Europe 2016',
  city: 'London',
  country: 'GB',
  start: '2016-03-10',
  end: '2016-03-11',
}

/** A Knowledge of hand-made passages: line n holds the n-th passage of its report. */
export const knowledgeOf = (
  sketches: readonly PassageSketch[],
  words: Partial<Pick<Knowledge, 'glossary' | 'thesaurus'>> = {},
): Knowledge => {
  const lines = new Map<string, number>()
  const passages = sketches.map((sketch): Passage => {
    const reportId = sketch.report ?? 'austin-2017-doe'
    const line = (lines.get(reportId) ?? 0) + 1
    lines.set(reportId, line)
    return {
      id: `${reportId}:${line}`,
      reportId,
      kind: sketch.kind ?? 'paragraph',
      heading: sketch.heading ?? [],
      speakers: (sketch.speakers ?? []).map((name) => ({ name, role: '', company: '' })),
      text: sketch.text,
      sentences: splitSentences(sketch.text, line),
      lines: [line, line],
      ...(sketch.leadIn === undefined ? {} : { leadIn: sketch.leadIn }),
      asks: sketch.asks ?? [],
      quotable: true,
    }
  })
  const reports = [...lines.keys()].map(
    (id): Report => ({
      id,
      title: `Report ${id}`,
      author: 'Jane Doe',
      event: id.startsWith('london') ? LONDON : AUSTIN,
      kind: 'notes',
      file: `${id}.md`,
      sections: [],
    }),
  )
  return { reports, passages, glossary: [], thesaurus: [], problems: [], revision: '0123456789ab', ...words }
}
