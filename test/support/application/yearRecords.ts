import { APPLICANT_CODES, OUTCOME_CODES } from '../../../server/domain/annualReport'
import { below, pick, type Random } from './eventLists'

/** Generated records of several years; an unfinished one has neither closing nor result. */

const DAY = 86_400_000
const day = (at: number): string => new Date(Date.UTC(2023, 0, 1) + at * DAY).toISOString().slice(0, 10)
const SPAN = 4 * 366

/** A first day, often at the turn of a year, and a later day or null. */
function days(random: Random): { first: string; last: string | null } {
  const turn = random() < 0.3 ? pick(random, [364, 365, 730, 731, 1095, 1096]) : below(random, SPAN)
  const last = random() < 0.2 ? null : day(turn + below(random, random() < 0.5 ? 5 : 400))
  return { first: day(turn), last }
}

const many = <T>(random: Random, most: number, make: (id: string) => T): T[] =>
  Array.from({ length: below(random, most + 1) }, (_, at) => make(`${at + 1}`))

export function generatedRecords(random: Random, most = 20) {
  const applications = many(random, most, id => {
    const { first, last } = days(random)
    const outcome = last === null ? null : pick(random, OUTCOME_CODES)
    return { id: `A${id}`, applicant: pick(random, APPLICANT_CODES), received: first, closed: last, outcome }
  })
  const documents = many(random, 12, id => {
    const { first, last } = days(random)
    const kind = pick(random, ['rule', 'normative'] as const)
    return { id: `D${id}`, kind, made: first, repealed: random() < 0.5 ? null : last }
  })
  const disputes = many(random, 8, id => {
    const { first, last } = days(random)
    const track = pick(random, ['review', 'suit-direct', 'suit-after-review'] as const)
    const result = last === null ? null : pick(random, ['upheld', 'corrected', 'other'] as const)
    return { id: `S${id}`, track, filed: first, closed: last, result }
  })
  const decisions = {
    permits: below(random, 900),
    penalties: below(random, 90),
    coercions: below(random, 9),
  }
  return { applications, documents, disputes, decisions, feesFen: below(random, 9_000_000) }
}
