/** Keeps the best of many scores without putting all of them in order. */
export class TopScores {
  readonly #limit: number
  #kept: { readonly id: number; readonly score: number }[] = []
  /** What is not above this is not among the best. */
  #least = Number.NEGATIVE_INFINITY

  constructor(limit: number) {
    this.#limit = limit
  }

  offer(id: number, score: number): void {
    if (score < this.#least) return
    this.#kept.push({ id, score })
    // Sorting now and then, four times as many as are wanted, costs less than keeping order all the time.
    if (this.#kept.length >= 4 * this.#limit) this.#cut()
  }

  /** Best first; of equal scores the one with the lower number. */
  ids(): number[] {
    this.#cut()
    return this.#kept.map(({ id }) => id)
  }

  #cut(): void {
    this.#kept.sort((a, b) => b.score - a.score || a.id - b.id)
    this.#kept.length = Math.min(this.#kept.length, this.#limit)
    if (this.#kept.length === this.#limit) this.#least = this.#kept.at(-1)?.score ?? this.#least
  }
}
