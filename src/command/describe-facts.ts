import type { Facts } from '../answer/answer.js'

/**
 * A line for each fact, without marks of its own:
 * `"CRI-O: All the Runtime" was presented by Mrunal Patel, Red Hat (austin-2017-galexrt)`, or
 * `KubeCon Europe 2016: London, 10–11 March 2016 (london-2016-appsembler)`.
 */
export const describeFacts = ({ about, entries }: Facts): readonly string[] =>
  entries.map(({ of, is, reports }) => {
    const said = about === 'speakers' ? `"${of}" was presented by ${is}` : `${of}: ${is}`
    return `${said} (${reports.join(', ')})`
  })
