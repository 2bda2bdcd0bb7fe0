import type { Answer } from '../answer/answer.js'
import { describeLines } from '../command/describe-report.js'
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

/** What the question can be narrowed to: for each its name, and below it what to type, alone on its line. */
export const renderReadings = (readings: Answer['readings'] = [], width: number, style: Style): string =>
  readings.length === 0
    ? ''
    : [
        ...wrap('Narrow to:', width),
        ...readings.flatMap(({ ask, label }) => [
          wrapIndented(label, width, '  '),
          style.accent(wrapIndented(ask, width, '    type: ')),
        ]),
      ].join('\n')
