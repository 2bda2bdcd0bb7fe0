import type { Answer } from '../answer/answer.js'
import { describeLines } from '../command/describe-report.js'
import { shorten } from '../command/shorten.js'
import type { Style } from './style.js'
import { wrap, wrapIndented } from './wrap.js'

/** `The reports differ on …: berlin-2017-doe says "1,500 people" (line 3), berlin-2017-roe "2,000 people" (line 9).` */
export const renderDiffer = (differ: Answer['differ'], width: number, style: Style): string => {
  if (!differ) return ''
  const sides = differ.excerpts.map(
    ({ text, highlights: [telling = [0, text.length]], citation: { report, lines } }, i) =>
      `${report} ${i === 0 ? 'says ' : ''}"${text.slice(...telling)}" (${describeLines(lines)})`,
  )
  return style.warn(wrap(`The reports differ on ${differ.about}: ${sides.join(', ')}.`, width).join('\n'))
}

/** A title of fewer characters tells too little. */
const SHORTEST_LABEL = 24

/** What the question may be after, a line each: what to type, and what that is; below it where a line has too little room. */
export const renderReadings = (readings: Answer['readings'] = [], width: number, style: Style): string => {
  if (readings.length === 0) return ''
  const widest = Math.max(...readings.map(({ ask }) => ask.length))
  const room = width - widest - 4
  return [
    ...wrap('Did you mean one of these? Type:', width),
    ...readings.map(({ ask, label }) =>
      room >= SHORTEST_LABEL
        ? `  ${style.accent(ask)}${' '.repeat(widest - ask.length)}  ${shorten(label, room)}`
        : `${style.accent(wrapIndented(ask, width, '  '))}\n${wrapIndented(label, width, '    ')}`,
    ),
  ].join('\n')
}
