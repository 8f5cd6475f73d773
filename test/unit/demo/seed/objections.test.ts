import { ownRows, standingOf } from '../../../../server/reading/site/ownLines'
import { OBJECTION_STATES } from '../../../../server/participation/objections/states'
import { maskText } from '../../../../server/domain/privacy/maskText'
import { seedRows } from '../../../../server/demo/seed'
import { CLOCKS } from '../../../support/seed/clocks'

describe.each(CLOCKS)('objections and rolls of the demonstration at %s', clock => {
  const now = new Date(clock)
  const rows = seedRows(now)
  const { objections, events, counters } = rows.asked

  it('shows every kind of standing: held, late, open, answered, with the town, settled', () => {
    expect(objections.map(({ state }) => state).sort()).toEqual([
      'answered',
      'held',
      'open',
      'open',
      'settled',
      'town',
    ])
    expect(objections.filter(({ dueAt }) => dueAt && dueAt <= now)).toHaveLength(1)
  })

  it('lies after the publication it asks about and never in the future', () => {
    const published = new Map(rows.notices.map(one => [one.notice._id, one.publication]))
    for (const { noticeId, filedAt, place } of objections) {
      expect(published.get(noticeId)!.publishedAt.getTime()).toBeLessThan(filedAt.getTime())
      expect(filedAt.getTime()).toBeLessThanOrEqual(now.getTime())
      expect(place).not.toBe('')
    }
    expect(events.every(({ at }) => at <= now)).toBe(true)
  })

  it('has gapless numbers, a whole history for each, and no personal data in its words', () => {
    for (const { _id, last } of counters) {
      const [year] = _id.split('-').slice(-1)
      const numbers = objections.map(({ number }) => number).filter(number => number.startsWith(`${year}-`))
      expect(numbers.map(number => Number(number.slice(-4))).sort((a, b) => a - b)).toEqual(
        Array.from({ length: last }, (_, at) => at + 1),
      )
    }
    for (const { _id, version, state } of objections) {
      const own = events.filter(({ objectionId }) => objectionId === _id)
      expect([own.length, own.at(-1)!.to, own.map(event => event.version)]).toEqual([
        version,
        state,
        own.map((_, at) => at + 1),
      ])
      expect(OBJECTION_STATES[state].label).not.toBe('')
    }
    const words = [...objections, ...events].flatMap(({ text }) => text ?? [])
    for (const text of words) expect(maskText(text, 'block').kinds).toEqual([])
  })

  it('knows every villager persona from its roll, and has nobody’s number in clear', () => {
    expect(rows.rolls.books).toHaveLength(9)
    for (const claim of rows.rolls.claims) {
      expect(rows.rolls.entries.some(({ person }) => person === claim.person)).toBe(true)
      if (claim.grantId) expect(rows.roleGrants.some(({ _id }) => _id === claim.grantId)).toBe(true)
    }
    expect(JSON.stringify(rows.rolls)).not.toMatch(/010028|"\d{6}"/)
  })

  it('has lines of its own for every villager persona, told apart from everybody else’s', () => {
    const verified = rows.rolls.claims.filter(({ grantId }) => grantId !== null)
    expect(verified.length).toBeGreaterThanOrEqual(9)
    for (const { orgCode, person } of verified) {
      const roll = rows.rolls.entries.filter(entry => entry.orgCode === orgCode)
      const own = roll.find(entry => entry.person === person)!
      expect([orgCode, standingOf(own, roll)]).toEqual([orgCode, 'told-apart'])
      const live = rows.notices.flatMap(({ publication }) => publication ?? []).filter(row => row.orgCode === orgCode && row.live) // prettier-ignore
      expect(live.flatMap(({ content }) => ownRows(own, content)).length).toBeGreaterThanOrEqual(3)
    }
  })
})
