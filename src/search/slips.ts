import { EVERYDAY_WORDS } from './everyday-words.js'
import { GRAMMAR_WORDS } from './stop-words.js'

/** Two letters in the wrong order make a word of three letters unlike any other; a lost one needs a longer word. */
const SHORTEST_SWAPPED = 3
const SHORTEST_LOST = 6

const swapped = (word: string): string[] =>
  word.length < SHORTEST_SWAPPED
    ? []
    : Array.from(
        { length: word.length - 1 },
        (_, i) => `${word.slice(0, i)}${word[i + 1]}${word[i]}${word.slice(i + 2)}`,
      )

const shortened = (word: string): string[] =>
  word.length < SHORTEST_LOST
    ? []
    : Array.from({ length: word.length }, (_, i) => `${word.slice(0, i)}${word.slice(i + 1)}`)

const grammarSlips: ReadonlySet<string> = new Set([...GRAMMAR_WORDS].flatMap(swapped))
const everydaySlips: ReadonlySet<string> = new Set(
  EVERYDAY_WORDS.flatMap((word) => [...swapped(word), ...shortened(word)]),
)

/** True for `teh` and `mcuh`, given that they are no words themselves. */
export const isGrammarSlip = (form: string): boolean => grammarSlips.has(form)

/** True for `reducton` and `expereince`, given that they are no words themselves: what was meant is no name either. */
export const isEverydaySlip = (form: string): boolean => isGrammarSlip(form) || everydaySlips.has(form)
