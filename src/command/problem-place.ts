import type { Problem } from '../errors.js'

/** `file:line:column`, as editors and logs write a place. */
export const placeOf = ({ file, line, column }: Problem): string => `${file}:${line}:${column}`
