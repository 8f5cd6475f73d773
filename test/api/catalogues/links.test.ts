import type { ErrorBody } from '../../../shared/contract/common'
import type { AlongsidePage } from '../../../shared/contract/reading/site'
import type { AlignmentOverview } from '../../../shared/contract/catalogues/alignment'
import { refreshLinksOfIssuer } from '../../../server/catalogues/villageCatalogue/commands/refreshLinks'
import { inTransaction } from '../../../server/platform/store/transaction'
import { type TestServer, startTestServer } from '../../support/api/testServer'
import { confirmSame, listStoryOf } from '../../support/api/villageCatalogues'
import { ITEMS, buildWorld, clearNotices, financeContent, storyOf, tokenOf } from '../../support/api/world'
import { type ItemLinkRow, ItemLinks } from '@server/catalogues/villageCatalogue/models/itemLinks'
import { Catalogues } from '@server/catalogues/catalogue/models/catalogues'
import { CatalogueItems } from '@server/catalogues/catalogue/models/catalogueItems'
import { Discrepancies } from '@server/disclosure/discrepancies/models/discrepancies'

let server: TestServer
let story: ReturnType<typeof listStoryOf>

beforeAll(async () => {
  server = await startTestServer('links')
  await buildWorld(server.db)
  story = listStoryOf(server)
})
beforeEach(() => clearNotices(server.db))
afterAll(() => server.close())

const decide = (decisions: object[]) =>
  server.ask<ErrorBody>('POST', '/orgs/ST1/links', {
    token: tokenOf(server, 'clerk'),
    body: { village: 'V1', decisions },
  })

test('the page ranks street items for the village’s own lines, with likeness in words, and remembers decisions', async () => {
  const [grain, rules] = await story.listInForce('粮食直补发放', '村规民约')
  const page = await story.alignment()
  expect(page).toMatchObject({ hasCatalogue: true, adopted: 1, mayDecide: true })
  const line = page.items.find(({ key }) => key === grain)!
  expect(line.suggestions[0]).toMatchObject({
    itemKey: ITEMS.subsidy.key,
    word: '很像',
    relation: 'successor',
  })
  expect(line.suggestions[0]!.reasons[0]).toContain('旧称与新称')
  expect(page.items.find(({ key }) => key === rules)).toMatchObject({ villageOnly: true, open: true })

  const decided = await story.decide([
    confirmSame(grain!, ITEMS.subsidy.key),
    { villageKey: rules!, itemKey: null, decision: 'confirm', relation: 'village-only', seen: 0 },
  ])
  expect(decided.items.every(({ open }) => !open)).toBe(true)
  const { body } = await server.ask<AlignmentOverview>('GET', '/orgs/ST1/alignment/villages', {
    token: tokenOf(server, 'clerk'),
  })
  expect(body.villages[0]).toMatchObject({ hasCatalogue: true, adopted: 1, own: 2, open: 0, stale: 0 })
  expect(body.villages[1]).toMatchObject({ hasCatalogue: false, own: 0 })
})

/** Decisions of other villages about items of these names: the street's item, null for the village's own. */
async function decidedElsewhere(...decisions: [village: string, name: string, itemKey: string | null][]) {
  const rows = decisions.map(([villageCode, name, itemKey], index): ItemLinkRow => ({
    _id: `lnk_elsewhere_${index}`,
    villageCode,
    villageKey: `own_${index}`,
    issuerCode: 'ST1',
    itemKey: itemKey ?? '',
    relation: itemKey === null ? 'village-only' : 'same',
    state: 'confirmed',
    score: 1,
    reasons: [],
    villagePath: [name],
    itemPath: [],
    successorKey: null,
    decidedBy: 'usr_clerk',
    decidedByName: '王*',
    decidedAt: new Date(),
    version: 1,
  }))
  await server.db.of(ItemLinks).create(rows)
}

test('what other villages decided of a name is proposed first and said; what is taken or refused here is not', async () => {
  const [odd, own, other] = await story.listInForce('种粮钱', '村里的戏', '收支账')
  await decidedElsewhere(
    ['V2', '种粮钱', ITEMS.subsidy.key],
    ['V3', '种粮 钱', ITEMS.subsidy.key],
    ['V2', '村里的戏', null],
    ['V2', '收支账', ITEMS.finance.key],
  )
  const lineOf = async (key: string) => (await story.alignment()).items.find(line => line.key === key)!
  const { suggestions, ...line } = await lineOf(odd!)
  expect(line).toMatchObject({ memory: '2 个村都这样定', villageOnly: false })
  expect(suggestions[0]).toMatchObject({ itemKey: ITEMS.subsidy.key, relation: 'same', word: '很像' })
  expect(suggestions[0]!.reasons[0]).toBe('2 个村都这样定')
  expect(await lineOf(own!)).toMatchObject({ memory: '1 个村都这样定', villageOnly: true })
  // The village has taken over 财务收支 itself.
  expect(await lineOf(other!)).toMatchObject({ memory: null })
  await story.decide([confirmSame(odd!, ITEMS.subsidy.key, { decision: 'reject' })])
  const refused = await lineOf(odd!)
  expect(refused.memory).toBeNull()
  expect(refused.suggestions.map(({ itemKey }) => itemKey)).not.toContain(ITEMS.subsidy.key)
})

test('a rejected suggestion does not come back', async () => {
  const [grain] = await story.listInForce('粮食直补发放')
  const page = await story.decide([confirmSame(grain!, ITEMS.subsidy.key, { decision: 'reject' })])
  expect(page.items[0]!.suggestions.map(({ itemKey }) => itemKey)).not.toContain(ITEMS.subsidy.key)
  expect(page.items[0]).toMatchObject({ open: true, links: [{ state: 'rejected' }] })
})

test('contradictions are refused with all reasons, and nothing of the page is stored', async () => {
  const [a, b] = await story.listInForce('粮食直补发放', '耕地补贴')
  const { status, body } = await decide([
    confirmSame(a!, ITEMS.subsidy.key),
    confirmSame(b!, ITEMS.subsidy.key),
    { villageKey: b!, itemKey: null, decision: 'confirm', relation: 'village-only', seen: 0 },
    confirmSame(a!, ITEMS.finance.key),
  ])
  expect([status, body.error.code]).toEqual([422, 'links-contradict'])
  expect(new Set(body.error.details.map(({ code }) => code))).toEqual(
    new Set(['own-and-linked', 'two-same-items', 'two-same-lines', 'adopted-already']),
  )
  expect(await server.db.of(ItemLinks).countDocuments()).toBe(0)
})

test('what is in force nowhere cannot be linked; each is named', async () => {
  const [a] = await story.listInForce('粮食直补发放')
  const { status, body } = await decide([
    confirmSame('nowhere', ITEMS.subsidy.key),
    confirmSame(a!, ITEMS.old.key),
    confirmSame(a!, ITEMS.subsidy.key, { relation: 'village-only' }),
  ])
  expect([status, body.error.code]).toEqual([422, 'links-refused'])
  expect(body.error.details.map(({ code }) => code)).toEqual([
    'line-not-in-force',
    'item-not-in-force',
    'relation-mismatch',
  ])
})

test('who looked at an older state is told so', async () => {
  const [a] = await story.listInForce('粮食直补发放')
  await story.decide([confirmSame(a!, ITEMS.subsidy.key)])
  const { status, body } = await decide([confirmSame(a!, ITEMS.subsidy.key, { decision: 'reject' })])
  expect([status, body.error.code]).toEqual([409, 'link-changed'])
})

test('two clerks who contradict each other at the same moment: one of them is refused', async () => {
  const [a, b] = await story.listInForce('粮食直补发放', '耕地补贴')
  const answers = await Promise.all([
    decide([confirmSame(a!, ITEMS.subsidy.key)]),
    decide([confirmSame(b!, ITEMS.subsidy.key)]),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
})

test('a link goes stale when the street’s item is no longer in force, names the successor, and revives with it', async () => {
  const [a] = await story.listInForce('粮食直补发放')
  await story.decide([confirmSame(a!, ITEMS.subsidy.key)])
  const { db, clock } = server.services
  const refresh = () => inTransaction({ db, clock }, tx => refreshLinksOfIssuer(tx, { org: { _id: 'ST1' } }))
  const successor = {
    ...ITEMS.subsidy,
    _id: 'itm_successor000001',
    key: 'key-successor',
    catalogueId: 'cat_successor0001',
    path: ['涉农补贴', '耕地地力补贴发放'],
  }
  const now = {
    _id: 'cat_successor0001',
    orgCode: 'ST1',
    area: '涉农补贴',
    title: '新目录',
    version: 1,
    active: true,
  }
  const dates = { effectiveFrom: '2026-11-20', effectiveTo: null, itemCount: 1, createdAt: new Date() }
  const source = { file: 'n.csv', sha256: '1'.repeat(64), url: null, issuer: null }
  await db.of(Catalogues).create([{ ...now, ...dates, source }])
  await db.of(CatalogueItems).create([successor])
  await db.of(Catalogues).updateOne({ _id: 'cat_village000001' }, { active: false })
  try {
    await refresh()
    const stale = (await story.alignment()).items.find(({ key }) => key === a)!
    expect(stale).toMatchObject({
      open: true,
      links: [
        { state: 'stale', itemId: null, path: ITEMS.subsidy.path, successor: { itemKey: 'key-successor' } },
      ],
    })
    await db.of(Catalogues).updateOne({ _id: 'cat_village000001' }, { active: true })
    await refresh()
    const revived = (await story.alignment()).items.find(({ key }) => key === a)!
    expect(revived).toMatchObject({ open: false, links: [{ state: 'confirmed' }] })
  } finally {
    await db
      .of(Catalogues)
      .collection.updateOne({ _id: 'cat_village000001' as never }, { $set: { active: true } })
    await db.of(Catalogues).collection.deleteOne({ _id: 'cat_successor0001' as never })
    await db.of(CatalogueItems).collection.deleteOne({ _id: 'itm_successor000001' as never })
  }
})

test('a link outlives new versions of the village’s list, and goes stale when its line is taken off', async () => {
  const [a] = await story.listInForce('粮食直补发放')
  await story.decide([confirmSame(a!, ITEMS.subsidy.key)])
  await story.add('印章管理')
  await story.activate()
  expect((await story.alignment()).items.find(({ key }) => key === a)).toMatchObject({ open: false })
  const { version } = await story.read()
  await story.done('editor', 'POST', '/orgs/V1/village-catalogue/remove', {
    version,
    key: a,
    reason: '并入其他事项',
  })
  await story.activate()
  expect((await story.alignment()).orphans).toMatchObject([{ villageKey: a, state: 'stale' }])
})

describe('对照', () => {
  const content = financeContent()

  test('finds the other side through what a clerk confirmed as the same', async () => {
    const [key] = await story.listInForce('村里的收支账')
    const inForce = await server.db.of(CatalogueItems).findOne({ orgCode: 'V1', key }).lean()
    // The world's street item 财务收支 is adopted too: the link goes to 耕地地力保护补贴, for the finding of sides alone.
    await story.decide([confirmSame(key!, ITEMS.subsidy.key)])
    await server.db
      .of(CatalogueItems)
      .collection.updateOne({ _id: inForce!._id as never }, { $set: { category: 'village-finance' } })
    const people = storyOf(server)
    const draft = await people.create('editor', { itemId: inForce!._id, content })
    const village = await people.publish(
      'head',
      await people.agree('supervisor', await people.submit('editor', draft)),
    )
    const alongside = async () =>
      (await server.ask<AlongsidePage>('GET', `/notices/${village.notice.id}/alongside`)).body
    expect((await alongside()).government).toBeNull()

    const street = await people.create('clerk', {
      orgCode: 'ST1',
      itemId: ITEMS.subsidy._id,
      regards: 'V1',
      content: SUBSIDY,
    })
    const published = await people.publish(
      'clerk',
      await people.agree('clerk-2', await people.submit('clerk', street)),
    )
    expect((await alongside()).government?.notice.id).toBe(published.notice.id)
    const reverse = await server.ask<AlongsidePage>('GET', `/notices/${published.notice.id}/alongside`)
    expect(reverse.body.village?.notice.id).toBe(village.notice.id)
    expect(reverse.body.discrepancies.map(({ label, state }) => [label, state])).toEqual([
      ['本期有没有发生', 'open'],
    ])
    await story.decide([confirmSame(key!, ITEMS.subsidy.key, { decision: 'reject', seen: 1 })])
    expect((await alongside()).discrepancies).toEqual([])
    expect(await server.db.of(Discrepancies).distinct('state', { orgCode: 'V1' })).toEqual(['void'])
  })
})

const SUBSIDY = {
  title: '耕地地力保护补贴',
  period: '2026-10',
  blocks: [
    {
      type: 'facts' as const,
      label: '公开内容',
      entries: ['政策依据', '补贴结果', '监督渠道', '补贴标准', '监督电话'].map(label => ({
        label,
        value: '见公告栏',
      })),
    },
    { type: 'nothing' as const },
  ],
}
