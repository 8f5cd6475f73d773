import { readFileSync } from 'node:fs'
import path from 'node:path'
import { checkCase, clockAnswer, readCase, readEventList } from '../../../server/domain/application'
import { PUBLISHED_HOLIDAYS } from '../../../server/domain/deadline'
import { damaged, expectNamed } from '../../support/application/damage'
import { eventList, numbers, pick } from '../../support/application/eventLists'

/** Input that nobody thought of: refused with named faults or answered, never an exception. */

const CLOCKS = [
  'reply',
  'correction-notice',
  'correction-limit',
  'opinion-limit',
  'fee-limit',
  'review-window',
]
const CASE = path.resolve(__dirname, '../../../docs/examples/applicationCase.json')

const twice = (random: () => number, value: unknown): unknown => damaged(random, damaged(random, value))

test('damaged event lists', () => {
  const random = numbers(11)
  const seen = { refused: 0, answered: 0 }
  for (let n = 0; n < 3000; n++) {
    const read = readEventList(
      twice(random, { id: 'a', clock: pick(random, CLOCKS), events: eventList(random) }),
    )
    if (!read.ok) {
      seen.refused++
      expectNamed(read.faults)
      continue
    }
    seen.answered++
    const answer = clockAnswer(read.value, PUBLISHED_HOLIDAYS)
    expect(answer.words).not.toBe('')
    expect(answer.due === null || answer.missingYear === null).toBe(true)
  }
  expect(Math.min(seen.refused, seen.answered)).toBeGreaterThan(200)
})

test('event lists at both ends of the calendar', () => {
  for (const on of ['1900-01-01', '2008-12-31', '2026-12-31', '9998-12-31']) {
    for (const clock of CLOCKS) {
      const events = ['submitted', 'correction-notified', 'opinion-sought', 'fee-notified', 'delivered'].map(
        type => ({ type, on, deliveredOn: on }),
      )
      const read = readEventList({ clock, events })
      if (!read.ok) throw new Error(JSON.stringify(read.faults))
      expect(clockAnswer(read.value, PUBLISHED_HOLIDAYS).receipt).toBe(on)
    }
  }
})

test('the same events in any order of days give the same answer', () => {
  const random = numbers(12)
  for (let n = 0; n < 500; n++) {
    const events = eventList(random)
    const days = new Set(events.map(({ on }) => on))
    if (days.size < events.length) continue
    const turned = events.toSorted(() => random() - 0.5)
    const due = (list: unknown) => {
      const read = readEventList({ events: list })
      if (!read.ok) throw new Error(JSON.stringify(read.faults))
      const { faults, ...answer } = clockAnswer(read.value, PUBLISHED_HOLIDAYS)
      return { ...answer, codes: faults.map(({ code }) => code).sort() }
    }
    expect(due(turned)).toEqual(due(events))
  }
})

test('damaged cases', () => {
  const random = numbers(13)
  const example: unknown = JSON.parse(readFileSync(CASE, 'utf8'))
  const seen = { refused: 0, blocked: 0, fine: 0 }
  for (let n = 0; n < 2000; n++) {
    const read = readCase(twice(random, example))
    if (!read.ok) {
      seen.refused++
      expectNamed(read.faults)
      continue
    }
    const { ok, faults } = checkCase(read.value, PUBLISHED_HOLIDAYS)
    if (ok) seen.fine++
    else seen.blocked++
    for (const { place, message } of faults) {
      expect([place, message]).toEqual([expect.stringMatching(/^[a-z]/), expect.stringMatching(/。$/)])
    }
  }
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(20)
})
