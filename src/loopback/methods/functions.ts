import { isObject } from '../json.js'
import { Refusal } from '../refusal.js'
import type { Method } from './method.js'

const MOST_RESULTS = 50
const RESULT = ['title', 'description', 'link', 'date_updated']

/** Methods by which an app ends a step that Slack asked it to run. What is given stands in the journal. */
export const functionMethods: readonly Method[] = [
  {
    name: 'functions.completeSuccess',
    token: 'bot',
    answer: (args) => {
      args.required('function_execution_id')
      const outputs = args.json('outputs', 'invalid_arguments')
      if (!isObject(outputs)) throw new Refusal('invalid_arguments')
      const results = outputs['search_results']
      if (results !== undefined && !areResults(results)) throw new Refusal('parameter_validation_failed')
      return {}
    },
  },
  {
    name: 'functions.completeError',
    token: 'bot',
    answer: (args) => {
      args.required('function_execution_id')
      args.required('error')
      return {}
    },
  },
]

/** What Slack's documentation of search asks of the results. */
const areResults = (results: unknown): boolean =>
  Array.isArray(results) &&
  results.length <= MOST_RESULTS &&
  results.every(
    (one) =>
      isObject(one) &&
      RESULT.every((name) => typeof one[name] === 'string' && one[name] !== '') &&
      /^\d{4}-\d\d-\d\d$/.test(String(one['date_updated'])) &&
      URL.canParse(String(one['link'])) &&
      isObject(one['external_ref']) &&
      typeof one['external_ref']['id'] === 'string',
  )
