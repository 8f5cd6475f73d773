import { presentSearch } from '../../../server/presenters/search'
import { presentAlongside } from '../../../server/presenters/alongside'
import { presentCatalogue, presentCatalogueVersion } from '../../../server/presenters/catalogue'
import { presentChannels, showsFiles } from '../../../server/presenters/channels'
import { presentColumn, presentColumnIndex } from '../../../server/presenters/column'
import { addressesUnder } from '../../../server/presenters/columnExport/addresses'
import { presentFeed } from '../../../server/presenters/feed'
import { presentDownload, presentPicture, publicNameOf } from '../../../server/presenters/files'
import { presentHome } from '../../../server/presenters/home'
import { presentCatalogueItem, presentItemPage, presentItemRef } from '../../../server/presenters/item'
import { presentNoticePage } from '../../../server/presenters/noticePage'
import { presentSummary } from '../../../server/presenters/noticeSummary'
import { presentOrgPage } from '../../../server/presenters/org'
import {
  AREA,
  CONTENT,
  NAMES,
  NOW,
  SISTER,
  STREET,
  SUMMARY,
  VILLAGE,
  itemRow,
  publicationRow,
  refOf,
} from '../../support/presenters/rows'

/** What the public reads: nothing leaves the server that does not stand here. */

const OVER = new Date('2026-06-20T16:00:00.000Z')
const JUST_BEFORE = new Date('2026-06-20T15:59:59.999Z')

describe('the summary of a notice', () => {
  test('names organisation and period as people say them', () => {
    expect(presentSummary(publicationRow(), NAMES)).toEqual(SUMMARY)
    expect(presentFeed({ rows: [publicationRow()], nextCursor: 'c' }, NAMES)).toEqual({
      items: [SUMMARY],
      nextCursor: 'c',
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
    contacts: [{ name: '王主任', duty: '村委会主任', phone: '029-8100 0002' }],
    ancestors: [refOf(AREA), refOf(STREET)],
  })
  expect(JSON.stringify(page.words)).toContain('村')
  const extra = {
    ...VILLAGE,
    contacts: [{ name: 'a', duty: 'b', phone: 'c', userId: 'usr_1' }],
  } as unknown as typeof VILLAGE
  expect(JSON.stringify(presentOrgPage(extra, []))).not.toContain('usr_1')
})

test('home: categories with their newest, the recent notices, whom to call', () => {
  const rows = {
    categories: [
      { code: 'subsidy', name: '涉农补贴', newest: publicationRow(), countThisQuarter: 2 },
      { code: 'care', name: '养老', newest: null, countThisQuarter: 0 },
    ],
    recent: [publicationRow(), publicationRow({ publishedAt: new Date('2026-06-01T00:00:00Z') })],
    names: NAMES,
  }
  const home = presentHome({ org: VILLAGE, ancestors: [STREET], street: STREET, rows, now: NOW })
  expect(home).toEqual({
    org: presentOrgPage(VILLAGE, [STREET]),
    street: refOf(STREET),
    newestAt: '2026-06-10T01:00:00.000Z',
    categories: [
      {
        code: 'subsidy',
        name: '涉农补贴',
        newest: { id: 'ntc_1', title: '耕地地力保护补贴', publishedAt: '2026-06-10T01:00:00.000Z' },
        countThisQuarter: 2,
      },
      { code: 'care', name: '养老', newest: null, countThisQuarter: 0 },
    ],
    recent: [SUMMARY, { ...SUMMARY, publishedAt: '2026-06-01T00:00:00.000Z' }],
    contacts: [{ name: '王主任', duty: '村委会主任', phone: '029-8100 0002' }],
    asOf: '2026-06-15T04:00:00.000Z',
  })
  const empty = { ...rows, categories: [], recent: [] }
  expect(presentHome({ org: AREA, ancestors: [], street: null, rows: empty, now: NOW })).toMatchObject({
    street: null,
    newestAt: null,
    recent: [],
  })
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
      guides: [],
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
      item: itemRow({ category: null }),
      issuer: STREET,
      above: STREET,
      government: [],
      villages: [],
      guides: [],
      place: null,
    })
    expect(unasked.guide?.ask ?? []).not.toContainEqual({ name: '大王庄', phone: '029-8100 0002' })
    expect(page.presented.blocks).toHaveLength(1)
    expect(page.item.id).toBe('itm_1')
  })
})

describe('a notice’s page', () => {
  const input = (more: Partial<Parameters<typeof presentNoticePage>[0]> = {}, row = publicationRow()) => ({
    published: { publication: row, item: itemRow() },
    org: VILLAGE,
    ancestors: [AREA, STREET],
    issuerName: '东街街道',
    names: NAMES,
    editions: [],
    recorded: null,
    erasures: [],
    objections: { open: 0, answered: 0 } as never,
    order: null,
    proofs: [],
    last: null,
    now: NOW,
    ...more,
  })
  const proof = {
    _id: 'prf_1',
    channel: '行政村公示栏',
    on: '2026-06-11',
    text: '贴在村口',
    file: { name: '公示栏.jpg', sha256: 'b'.repeat(64), mime: 'image/jpeg' },
    at: NOW,
  } as never

  test('shows record, organisation, item, sign-off and period of publicity', () => {
    const page = presentNoticePage(input())
    expect(page.notice).toEqual({ ...SUMMARY, regards: null, author: '王信息' })
    expect(page.org).toEqual(presentOrgPage(VILLAGE, [AREA, STREET]))
    expect(page.item).toEqual(presentItemRef(itemRow(), '东街街道'))
    expect(page.signOff).toMatchObject({ body: '村务监督委员会' })
    expect(page.publicity).toMatchObject({ endsOn: '2026-06-20', days: 10, over: false, folded: false })
    expect(page).toMatchObject({ meeting: null, order: null, withdrawn: null, editions: [] })
    expect(page).not.toHaveProperty('ledger')
    expect(page).not.toHaveProperty('erasures')
    expect(page.share).toEqual({
      title: '大王庄｜耕地地力保护补贴（2026年6月10日）',
      path: '/pages/notice/index?id=ntc_1',
    })
    expect(JSON.stringify(page.presented)).toContain('张*')
  })

  test('folds the names from the very instant the period is over', () => {
    const before = presentNoticePage(input({ now: JUST_BEFORE }))
    const after = presentNoticePage(input({ now: OVER }))
    expect(before.publicity).toMatchObject({ over: false, folded: false })
    expect(after.publicity).toMatchObject({ over: true, folded: true })
    expect(JSON.stringify(before.presented)).toContain('张*')
    expect(JSON.stringify(after.presented)).not.toContain('张*')
    const plain = publicationRow({
      content: { ...CONTENT, blocks: [{ type: 'text', label: '说明', text: '已完成。' }] } as never,
    })
    expect(presentNoticePage(input({ now: OVER }, plain)).publicity).toMatchObject({
      over: true,
      folded: false,
    })
  })

  test('tells editions, meeting, order, ledger and erasures where there are any', () => {
    const meeting = { heldOn: '2026-06-08', decision: '同意', chair: '王', expected: 5, attended: 5 }
    const order = {
      by: 'usr',
      body: '东街街道',
      reason: '漏一户',
      mendBy: '2026-06-30',
      at: NOW.toISOString(),
    }
    const editions = [
      { edition: 2, publishedAt: NOW, reason: '漏一户', withdrawn: null },
      { edition: 1, publishedAt: NOW, reason: null, withdrawn: { by: 'x' } },
    ] as never
    const recorded = { index: 7, leaf: 'c'.repeat(64), tree: 9 } as never
    const erasures = [{ reason: '法院判决' }] as never
    const page = presentNoticePage(
      input(
        { editions, order, recorded, erasures },
        publicationRow({ meeting, regards: 'V2', orgCode: 'ST1' }),
      ),
    )
    expect(page.meeting).toEqual({ heldOn: '2026-06-08', decision: '同意' })
    expect(page.order).toEqual(order)
    expect(page.ledger).toEqual({ index: 7, leaf: 'c'.repeat(64) })
    expect(page.erasures).toEqual([{ reason: '法院判决' }])
    expect(page.editions).toEqual([
      { edition: 2, publishedAt: NOW.toISOString(), reason: '漏一户', withdrawn: false },
      { edition: 1, publishedAt: NOW.toISOString(), reason: null, withdrawn: true },
    ])
    expect(page.share.title).toBe('大王庄·小李村｜耕地地力保护补贴（2026年6月10日）')
    expect(page.notice.regards).toBe('V2')
  })

  test('explains against the period before, and links to it', () => {
    const last = publicationRow({
      noticeId: 'ntc_0',
      period: '2025Q4',
      content: { ...CONTENT, period: '2025Q4' },
    })
    const page = presentNoticePage(input({ last }))
    expect(page.explained?.last).toEqual({ id: 'ntc_0', periodLabel: '2025年第四季度' })
    expect(page.explained?.sentences.length).toBeGreaterThan(0)
    const alone = presentNoticePage(input())
    expect(alone.explained?.last ?? null).toBeNull()
    const tombstone = publicationRow({ withdrawn: { by: 'x', at: 'y', reason: 'z', sha256: '' } })
    expect(presentNoticePage(input({ last }, tombstone))).not.toHaveProperty('explained')
    const text = publicationRow({
      content: { ...CONTENT, blocks: [{ type: 'text', label: '说明', text: '已完成。' }] } as never,
    })
    expect(presentNoticePage(input({}, text))).not.toHaveProperty('explained')
  })

  test('shows where it was posted besides, with the picture while names may be seen', () => {
    const props = { published: input().published, org: VILLAGE, proofs: [proof], now: NOW }
    const [channel] = presentChannels(props)
    expect(channel).toMatchObject({ name: '行政村公示栏' })
    expect(channel?.proofs).toEqual([
      {
        id: 'prf_1',
        on: '2026-06-11',
        text: '贴在村口',
        file: { name: '公示栏.jpg', sha256: 'b'.repeat(64), picture: true },
        body: '大王庄',
        at: NOW.toISOString(),
      },
    ])
    const other = { ...(proof as object), channel: '微信群', file: null } as never
    expect(presentChannels({ ...props, proofs: [other] })[0]?.proofs).toEqual([])
    expect(presentChannels({ ...props, now: OVER })[0]?.proofs[0]?.file).toBeNull()
    expect(showsFiles(publicationRow(), JUST_BEFORE)).toBe(true)
    expect(showsFiles(publicationRow(), OVER)).toBe(false)
    const tombstone = publicationRow({ withdrawn: {} as never })
    expect(presentChannels({ ...props, published: { publication: tombstone, item: itemRow() } })).toEqual([])
    const paper = {
      ...(proof as object),
      file: { name: 'a.pdf', sha256: 'x', mime: 'application/pdf' },
    } as never
    expect(presentChannels({ ...props, proofs: [paper] })[0]?.proofs[0]?.file?.picture).toBe(false)
    expect(presentNoticePage(input({ proofs: [proof] })).channels).toEqual(presentChannels(props))
  })
})

test('对照: both sides by one presentation, both folded once either period is over', () => {
  const side = (row: ReturnType<typeof publicationRow>) => ({ publication: row, item: itemRow() })
  const base = {
    org: VILLAGE,
    ancestors: [STREET],
    street: STREET,
    issuerName: '东街街道',
    item: itemRow(),
    period: '2026Q1',
    village: side(publicationRow()),
    government: side(publicationRow({ noticeId: 'ntc_s', orgCode: 'ST1' })),
    findings: [],
  }
  const page = presentAlongside(base, NOW)
  expect(page).toMatchObject({
    org: presentOrgPage(VILLAGE, [STREET]),
    street: refOf(STREET),
    item: presentItemRef(itemRow(), '东街街道'),
    periodLabel: '2026年第一季度',
    village: { notice: SUMMARY },
    government: { notice: { ...SUMMARY, id: 'ntc_s', orgCode: 'ST1', orgName: '东街街道' } },
    findings: [],
  })
  expect(page.village?.presented).toEqual(page.government?.presented)
  expect(JSON.stringify(page.village)).toContain('张*')
  const ended = { ...publicationRow().publicity, endsAt: '2026-06-12T16:00:00.000Z' }
  const folded = presentAlongside({ ...base, government: side(publicationRow({ publicity: ended })) }, NOW)
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
    expect(to.notice('a b')).toBe('https://m.example/#/pages/notice/index?id=a%20b')
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

describe('a search says why', () => {
  const items = new Map([
    ['itm_1', { _id: 'itm_1', area: '涉农补贴', path: ['农业生产发展资金', '耕地地力保护'] }],
  ])
  const why = (q: string, more: object = {}, row = publicationRow()) =>
    presentSearch({ rows: [row], items, names: NAMES, nextCursor: null }, { q, ...more }).items[0]?.why

  test('the first place where the word stands: title, then sentence, item and area', () => {
    expect(why('耕地')).toBe('标题有“耕地”')
    expect(why('3户')).toBe('摘要有“3户”')
    expect(why('农业生产')).toBe('事项有“农业生产”')
    expect(why('涉农')).toBe('领域有“涉农”')
    expect(why('耕地 涉农')).toBe('标题有“耕地”，领域有“涉农”')
  })

  test('else its initials, else with one character more, else scattered', () => {
    expect(why('gddl')).toBe('标题有“耕地地力”（拼音首字母 gddl）')
    expect(why('耕地力')).toBe('标题有“耕地地力”（比“耕地力”多一个字）')
    expect(why('补耕')).toBe('分散含有“补耕”各字')
    expect(why('生产', {}, publicationRow({ itemId: 'gone' }))).toBe('分散含有“生产”各字')
  })

  test('the amount that lies within the bounds, ends included', () => {
    expect(why('', { minFen: 171_456 })).toBe('摘要有金额 1,714.56元')
    expect(why('', { maxFen: 171_456 })).toBe('摘要有金额 1,714.56元')
    expect(why('', { minFen: 171_457 })).toBe('')
    expect(why('', { maxFen: 171_455 })).toBe('')
    expect(why('耕地', { minFen: 1, maxFen: 200_000 })).toBe('标题有“耕地”，摘要有金额 1,714.56元')
    expect(why('耕地')).not.toContain('金额')
  })

  test('the summary stands with it, and the way to more', () => {
    const page = presentSearch(
      { rows: [publicationRow()], items, names: NAMES, nextCursor: 'c' },
      { q: '耕地' },
    )
    expect(page).toEqual({ items: [{ ...SUMMARY, why: '标题有“耕地”' }], nextCursor: 'c' })
  })
})

describe('files', () => {
  const sha256 = 'd'.repeat(64)
  const withFile = publicationRow({
    content: {
      ...CONTENT,
      blocks: [
        {
          type: 'attachments',
          label: '附件',
          files: [{ name: '名单.pdf', sha256, mime: 'application/pdf', bytes: 9 }],
        },
      ],
    } as never,
  })

  test('are public by the name under which a shown edition has them', () => {
    expect(publicNameOf(withFile, sha256, NOW)).toBe('名单.pdf')
    expect(publicNameOf(withFile, 'e'.repeat(64), NOW)).toBeNull()
  })

  test('go out with type and length; a picture as JPEG by the same name', () => {
    const content = (async function* () {})()
    expect(presentDownload({ mime: 'a/b', bytes: 3, sha256, _id: 'x' } as never, 'n', content)).toEqual({
      name: 'n',
      mime: 'a/b',
      bytes: 3,
      sha256,
      content,
    })
    const picture = Buffer.from('abc')
    expect(presentPicture('公示.栏.png', picture)).toEqual({
      name: '公示.栏.jpg',
      mime: 'image/jpeg',
      bytes: 3,
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      content: [picture],
    })
  })
})
