import { foldContent, hasNames } from '@shared/presentation/fold'
import type { ErrorBody } from '../../../shared/contract/common'
import { FinanceYear } from '../../../shared/contract/reading/financeYear'
import { PayoutPage } from '../../../shared/contract/reading/payout'
import { AlongsidePage, NoticePage } from '../../../shared/contract/reading/site'
import { presentItem } from '../../../shared/presentation/presentItem'
import type { TestServer } from '../../support/api/testServer'
import { STREET, VILLAGE, startSeededServer } from '../../support/reading/seededServer'
import { PresentedRecords } from '@server/disclosure/publications/models/presentedRecords'
import { Publications, type PublicationRow } from '@server/disclosure/publications/models/publications'
import { CatalogueItems } from '@server/catalogues/catalogue/models/catalogueItems'
import { Notices } from '@server/disclosure/notices/models/notices'

let server: TestServer
let publications: PublicationRow[]

beforeAll(async () => {
  server = await startSeededServer('notices')
  publications = await server.db.of(Publications).find({ live: true }).lean()
})
afterAll(() => server.close())

const pageOf = async (id: string) => {
  const { status, body } = await server.ask<NoticePage>('GET', `/notices/${id}`)
  expect(status).toBe(200)
  return NoticePage.parse(body)
}
const alongsideOf = async (id: string) => {
  const { status, body } = await server.ask<AlongsidePage>('GET', `/notices/${id}/alongside`)
  expect(status).toBe(200)
  return AlongsidePage.parse(body)
}

/** Pairs of a village's and the street's publication of the same item and period. */
const pairs = (same: boolean) =>
  publications.flatMap(street => {
    const village = publications.find(
      row => row.orgCode === street.regards && row.itemKey === street.itemKey && row.period === street.period,
    )
    return village && (village.sha256 === street.sha256) === same ? [{ street, village }] : []
  })

describe('GET /notices/:id', () => {
  test('tells who wrote, who signed, which item, and shows the one presentation', async () => {
    const row = publications.find(({ orgCode }) => orgCode === VILLAGE)!
    const page = await pageOf(row.noticeId)
    const item = await server.db.of(CatalogueItems).findById(row.itemId).lean()
    const over = new Date(row.publicity.endsAt) <= server.services.clock.now()
    const content = over ? foldContent(row.content) : row.content
    expect(page.publicity.over).toBe(over)
    expect(page.publicity.folded).toBe(over && hasNames(row.content))
    expect(page.presented.sha256).toBe(presentItem(item!, content).sha256)
    if (!over) expect(page.presented.sha256).toBe(row.sha256)
    expect(page.signOff).toEqual(row.signOff)
    expect(page.notice.author).not.toBe(page.signOff?.name)
    expect(page.item.orgName).toBe('柳溪街道')
    expect(page.editions).toEqual([
      { edition: 1, publishedAt: row.publishedAt.toISOString(), reason: null, withdrawn: false },
    ])
    expect(page.share.title).toContain('柳湾村')
    expect(page.share.path).toContain(row.noticeId)
  })

  test('a corrected notice shows its newest edition and names the earlier ones', async () => {
    const old = publications.find(({ orgCode }) => orgCode === 'XQ-NY-SB-V01')!
    await server.db.of(Publications).updateOne({ _id: old._id }, { live: false })
    const later = new Date(old.publishedAt.getTime() + 3_600_000)
    await server.db.of(Publications).create([
      {
        ...old,
        _id: 'pub_corrected000001',
        edition: 2,
        title: '更正后的标题',
        reason: '漏了一行',
        publishedAt: later,
      },
    ])
    const record = await server.db.of(PresentedRecords).findById(old._id).lean()
    await server.db.of(PresentedRecords).create([{ ...record!, _id: 'pub_corrected000001' }])
    const page = await pageOf(old.noticeId)
    expect(page.notice.title).toBe('更正后的标题')
    expect(page.editions.map(({ edition, reason }) => [edition, reason])).toEqual([
      [2, '漏了一行'],
      [1, null],
    ])
  })

  test('a draft is nobody’s to read', async () => {
    const draft = await server.db.of(Notices).findOne({ state: 'draft' }).lean()
    for (const path of [`/notices/${draft!._id}`, `/notices/${draft!._id}/alongside`]) {
      const { status, body } = await server.ask<ErrorBody>('GET', path)
      expect([status, body.error.code]).toEqual([404, 'notice-not-found'])
    }
  })

  test.each([
    ['/notices/ntc_nobodyknows', 404, 'notice-not-found'],
    ['/notices/ntc_nobodyknows/alongside', 404, 'notice-not-found'],
    ['/notices/..%2Fetc', 400, 'invalid-request'],
    ['/notices/ntc_nobodyknows?edition=1', 404, 'notice-not-found'],
    ['/notices/ntc_nobodyknows?edition=0', 400, 'invalid-request'],
    ['/notices/ntc_nobodyknows?version=1', 400, 'invalid-request'],
  ])('%s is refused', async (path, status, code) => {
    const answer = await server.ask<ErrorBody>('GET', path)
    expect([answer.status, answer.body.error.code]).toEqual([status, code])
  })
})

describe('GET /notices/:id/alongside', () => {
  test('identical: the same blocks and the same hash on both sides, all fields the same', async () => {
    const found = pairs(true)
    expect(found.length).toBeGreaterThan(5)
    for (const { village, street } of found.slice(0, 12)) {
      const page = await alongsideOf(village.noticeId)
      expect(page.village?.presented).toEqual(page.government?.presented)
      expect(page.government?.notice.id).toBe(street.noticeId)
      const { differs, villageMissing, streetMissing, same } = page.comparison.counts
      expect([differs, villageMissing, streetMissing]).toEqual([0, 0, 0])
      expect(same).toBeGreaterThan(0)
      const [ours, theirs] = [await pageOf(village.noticeId), await pageOf(street.noticeId)]
      expect(JSON.stringify(theirs.presented)).toBe(JSON.stringify(ours.presented))
      expect(page.village?.presented).toEqual(ours.presented)
    }
  })

  test('differing: at least one field is told apart, and never called the same', async () => {
    const found = pairs(false)
    expect(found.length).toBeGreaterThan(5)
    for (const { village } of found.slice(0, 12)) {
      const { comparison } = await alongsideOf(village.noticeId)
      const { differs, villageMissing, streetMissing } = comparison.counts
      expect(differs + villageMissing + streetMissing).toBeGreaterThan(0)
      for (const field of comparison.fields) {
        if (field.status === 'same') expect(field.village).toBe(field.street)
      }
    }
  })

  test('missing on the street’s side', async () => {
    const alone = publications.find(
      row =>
        row.orgCode === VILLAGE &&
        !publications.some(
          other => other.regards === VILLAGE && other.itemKey === row.itemKey && other.period === row.period,
        ),
    )!
    const page = await alongsideOf(alone.noticeId)
    expect(page.government).toBeNull()
    expect(page.comparison.counts).toMatchObject({ same: 0, differs: 0 })
    const owed = '街道还没有公开这一事项，暂时无法对照。'
    const unowed = '这一项由村里公开，街道不用公开，没有可以对照的。'
    expect(page.comparison.sentence).toBe(page.owes.street ? owed : unowed)
    expect(new Set(page.comparison.fields.map(({ status }) => status))).toEqual(new Set(['alone']))
    expect(page.standard.blocks.map(({ id }) => id)).toEqual(['standard'])
  })

  test('missing on the village’s side, seen from the street’s notice', async () => {
    const alone = publications.find(
      row =>
        row.regards &&
        !publications.some(
          other =>
            other.orgCode === row.regards && other.itemKey === row.itemKey && other.period === row.period,
        ),
    )!
    const page = await alongsideOf(alone.noticeId)
    expect(page.org.code).toBe(alone.regards)
    expect(page.village).toBeNull()
    expect(page.government?.notice.id).toBe(alone.noticeId)
    expect(page.comparison.sentence).toContain('村里还没有公开')
  })

  test('from either side it is the same comparison', async () => {
    const { village, street } = pairs(false)[0]!
    const [fromVillage, fromStreet] = [
      await alongsideOf(village.noticeId),
      await alongsideOf(street.noticeId),
    ]
    expect(fromStreet).toEqual(fromVillage)
  })

  test('a disclosure about one village never stands beside another village’s', async () => {
    for (const { regards, noticeId } of publications.filter(row => row.regards && row.orgCode === STREET)) {
      const page = await alongsideOf(noticeId)
      expect(page.org.code).toBe(regards)
      if (page.village) expect(page.village.notice.orgCode).toBe(regards)
    }
  })

  test('what a street says of all its villages stands alone', async () => {
    const guide = publications.find(row => row.orgCode === STREET && row.regards === null)!
    const page = await alongsideOf(guide.noticeId)
    expect(page.org.code).toBe(STREET)
    expect([page.village, page.government?.notice.id]).toEqual([null, guide.noticeId])
  })
})

describe('GET /orgs/:code/finance', () => {
  test('the year’s accounts, each line with its notice, every balance carried over', async () => {
    const { status, body } = await server.ask<FinanceYear>('GET', `/orgs/${VILLAGE}/finance`)
    expect([status, FinanceYear.safeParse(body).success]).toEqual([200, true])
    const accounts = publications.filter(row => row.orgCode === VILLAGE && row.category === 'village-finance' && row.regards === null && row.period.startsWith(String(body.year))) // prettier-ignore
    const ids = accounts.filter(({ content }) => content.blocks.some(({ type }) => type === 'money')).map(({ noticeId }) => noticeId) // prettier-ignore
    expect(body.series.flatMap(({ notices }) => notices.map(({ id }) => id)).sort()).toEqual(ids.sort())
    expect(body.series.flatMap(({ blocks }) => blocks.map(({ id }) => id))).not.toContain('year-breaks')
    const empty = await server.ask<FinanceYear>('GET', `/orgs/${VILLAGE}/finance?year=2001`)
    expect([empty.status, empty.body.series]).toEqual([200, []])
  })
})

describe('GET /orgs/:code/payouts', () => {
  const fen = (text: string) => (text === '—' ? 0 : Math.round(Number(text.replace(/,/g, '')) * 100))

  test.each(['subsidy', 'social-assistance', 'elderly-care', 'poverty-alleviation'])(
    'a year of %s: every list of the year is in it, and what a notice shows is what it adds',
    async category => {
      const { status, body } = await server.ask<PayoutPage>(
        'GET',
        `/orgs/${VILLAGE}/payouts?category=${category}`,
      )
      expect(status).toBe(200)
      const { year, schemes, without, doubts, cut } = PayoutPage.parse(body)
      const rows = publications.filter(row => row.orgCode === VILLAGE && row.category === category && row.period.startsWith(String(year))) // prettier-ignore
      const batches = schemes.flatMap(one => one.batches)
      const gathered = new Set([...batches, ...without].map(({ noticeId }) => noticeId))
      expect([...gathered].sort()).toEqual(rows.map(({ noticeId }) => noticeId).sort())
      expect([doubts, cut]).toEqual([[], false])
      for (const row of rows) {
        const lists = row.content.blocks.flatMap(block => (block.type === 'recipients' ? [block] : []))
        const own = batches.filter(({ noticeId }) => noticeId === row.noticeId)
        expect(own.length > 0).toBe(lists.some(({ rows: listed }) => listed.length > 0))
        const hidden = own.some(({ amount }) => amount === '—')
        const added = own.reduce((sum, { amount }) => sum + fen(amount), 0)
        const stated = lists.reduce((sum, { totalFen }) => sum + totalFen, 0)
        if (hidden) expect(added).toBeLessThan(stated)
        else expect(added).toBe(stated)
      }
    },
  )

  test('a street’s page says of which village; an unknown category is refused; a sheet has the same lines', async () => {
    const { body } = await server.ask<PayoutPage>('GET', `/orgs/${STREET}/payouts?category=social-assistance`)
    const about = body.schemes.flatMap(({ batches }) => batches.map(({ aboutName }) => aboutName))
    expect(about).toContain('柳湾村')
    expect((await server.ask('GET', `/orgs/${VILLAGE}/payouts?category=other`)).status).toBe(400)
    const asked = `category=social-assistance&year=${body.year}&format=csv`
    const sheet = await fetch(`${server.url}/api/v1/orgs/${STREET}/payouts/export?${asked}`)
    const text = await sheet.text()
    for (const { batches } of body.schemes) {
      for (const { noticeId } of batches) expect(text).toContain(noticeId)
    }
  })
})
