// The figures and the chart of docs/how-sure.md.
import { readFileSync, writeFileSync } from 'node:fs'

const PAGE = 'docs/how-sure.md'
const CHART = 'docs/how-sure.svg'
const START = '<!-- figures: npm run fit:confidence -- --write -->'
const END = '<!-- end of figures -->'
const WIDTH = 460
const HEIGHT = 300
const EDGE = 44
const COLOURS = ['#0b6e99', '#b35900', '#4c7a34', '#8a3ffc', '#a2191f', '#5c5c5c', '#c2185b', '#00796b']

/** What refusing below a threshold gains and costs on some judged questions; shares between 0 and 1. */
export const tradeOff = (judged, from) => {
  const refused = judged.filter(({ sure }) => sure < from)
  const rightly = refused.filter(({ answerable }) => !answerable)
  const known = judged.filter(({ measured }) => measured)
  const hits = known.filter(({ hit }) => hit)
  return {
    from,
    recall: rightly.length / judged.filter(({ answerable }) => !answerable).length,
    precision: rightly.length / refused.length,
    lost: refused.length - rightly.length,
    hit1: hits.filter(({ sure }) => sure >= from).length / known.length,
    most: hits.length / known.length,
  }
}

export const writePage = (figures, from) => {
  const page = readFileSync(PAGE, 'utf8')
  const [before] = page.split(START)
  const [, after] = page.split(END)
  if (after === undefined) throw new Error(`${PAGE} has no place for the figures`)
  writeFileSync(PAGE, `${before}${START}\n${toTables(figures, from)}\n${END}${after}`)
  writeFileSync(CHART, toChart(figures, from))
}

const toTables = (figures, from) =>
  figures
    .map(({ name, area, error, steps }) =>
      [
        `\n**${name}**: AUROC ${area.toFixed(3)}, expected calibration error ${error.toFixed(3)}\n`,
        '| answers from | refusal recall | refusal precision | refused wrongly | hit@1 |',
        '|---|---|---|---|---|',
        ...steps.map((step) => {
          const cells = [
            step.from.toFixed(2),
            percent(step.recall),
            percent(step.precision),
            step.lost,
            percent(step.hit1),
          ]
          return `| ${cells.map((cell) => (step.from === from ? `**${cell}**` : cell)).join(' | ')} |`
        }),
      ].join('\n'),
    )
    .join('\n')

/** Recall against precision, a line for each set, with a dot where the bot stands. */
const toChart = (figures, from) => {
  const x = (value) => (EDGE + value * (WIDTH - 2 * EDGE)).toFixed(1)
  const y = (value) => (HEIGHT - EDGE - value * (HEIGHT - 2 * EDGE)).toFixed(1)
  const lines = figures.map(({ name, steps }, i) => {
    const colour = COLOURS[i % COLOURS.length]
    const drawn = steps.filter(({ precision }) => !Number.isNaN(precision))
    const dot = drawn.find((step) => step.from === from)
    return [
      `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${drawn.map(({ recall, precision }) => `${x(recall)},${y(precision)}`).join(' ')}"/>`,
      dot ? `<circle cx="${x(dot.recall)}" cy="${y(dot.precision)}" r="4" fill="${colour}"/>` : '',
      `<text x="${EDGE + 8}" y="${HEIGHT - EDGE - 10 - 14 * (figures.length - 1 - i)}" fill="${colour}">${name}</text>`,
    ].join('')
  })
  const ticks = [0, 0.25, 0.5, 0.75, 1].map(
    (value) =>
      `<text x="${x(value)}" y="${HEIGHT - EDGE + 16}" text-anchor="middle">${percent(value)}</text><text x="${EDGE - 6}" y="${y(value)}" text-anchor="end">${percent(value)}</text><path d="M${x(0)} ${y(value)}H${x(1)}" stroke="#ddd"/>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="11" role="img"><title>Refusal precision against refusal recall</title><rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
${[...ticks, ...lines].join('\n')}
<text x="${WIDTH / 2}" y="${HEIGHT - 8}" text-anchor="middle">refusal recall</text><text x="12" y="20">refusal precision</text>
</svg>
`
}

const percent = (value) => (Number.isNaN(value) ? '–' : `${(100 * value).toFixed(0)}%`)
