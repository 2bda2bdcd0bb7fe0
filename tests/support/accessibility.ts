import axe from 'axe-core'
import type { Page } from 'playwright-core'

interface Finding {
  readonly id: string
  readonly impact: string | null
  readonly nodes: readonly { readonly html: string }[]
}

/** What axe-core finds on the page that is serious or critical for people who use it without a mouse or without seeing it. */
export const accessibilityProblems = async (page: Page): Promise<string[]> => {
  // As text, past the page's rule of loading nothing but its own.
  await page.evaluate(`typeof axe === 'undefined' ? (() => { ${axe.source} })() : undefined`)
  const violations = (await page.evaluate('axe.run(document).then(({ violations }) => violations)')) as Finding[]
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}
