import { expect, it } from 'vitest'
import { describePlan } from '../../../src/command/digest/describe-schedule.js'
import type { Subscription } from '../../../src/command/digest/types.js'

const SUBSCRIPTION: Subscription = {
  id: 'T1:C1',
  workspace: 'T1',
  channel: 'C1',
  owner: 'U1',
  time: '09:00',
  weekdays: [1, 2, 3, 4, 5],
  zone: 'UTC',
  topics: ['security', 'networking'],
  skips: [],
  changedBy: 'U1',
  createdAt: 0,
}

it('a digest is described by when it comes and what it is about', () => {
  expect(describePlan(SUBSCRIPTION)).toBe('09:00 UTC, Mon–Fri · about security, networking')
  expect(describePlan({ ...SUBSCRIPTION, topics: [] })).toBe('09:00 UTC, Mon–Fri · about every topic')
})
