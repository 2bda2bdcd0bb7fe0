import type { BlockProblem } from './block-problem.js'
import { checkBlocks } from './check-blocks.js'
import { checkLengths } from './check-lengths.js'
import { checkViewShape } from './check-shape.js'
import { isObject, type JsonObject } from './json.js'

const MOST_BYTES = 250_000

/** What Slack would refuse in a modal or an App Home. */
export const checkView = (
  given: unknown,
  kind: 'modal' | 'home',
): { view: JsonObject; problems: readonly BlockProblem[] } => {
  const view = isObject(given) ? given : {}
  const blocks = view['blocks']
  if (view['type'] !== kind) return { view, problems: [{ path: '/type', message: `must be ${kind}` }] }
  if (!Array.isArray(blocks)) return { view, problems: [{ path: '/blocks', message: 'must be an array' }] }
  if (Buffer.byteLength(JSON.stringify(view)) > MOST_BYTES)
    return { view, problems: [{ path: '', message: `must be less than ${MOST_BYTES + 1} bytes` }] }
  // Blocks are checked on their own; the types of views let any block through.
  const frame = { ...view, blocks: [] }
  const shape = checkViewShape(frame, kind)
  const { blocks: _, ...rest } = view
  return { view, problems: [...shape, ...checkLengths(rest), ...checkBlocks(blocks, kind).problems] }
}
