import { CATEGORIES } from '../../../../shared/facts/disclosure/categories'
import { scanNoticeContent } from '../../../../server/domain/privacy'
import { chinaDate, previousPeriod, recentPeriods } from '../../../../shared/common/period'
import { statementTotals } from '../../../../shared/content/statement'
import { CatalogueItem } from '../../../../shared/contract/catalogues/catalogue'
import { NoticeContent } from '../../../../shared/contract/disclosure/notice'
import { Org } from '../../../../shared/contract/people/org'
import { draftOf } from '../../../../server/disclosure/notices/requirements/draftOf'
import { type SeedRows, seedRows } from '../../../../server/demo/seed'
import { CLOCKS } from '../../../support/seed/clocks'
import { presentCatalogueItem } from '@server/catalogues/catalogue/presenters/item'
import type { PublicationRow } from '@server/disclosure/publications/models/publications'
import { submitIssues } from '@server/disclosure/notices/requirements/submit'

const seeds = new Map<string, SeedRows>(CLOCKS.map(clock => [clock, seedRows(new Date(clock))]))
const publicationsOf = (rows: SeedRows): PublicationRow[] =>
  rows.notices.flatMap(({ publication }) => publication ?? [])

describe.each(CLOCKS)('the demonstration as it stands at %s', clock => {
  const now = new Date(clock)
  const rows = seeds.get(clock)!
  const publications = publicationsOf(rows)
  const items = new Map(rows.catalogues.flatMap(one => one.items).map(item => [item._id, item]))

  it('is the same every time', () => {
    expect(JSON.stringify(seedRows(now))).toBe(JSON.stringify(rows))
  })

  it('has one area, two cities, three streets, nine villages and communities', () => {
    const kinds = rows.orgs.map(({ kind }) => kind)
    const count = (...wanted: string[]) => kinds.filter(kind => wanted.includes(kind)).length
    expect([
      count('new-area'),
      count('new-city'),
      count('street', 'town'),
      count('village', 'community'),
    ]).toEqual([1, 2, 3, 9])
    expect(count('town')).toBeGreaterThan(0)
    expect(count('community')).toBeGreaterThan(0)
    for (const { _id, order: _order, ...org } of rows.orgs) {
      expect(() => Org.parse({ code: _id, ...org })).not.toThrow()
    }
  })

  it('has at least 120 published notices, every category in every village', () => {
    expect(publications.length).toBeGreaterThanOrEqual(120)
    const villages = rows.orgs.filter(({ kind }) => kind === 'village')
    for (const { code } of CATEGORIES) {
      for (const village of villages) {
        expect(publications.some(row => row.orgCode === village._id && row.category === code)).toBe(true)
      }
    }
  })

  it('covers the last five quarters that have ended', () => {
    const wanted = recentPeriods(chinaDate(now), 'quarterly', 6).slice(2)
    const periods = new Set(publications.map(row => row.period))
    for (const quarter of wanted) expect(periods).toContain(quarter)
  })

  it('is dated in the past, in office hours', () => {
    for (const { publishedAt } of publications) {
      expect(publishedAt.getTime()).toBeLessThan(now.getTime())
      const hour = (publishedAt.getUTCHours() + 8) % 24
      expect(hour).toBeGreaterThanOrEqual(9)
      expect(hour).toBeLessThanOrEqual(17)
    }
    for (const { statuses } of rows.notices) {
      for (const status of statuses) expect(status.at.getTime()).toBeLessThan(now.getTime())
    }
  })

  it('holds items that are sound by the schema, each of its catalogue', () => {
    for (const item of items.values()) {
      expect(() => CatalogueItem.parse(presentCatalogueItem(item))).not.toThrow()
    }
    for (const { catalogue, items: own } of rows.catalogues) {
      expect(new Set(own.map(({ key }) => key)).size).toBe(own.length)
      expect(catalogue.itemCount).toBe(own.length)
    }
  })

  it('passes every check that a real notice has to pass before it is published', () => {
    for (const { orgCode, regards, itemId, itemKey, period, content, publishedAt, title } of publications) {
      const before = previousPeriod(period)
      const previous = publications.find(
        row =>
          row.orgCode === orgCode &&
          row.regards === regards &&
          row.itemKey === itemKey &&
          row.period === before,
      )
      const draft = draftOf(
        { content, item: items.get(itemId)!, previous: previous?.content ?? null },
        publishedAt,
      )
      expect({ orgCode, title, issues: submitIssues(draft) }).toEqual({ orgCode, title, issues: [] })
      expect(NoticeContent.parse(content)).toEqual(content)
    }
  })

  it('says nothing that the privacy scan would have to stop', () => {
    for (const { content, title } of publications) {
      const found = scanNoticeContent(content, { today: chinaDate(now) })
      expect({ title, found: found.filter(({ severity }) => severity === 'block') }).toEqual({
        title,
        found: [],
      })
    }
  })

  it('was signed by another person than the one who wrote or published it', () => {
    for (const { notice, statuses, publication } of rows.notices) {
      if (!publication) continue
      const by = (event: string) => statuses.find(row => row.event === event)?.by
      expect(by('agree')).toBeDefined()
      expect([by('create'), by('submit'), by('publish')]).not.toContain(by('agree'))
      expect(notice.writers).not.toContain(notice.signedBy)
      expect(publication.signOff).toEqual(statuses.find(row => row.event === 'agree')?.signOff)
    }
  })
})

describe('the demonstration at its usual clock', () => {
  const publications = publicationsOf(seeds.get(CLOCKS[0]!)!)

  it('carries balances over from month to month and never spends what is not there', () => {
    const statements = publications.filter(
      row => row.content.blocks[0]?.type === 'money' && row.regards === null,
    )
    const villages = [...new Set(statements.map(row => row.orgCode))]
    expect(villages).toHaveLength(9)
    for (const village of villages) {
      const own = statements.filter(row => row.orgCode === village)
      const money = own
        .sort((a, b) => (a.period < b.period ? -1 : 1))
        .map(row => row.content.blocks[0])
        .filter(block => block?.type === 'money')
      expect(money.length).toBeGreaterThanOrEqual(5)
      money.forEach((block, index) => {
        expect(statementTotals(block).computedClosingFen).toBe(block.closingFen)
        expect(block.closingFen).toBeGreaterThan(0)
        if (index > 0) expect(block.openingFen).toBe(money[index - 1]!.closingFen)
      })
    }
  })

  it('has villages that say: nothing happened', () => {
    expect(publications.some(row => row.content.blocks.some(block => block.type === 'nothing'))).toBe(true)
  })

  it('names nobody in full', () => {
    for (const { content } of publications) {
      for (const block of content.blocks) {
        if (block.type === 'recipients') {
          for (const row of block.rows) expect(row.name).toMatch(/^(?:.\*+|（只公开人数）)$/)
        }
        if (block.type === 'money') for (const line of block.lines) expect(line.handler).toMatch(/^.\*+$/)
      }
    }
  })

  it('has pairs with the street that agree, that differ, and that are missing on either side', () => {
    const kinds = new Set<string>()
    for (const street of publications.filter(row => row.regards)) {
      const village = publications.find(
        row =>
          row.orgCode === street.regards && row.itemKey === street.itemKey && row.period === street.period,
      )
      if (!village) kinds.add('village-missing')
      else kinds.add(village.sha256 === street.sha256 ? 'same' : 'differs')
    }
    const about = new Set(
      publications.filter(row => row.regards).map(row => `${row.regards}${row.itemKey}${row.period}`),
    )
    if (publications.some(row => !about.has(`${row.orgCode}${row.itemKey}${row.period}`))) {
      kinds.add('street-missing')
    }
    expect([...kinds].sort()).toEqual(['differs', 'same', 'street-missing', 'village-missing'])
  })
})
