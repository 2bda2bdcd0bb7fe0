/** A paragraph about a release, long enough to be an excerpt of its own: a short one is shown with its surroundings. */
export const releaseOf = (gift: string, i: number): string =>
  `Release ${i + 1} of Falcon brought ${gift}. Its notes list ${Array.from({ length: 40 }, (_, n) => `${gift}-${n}`).join(' ')}.`
