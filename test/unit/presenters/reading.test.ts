import { presentAlongside } from '../../../server/disclosure/discrepancies/presenters/comparison'
import {
  presentCatalogue,
  presentCatalogueVersion,
} from '../../../server/catalogues/catalogue/presenters/catalogue'
import { presentColumn, presentColumnIndex } from '../../../server/reading/channels/presenters/column'
import { addressesUnder } from '../../../server/platform/config/publicAddresses'
import { presentFeed } from '../../../server/reading/site/presenters/feed'
import { presentSummary } from '../../../server/disclosure/publications/presenters/summary'
import { presentOrgPage } from '../../../server/people/orgs/presenters/org'
import {
  AREA,
  NAMES,
  NOW,
  SISTER,
  STREET,
  SUMMARY,
  VILLAGE,
  itemRow,
  presentedNotice,
  publicationRow,
  refOf,
} from '../../support/presenters/rows'
import { presentCatalogueItem, presentItemRef } from '@server/catalogues/catalogue/presenters/item'
import { presentItemPage } from '@server/reading/site/presenters/itemPage'

/** What the public reads: nothing leaves the server that is not listed here. */

describe('the summary of a notice', () => {
  test('names organisation and period as people say them', () => {
    expect(presentSummary(publicationRow(), NAMES)).toEqual(SUMMARY)
    const figure = { label: '合计发放', text: '100.00', unit: '元' }
    const figures = new Map([[publicationRow()._id, figure]])
    expect(
      presentFeed({ rows: [publicationRow()], nextCursor: 'c', removed: [] }, { names: NAMES, figures }),
    ).toEqual({
      items: [{ ...SUMMARY, figure }],
      nextCursor: 'c',
      removed: [],
    })
  })

  test('says whom it is about, falls back to codes, and names a withdrawn one without its words', () => {
    const row = publicationRow({ regards: 'V2', title: '' })
    expect(presentSummary(row, NAMES)).toMatchObject({ regardsName: '小李村', title: '已撤回的公示' })
    expect(presentSummary(row, new Map())).toMatchObject({ orgName: 'V1', regardsName: 'V2' })
  })
})

test('an organisation shows its way up, its contacts and its words', () => {
  const page = presentOrgPage(VILLAGE, [AREA, STREET])
  expect(page).toMatchObject({
    ...refOf(VILLAGE),
    path: ['XQ', 'ST1', 'V1'],
    supervisorName: '村务监督委员会',
    contacts: [{ name: '王主任', jobTitle: '村委会主任', phone: '029-8100 0002' }],
    ancestors: [refOf(AREA), refOf(STREET)],
  })
  expect(JSON.stringify(page.words)).toContain('村')
  const extra = {
    ...VILLAGE,
    contacts: [{ name: 'a', jobTitle: 'b', phone: 'c', userId: 'usr_1' }],
  } as unknown as typeof VILLAGE
  expect(JSON.stringify(presentOrgPage(extra, []))).not.toContain('usr_1')
})

describe('a catalogue', () => {
  const catalogue = {
    _id: 'cat_1',
    orgCode: 'ST1',
    area: '涉农补贴',
    title: '涉农补贴目录',
    version: '2026',
    active: true,
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    source: { issuer: '国务院办公厅', title: '指引' },
    itemCount: 1,
    createdAt: NOW,
    updatedAt: NOW,
  } as never

  test('shows each item with the number of villages that disclose it', () => {
    const areas = [{ catalogue, items: [itemRow(), itemRow({ _id: 'itm_2', key: 'key_2' })] }]
    expect(presentCatalogue({ issuer: STREET, areas }, new Map([['key_1', 3]]))).toEqual({
      issuer: refOf(STREET),
      areas: [
        {
          area: '涉农补贴',
          catalogueId: 'cat_1',
          title: '涉农补贴目录',
          version: '2026',
          effectiveFrom: '2026-01-01',
          sourceIssuer: '国务院办公厅',
          items: [
            {
              id: 'itm_1',
              key: 'key_1',
              displayNo: '2',
              path: ['农业生产发展资金', '耕地地力保护'],
              category: 'subsidy',
              forVillages: false,
              villageCount: 3,
            },
            expect.objectContaining({ id: 'itm_2', villageCount: 0 }),
          ],
        },
      ],
    })
  })

  test('a version says what is in force since when', () => {
    expect(presentCatalogueVersion(catalogue)).toEqual({
      id: 'cat_1',
      orgCode: 'ST1',
      area: '涉农补贴',
      title: '涉农补贴目录',
      version: '2026',
      active: true,
      effectiveFrom: '2026-01-01',
      effectiveTo: null,
      source: { issuer: '国务院办公厅', title: '指引' },
      itemCount: 1,
      createdAt: '2026-06-15T04:00:00.000Z',
    })
  })
})

describe('an item', () => {
  test('keeps all columns of the catalogue, where it comes from and what is uncertain', () => {
    const row = itemRow({ uncertain: ['deadline'] as never })
    expect(presentCatalogueItem(row)).toMatchObject({
      id: 'itm_1',
      key: 'key_1',
      catalogueId: 'cat_1',
      orgCode: 'ST1',
      area: '涉农补贴',
      category: 'subsidy',
      order: 1,
      displayNo: '2',
      elements: ['政策依据', '补贴结果'],
      uncertain: ['deadline'],
      origin: null,
    })
    expect(presentCatalogueItem(itemRow({ origin: { kind: 'own' } as never })).origin).toEqual({
      kind: 'own',
    })
    expect(presentItemRef(row, '东街街道')).toEqual({
      id: 'itm_1',
      key: 'key_1',
      orgCode: 'ST1',
      orgName: '东街街道',
      area: '涉农补贴',
      path: ['农业生产发展资金', '耕地地力保护'],
    })
  })

  test('stands with what the government and each village say of it', () => {
    const page = presentItemPage({
      item: itemRow(),
      issuer: STREET,
      above: STREET,
      government: [publicationRow({ orgCode: 'ST1' })],
      villages: [
        { org: VILLAGE, newest: publicationRow() },
        { org: SISTER, newest: null },
      ],
      guide: { subject: { basis: [] }, sources: [], place: VILLAGE, above: STREET },
      place: VILLAGE,
    })
    expect(page).toMatchObject({
      issuer: refOf(STREET),
      guide: {
        ask: [
          { name: '大王庄', phone: '029-8100 0002' },
          { name: '东街街道', phone: '029-8100 0001' },
        ],
      },
      government: [{ ...SUMMARY, orgCode: 'ST1', orgName: '东街街道' }],
      villages: [
        { org: refOf(VILLAGE), newest: SUMMARY },
        { org: refOf(SISTER), newest: null },
      ],
    })
    const unasked = presentItemPage({
      item: itemRow({ category: 'general' }),
      issuer: STREET,
      above: STREET,
      government: [],
      villages: [],
      guide: null,
      place: null,
    })
    expect(unasked.guide).toBeNull()
    expect(page.presented.blocks).toHaveLength(1)
    expect(page.item.id).toBe('itm_1')
  })
})

test('对照: both sides by one presentation, both folded once either period is over', () => {
  const base = {
    org: VILLAGE,
    ancestors: [STREET],
    street: STREET,
    issuerName: '东街街道',
    item: itemRow(),
    period: '2026Q1',
    village: presentedNotice(),
    government: presentedNotice(publicationRow({ noticeId: 'ntc_s', orgCode: 'ST1' })),
    discrepancies: [],
  }
  const page = presentAlongside(base, NOW)
  expect(page).toMatchObject({
    org: presentOrgPage(VILLAGE, [STREET]),
    street: refOf(STREET),
    item: presentItemRef(itemRow(), '东街街道'),
    periodLabel: '2026年第一季度',
    village: { notice: SUMMARY },
    government: { notice: { ...SUMMARY, id: 'ntc_s', orgCode: 'ST1', orgName: '东街街道' } },
    discrepancies: [],
  })
  expect(page.village?.presented).toEqual(page.government?.presented)
  expect(JSON.stringify(page.village)).toContain('张*')
  const sooner = { ...publicationRow().publicity, endsAt: '2026-06-18T16:00:00.000Z' }
  const first = presentAlongside(
    { ...base, government: presentedNotice(publicationRow({ publicity: sooner })) },
    NOW,
  )
  expect([page.namesUntil, first.namesUntil]).toEqual(['2026-06-20T16:00:00.000Z', sooner.endsAt])
  const ended = { ...publicationRow().publicity, endsAt: '2026-06-12T16:00:00.000Z' }
  const folded = presentAlongside(
    { ...base, government: presentedNotice(publicationRow({ publicity: ended })) },
    NOW,
  )
  expect(JSON.stringify([folded.village, folded.government])).not.toContain('张*')
  const alone = presentAlongside({ ...base, government: null }, NOW)
  expect(alone.government).toBeNull()
  expect(alone.comparison).not.toEqual(page.comparison)
  expect(alone.standard.blocks).toHaveLength(1)
})

describe('a column', () => {
  const to = addressesUnder('https://m.example')
  const rows = Array.from({ length: 13 }, (_, n) =>
    publicationRow({ noticeId: `ntc_${n}`, publishedAt: new Date(Date.UTC(2026, 4, 31 - n)) }),
  )
  const missed = { period: '2026Q1', causeLabel: '2026年第一季度', dueOn: '2026-04-30' }
  const column = {
    item: itemRow(),
    issuer: STREET,
    orgs: [
      {
        org: SISTER,
        rows: [publicationRow({ publishedAt: new Date('2026-01-01T00:00:00Z') })],
        missed: null,
      },
      { org: VILLAGE, rows, missed: null },
      { org: { ...SISTER, _id: 'V3', name: '北村' }, rows: [], missed },
    ],
  } as unknown as Parameters<typeof presentColumn>[0]

  test('shows at most twelve notices of each, what is late and the newest change', () => {
    const page = presentColumn(column, to)
    expect(page).toMatchObject({
      issuer: refOf(STREET),
      item: presentItemRef(itemRow(), '东街街道'),
      deadline: '信息形成或者变更之日起20个工作日内',
      updatedAt: '2026-05-31T00:00:00.000Z',
      sentence: '3 个单位中有 2 个公开过这一项，1 个到期没有公开。',
    })
    expect(page.orgs.map(({ org, notices, stale }) => [org.code, notices.length, stale])).toEqual([
      ['V2', 1, null],
      ['V1', 12, null],
      [
        'V3',
        0,
        {
          period: '2026Q1',
          periodLabel: '2026年第一季度',
          dueOn: '2026-04-30',
          message: '2026年第一季度的内容应在2026年4月30日前公开，还没有公开。',
        },
      ],
    ])
    expect(page.orgs[1]?.notices[0]?.id).toBe('ntc_0')
    const base = 'https://m.example/api/v1/orgs/ST1/columns/key_1/export?format='
    expect(page.addresses).toEqual({ html: `${base}html`, json: `${base}json`, rss: `${base}rss` })
  })

  test('nothing is late without a period and a due day; nothing is newest where nothing is', () => {
    const [first] = column.orgs
    const vague = [{ ...missed, period: null }, { ...missed, dueOn: null }, null]
    for (const one of vague) {
      const page = presentColumn({ ...column, orgs: [{ ...first!, rows: [], missed: one as never }] }, to)
      expect(page).toMatchObject({ updatedAt: null, sentence: '1 个单位中有 0 个公开过这一项。' })
      expect(page.orgs[0]?.stale).toBeNull()
    }
  })

  test('the index names who is late', () => {
    expect(presentColumnIndex({ issuer: STREET, columns: [column] })).toEqual({
      issuer: refOf(STREET),
      columns: [
        {
          key: 'key_1',
          itemId: 'itm_1',
          area: '涉农补贴',
          path: ['农业生产发展资金', '耕地地力保护'],
          updatedAt: '2026-05-31T00:00:00.000Z',
          disclosing: 2,
          stale: ['北村'],
        },
      ],
    })
  })

  test('addresses stay, whatever stands in a name', () => {
    expect(to.notice('a b')).toBe('https://m.example/n/2290184')
    expect(to.column('V 1', 'k/1')).toBe(
      'https://m.example/#/packages/column/pages/one/index?org=V%201&key=k%2F1',
    )
    expect(to.export('V 1', 'k/1', 'rss')).toBe(
      'https://m.example/api/v1/orgs/V%201/columns/k%2F1/export?format=rss',
    )
    expect(to.power('V&1', 'XM 1')).toBe(
      'https://m.example/#/packages/power/pages/item/index?org=V%261&code=XM%201',
    )
    expect(to.powers('V&1')).toBe('https://m.example/#/packages/power/pages/list/index?org=V%261')
    expect(to.finance('V&1', 2026)).toBe(
      'https://m.example/#/packages/finance/pages/year/index?org=V%261&year=2026',
    )
  })
})
