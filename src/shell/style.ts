import { styleText } from 'node:util'

type Format = Parameters<typeof styleText>[0]

/** How parts of a reply stand out; plain where the terminal has no colours. */
export interface Style {
  readonly strong: (text: string) => string
  readonly dim: (text: string) => string
  readonly accent: (text: string) => string
  readonly warn: (text: string) => string
}

const plain = (text: string): string => text

export const PLAIN: Style = { strong: plain, dim: plain, accent: plain, warn: plain }

const format =
  (name: Format) =>
  (text: string): string =>
    styleText(name, text, { validateStream: false })

export const COLOURED: Style = {
  strong: format('bold'),
  dim: format('dim'),
  accent: format('cyan'),
  warn: format('yellow'),
}
