// @ts-check
/** @import { Form, Given, Values } from './types.js' */

/** What somebody fills in, in one view. */
export const createForm = () => {
  /** @type {Values} */
  const values = {}
  /** @type {{ [block: string]: string }} */
  let errors = {}
  return {
    /** @param {string} block @param {string} action @returns {Given | undefined} */
    get: (block, action) => values[block]?.[action],
    /** @param {string} block @param {string} action @param {Given} given */
    set: (block, action, given) => {
      values[block] = { ...values[block], [action]: given }
    },
    errors: () => errors,
    values: () => values,
    /** @param {{ [block: string]: string }} now */
    setErrors: (now) => {
      errors = now
    },
  }
}
