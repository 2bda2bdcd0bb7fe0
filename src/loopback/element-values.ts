import { isObject, type JsonObject } from './json.js'
import { UnknownPlaceError } from './unknown-place-error.js'

/** What a person made of an element: its text, or the values of what was chosen. Null for nothing. */
export type Given = string | readonly string[] | null

/** What is filled in, by block and action. */
export type GivenValues = Readonly<Record<string, Readonly<Record<string, Given>>>>

/** Property that holds the value, and the one of the element that holds what it is at first. */
const FIELDS: ReadonlyMap<string, readonly [value: string, initial: string]> = new Map([
  ['plain_text_input', ['value', 'initial_value']],
  ['email_text_input', ['value', 'initial_value']],
  ['url_text_input', ['value', 'initial_value']],
  ['number_input', ['value', 'initial_value']],
  ['static_select', ['selected_option', 'initial_option']],
  ['radio_buttons', ['selected_option', 'initial_option']],
  ['overflow', ['selected_option', '']],
  ['multi_static_select', ['selected_options', 'initial_options']],
  ['checkboxes', ['selected_options', 'initial_options']],
  ['conversations_select', ['selected_conversation', 'initial_conversation']],
  ['channels_select', ['selected_channel', 'initial_channel']],
  ['users_select', ['selected_user', 'initial_user']],
  ['datepicker', ['selected_date', 'initial_date']],
  ['timepicker', ['selected_time', 'initial_time']],
])

/**
 * The value of an element as Slack sends it, or what it is at first while nobody touched it; undefined for an element
 * that holds none, as a button.
 * @throws UnknownPlaceError when it has no such option
 */
export const readValue = (element: JsonObject, given: Given | undefined): JsonObject | undefined => {
  const [field, initial] = FIELDS.get(String(element['type'])) ?? []
  if (field === undefined || initial === undefined) return undefined
  const nothing = field === 'selected_options' ? [] : null
  if (given === undefined) return { [field]: element[initial] ?? nothing }
  if (given === null || given.length === 0) return { [field]: nothing }
  if (field === 'selected_options') return { [field]: [given].flat().map((value) => optionOf(element, value)) }
  const [value = ''] = [given].flat()
  return { [field]: field === 'selected_option' ? optionOf(element, value) : value }
}

const optionOf = ({ options, option_groups: groups }: JsonObject, value: string): JsonObject => {
  const grouped = [groups].flat().flatMap((group) => (isObject(group) ? group['options'] : []))
  const option = [options, grouped]
    .flat()
    .filter(isObject)
    .find((one) => one['value'] === value)
  if (!option) throw new UnknownPlaceError('There is no such choice.')
  return option
}

/** What is filled in, as `state.values` holds it: of each element that holds a value. */
export const readState = (blocks: readonly JsonObject[], given: GivenValues = {}): JsonObject =>
  Object.fromEntries(
    blocks.flatMap((block) => {
      const blockId = String(block['block_id'])
      const values = elementsOf(block).flatMap((element) => {
        const actionId = String(element['action_id'])
        const value = readValue(element, given[blockId]?.[actionId])
        const isKept = value !== undefined && element['type'] !== 'overflow'
        return isKept ? [[actionId, { type: element['type'], ...value }]] : []
      })
      return values.length > 0 ? [[blockId, Object.fromEntries(values)]] : []
    }),
  )

/** The elements of a block that somebody can use. */
export const elementsOf = ({ type, elements, element, accessory, actions }: JsonObject): JsonObject[] =>
  type === 'rich_text' ? [] : [elements, element, accessory, actions].flat().filter(isObject)

/** Inputs that have to be filled in and are not, by block. */
export const missingInputs = (blocks: readonly JsonObject[], state: JsonObject): Record<string, string> =>
  Object.fromEntries(
    blocks.flatMap((block) => {
      if (block['type'] !== 'input' || block['optional'] === true) return []
      const blockId = String(block['block_id'])
      const values = Object.values(isObject(state[blockId]) ? state[blockId] : {}).filter(isObject)
      const isThere = values.some(({ type: _, ...value }) => Object.values(value).every(isFilled))
      return isThere ? [] : [[blockId, 'Please complete this required field.']]
    }),
  )

const isFilled = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : value !== null && value !== '')
