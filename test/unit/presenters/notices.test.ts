import { NOTHING_NEAR } from '../../../server/reading/site/queries/near'
import { presentSearch } from '../../../server/reading/site/presenters/search'
import { presentChannels, showsFiles } from '../../../server/reading/channels/presenters/channels'
import {
  presentDownload,
  presentPicture,
  publicNameOf,
} from '../../../server/disclosure/files/presenters/files'
import { presentNoticePage } from '../../../server/reading/site/presenters/noticePage'
import { presentOrgPage } from '../../../server/people/orgs/presenters/org'
import {
  AREA,
  CONTENT,
  NAMES,
  NOW,
  STREET,
  SUMMARY,
  VILLAGE,
  itemRow,
  noticeInput,
  presentedNotice,
  publicationRow,
} from '../../support/presenters/rows'
import { presentItemRef } from '@server/catalogues/catalogue/presenters/item'

/** A notice’s page, how it is found, and its files. */

const OVER = new Date('2026-06-20T16:00:00.000Z')

const JUST_BEFORE = new Date('2026-06-20T15:59:59.999Z')

describe('a notice’s page', () => {
  const input = (more: Partial<ReturnType<typeof noticeInput>> = {}, row = publicationRow()) => ({
    ...noticeInput(row),
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
    expect([before.namesUntil, after.namesUntil]).toEqual(['2026-06-20T16:00:00.000Z', null])
    const plain = publicationRow({
      content: { ...CONTENT, blocks: [{ type: 'text', label: '说明', text: '已完成。' }] } as never,
    })
    expect(presentNoticePage(input({ now: OVER }, plain)).publicity).toMatchObject({
      over: true,
      folded: false,
    })
    expect(presentNoticePage(input({}, plain)).namesUntil).toBeNull()
  })

  test('tells editions, meeting, order, ledger and erasures where there are any', () => {
    const meeting = { heldOn: '2026-06-08', decision: '同意', chair: '王', expected: 5, attended: 5 }
    const order = {
      by: 'usr',
      body: '东街街道',
      reason: '漏一户',
      correctBy: '2026-06-30',
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
    expect(presentChannels({ ...props, published: presentedNotice(tombstone) })).toEqual([])
    const paper = {
      ...(proof as object),
      file: { name: 'a.pdf', sha256: 'x', mime: 'application/pdf' },
    } as never
    expect(presentChannels({ ...props, proofs: [paper] })[0]?.proofs[0]?.file?.picture).toBe(false)
    expect(presentNoticePage(input({ proofs: [proof] })).channels).toEqual(presentChannels(props))
  })
})

describe('a search says why', () => {
  const items = new Map([
    ['itm_1', { _id: 'itm_1', area: '涉农补贴', path: ['农业生产发展资金', '耕地地力保护'] }],
  ])
  const why = (q: string, more: object = {}, row = publicationRow()) =>
    presentSearch(
      { rows: [row], items, names: NAMES, nextCursor: null, near: NOTHING_NEAR, removed: [] },
      { q, ...more },
      null,
    ).items[0]?.why

  test('the first place where the word stands: title, then sentence, item and area', () => {
    expect(why('耕地')).toBe('标题有“耕地”')
    expect(why('3户')).toBe('内容里有“3户”')
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
    expect(why('', { minFen: 171_456 })).toBe('内容里有金额 1,714.56元')
    expect(why('', { maxFen: 171_456 })).toBe('内容里有金额 1,714.56元')
    expect(why('', { minFen: 171_457 })).toBe('')
    expect(why('', { maxFen: 171_455 })).toBe('')
    expect(why('耕地', { minFen: 1, maxFen: 200_000 })).toBe('标题有“耕地”，内容里有金额 1,714.56元')
    expect(why('耕地')).not.toContain('金额')
  })

  test('a question about the own household is said to be one', () => {
    const asked = (q: string) =>
      presentSearch({ rows: [], items, names: NAMES, nextCursor: null, near: NOTHING_NEAR, removed: [] }, { q }, null).own // prettier-ignore
    expect([asked('我家低保发了多少'), asked('我的补贴'), asked('村里路灯')]).toEqual([true, true, false])
  })

  test('the summary stands with it, and the way to more', () => {
    const page = presentSearch(
      { rows: [publicationRow()], items, names: NAMES, nextCursor: 'c', near: NOTHING_NEAR, removed: [] },
      { q: '耕地' },
      null,
    )
    expect(page).toEqual({
      items: [{ ...SUMMARY, why: '标题有“耕地”' }],
      nextCursor: 'c',
      near: [],
      others: [],
      answer: null,
      own: false,
      byRules: true,
      removed: [],
    })
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
