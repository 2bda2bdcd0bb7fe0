import type { Span } from './excerpt-span.js'
import type { Found } from './find-spans.js'

/**
 * Excerpts that do not repeat each other: what an earlier one says already is left out, and one that took in a sentence
 * of an earlier one is shown without its surroundings.
 */
export const withoutOverlaps = (found: readonly Found[]): Found[] => {
  const shown = new Map<string, Span[]>()
  return found.flatMap((one) => {
    const { core, passage } = one
    const earlier = shown.get(passage.reportId) ?? []
    if (earlier.some(({ text }) => text.includes(core.text))) return []
    const repeats = earlier.some(({ sentences }) => sentences.some((sentence) => one.span.sentences.includes(sentence)))
    const span = repeats ? core : one.span
    shown.set(passage.reportId, [...earlier, span])
    return [{ ...one, span }]
  })
}
