/** A write that waits for its turn. */
interface Waiting<Item, Result> {
  readonly item: Item
  readonly resolve: (result: Result) => void
  readonly reject: (error: unknown) => void
}

export interface GroupWritesOptions<Item, Result> {
  /** Writes several at once; gives back one result for each, in order. */
  readonly write: (items: readonly Item[]) => Promise<readonly Result[]>
  /** Whether two must not be written at once; default: any may. */
  readonly collide?: (one: Item, other: Item) => boolean
  /** Written at once at most; default 100. */
  readonly most?: number
}

/**
 * Writes what comes while a write is under way together: a full fsync costs the same for one row as for a hundred, and a
 * burst of events must not wait for a hundred of them. A group that fails is written one by one, so that each caller
 * gets the error that is its own.
 */
export const createGroupWrites = <Item, Result>({
  write,
  collide = () => false,
  most = 100,
}: GroupWritesOptions<Item, Result>): ((item: Item) => Promise<Result>) => {
  let waiting: Waiting<Item, Result>[] = []
  let writing = false

  const takeGroup = (): Waiting<Item, Result>[] => {
    const group: Waiting<Item, Result>[] = []
    const rest: Waiting<Item, Result>[] = []
    for (const one of waiting) {
      const fits = group.length < most && !group.some(({ item }) => collide(item, one.item))
      ;(fits ? group : rest).push(one)
    }
    waiting = rest
    return group
  }

  const writeGroup = async (group: readonly Waiting<Item, Result>[]): Promise<void> => {
    try {
      const results = await write(group.map(({ item }) => item))
      group.forEach(({ resolve }, i) => {
        resolve(results[i] as Result)
      })
    } catch (error) {
      if (group.length === 1) group[0]?.reject(error)
      else for (const one of group) await writeGroup([one])
    }
  }

  const run = async (): Promise<void> => {
    writing = true
    while (waiting.length > 0) await writeGroup(takeGroup())
    writing = false
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      // A turn later, so that what comes at the same moment is in the first group.
      if (!writing) {
        writing = true
        setImmediate(() => void run())
      }
    })
}
