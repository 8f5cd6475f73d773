import { addDays } from '@server/domain/deadline'
import { type SeedRows, seedRows } from '@server/demo/seed'
import { VOUCHERS } from '@server/demo/seed/rows/vouchers'
import { SEED_STREETS } from '@server/demo/seed/orgs'
import { recipientTotals, statementTotals } from '@shared/content/statement'
import type { ContentBlock } from '@shared/contract/disclosure/notice'
import { presentStandard } from '@shared/presentation/standard'
import { LONG } from '../../../support/figures'

/** Twenty-four days over two years, a month and five days apart: every part of the year and of the week. */
const FIRST = '2026-12-26'
const STEP = 31
const ALL = Array.from({ length: 24 }, (_, nth) => addDays(FIRST, nth * STEP))
/** A share of the days; each falls into another month and on another day of the week. */
const SHARE = 6
const DAYS = LONG ? ALL : ALL.filter((_, nth) => nth % SHARE === 0)

const AREA_CODE = /^029-\d{4} \d{4}$/
const OTHER_PLACES =
  /(?<!陕西)省(?!级|定|市|份)|自治区|北京|天津|上海|重庆|山东|浙江|云南|四川|吉林|广东|山西|江西|黑龙江/
const ADDRESS = /https?:|www\.|\.(?:com|cn|net|org)|公开网页/
/** What a row of the national layout may leave open: a village's own list has no column for elements. */
const MAY_BE_OPEN = ['elements']

const OWN = SEED_STREETS[0]!.villages[0]!.code

function sumsOf(block: ContentBlock): [said: unknown, computed: unknown] {
  switch (block.type) {
    case 'money':
      return [block.closingFen, statementTotals(block).computedClosingFen]
    case 'recipients': {
      const { persons, fen } = recipientTotals(block)
      return [
        [block.totalPersons, block.totalFen],
        [persons, fen],
      ]
    }
    default:
      return [null, null]
  }
}

describe.each(DAYS)('the demonstration as of %s', day => {
  let rows: SeedRows
  const now = new Date(`${day}T02:00:00Z`)
  beforeAll(() => {
    rows = seedRows(now)
  })
  const live = () => rows.notices.flatMap(({ publication }) => publication ?? []).filter(row => row.live)

  it('has a list with names in its period, also in the first village', () => {
    const running = live().filter(
      ({ publicity, content }) =>
        Date.parse(publicity.endsAt) > now.getTime() &&
        content.blocks.some(
          block => block.type === 'recipients' && block.rows.some(({ name }) => name.includes('*')),
        ),
    )
    expect(running.map(({ orgCode }) => orgCode)).toContain(OWN)
    const periodJobs = rows.notices.filter(({ job }) => job !== null).map(({ notice }) => notice._id)
    expect(periodJobs).toEqual(expect.arrayContaining(running.map(({ noticeId }) => noticeId)))
  })

  it('has an objection that waits for its answer in time, and one whose answer is late', () => {
    const open = rows.asked.objections.filter(({ state }) => state === 'open')
    expect(open.some(({ dueAt }) => dueAt! > now)).toBe(true)
    expect(open.some(({ dueAt }) => dueAt! <= now)).toBe(true)
  })

  it('has a difference between the village and the street that nobody has answered', () => {
    const own = rows.compared.discrepancies.filter(({ state }) => state === 'open')
    expect(own.length).toBeGreaterThan(0)
  })

  it('has a running case with its amount, its payee and the days of its steps', () => {
    const running = rows.matters.cases.filter(({ status, amountFen }) => status === 'running' && amountFen)
    expect(running.length).toBeGreaterThan(0)
    for (const { state } of running) expect(state.visits.some(({ finished }) => finished?.on)).toBe(true)
    expect(running.some(({ payee }) => payee !== null)).toBe(true)
  })

  it('has true sums in every table, and on every voucher the amount of its line', () => {
    const blocks = live().flatMap(({ content }) => content.blocks)
    for (const block of blocks) {
      const [said, computed] = sumsOf(block)
      expect(said).toEqual(computed)
    }
    const shown = blocks
      .flatMap(block => (block.type === 'money' ? block.lines : []))
      .filter(line => line.images !== undefined)
    expect(shown.map(({ item, amountFen, images }) => ({ item, amountFen, image: images![0] }))).toEqual(
      expect.arrayContaining([...VOUCHERS.receipts]),
    )
    expect(shown).toHaveLength(VOUCHERS.receipts.length)
  })

  it('leaves nothing open in its catalogues, names no other province and no address as a ground', () => {
    const catalogues = [...rows.catalogues, ...rows.kept.catalogues]
    for (const { catalogue, items } of catalogues) {
      expect(catalogue.source).toMatchObject({ url: null })
      for (const item of items) {
        const open = presentStandard(item).rows.filter(
          ({ id, value }) => value.includes('目录未') && !MAY_BE_OPEN.includes(id),
        )
        expect([item.path, rows.catalogues.some(one => one.catalogue === catalogue) ? open : []]).toEqual([
          item.path,
          [],
        ])
        expect(JSON.stringify([item.basis, item.subjects])).not.toMatch(OTHER_PLACES)
        expect(JSON.stringify(item.basis)).not.toMatch(ADDRESS)
      }
    }
    expect(JSON.stringify([rows.powers, live().map(({ publicity }) => publicity.basis)])).not.toMatch(
      new RegExp(`${OTHER_PLACES.source}|${ADDRESS.source}`),
    )
  })

  it('has telephone numbers of one area code', () => {
    const phones = rows.orgs.flatMap(({ contacts }) => contacts.map(({ phone }) => phone))
    expect(phones.length).toBeGreaterThan(30)
    for (const phone of phones) expect(phone).toMatch(AREA_CODE)
  })
})
