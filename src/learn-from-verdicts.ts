import type { Logger } from 'pino'
import type { Vote } from './answer/votes.js'
import type { RatingControl } from './command/command.js'
import type { Line } from './command/line.js'
import type { Store } from './store/open-store.js'

/** What people think of answers, for each line. */
export interface Learning {
  readonly votes: (line: Line) => Promise<readonly Vote[]>
  /** Undefined where nothing is kept. */
  readonly rating: (line: Line) => RatingControl | undefined
}

const NO_VOTES: readonly Vote[] = []

/** What people think of answers, where there is a store that keeps it. */
export const learnFromVerdicts = (store: Store | undefined, log: Logger): Learning => ({
  votes: async ({ workspace }) => {
    if (!store || workspace === undefined) return NO_VOTES
    return store.verdicts.votes(workspace).catch((err: unknown) => {
      log.error({ err }, 'could not read what people thought of answers; answering without')
      return NO_VOTES
    })
  },
  rating: ({ workspace, conversation }) =>
    store && workspace !== undefined
      ? {
          isWanted: () => store.verdicts.isWanted(workspace, conversation),
          want: (isWanted) => store.verdicts.want(workspace, conversation, isWanted),
        }
      : undefined,
})
