import type { presentNoticePage } from '../../../server/reading/site/presenters/noticePage'
import { foldedItem, presentItem } from '@shared/presentation/presentItem'
import type { PresentedNotice } from '@server/disclosure/publications'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import type { CatalogueItemRow } from '@server/catalogues/catalogue/models/catalogueItems'
import type { OrgRow } from '@server/people/orgs/models/orgs'
import type { PublicationRow } from '@server/disclosure/publications/models/publications'

/** Stored rows as presenters get them; each caller says what matters to it. */

export const NOW = new Date('2026-06-15T04:00:00Z')

const org = (
  row: Pick<OrgRow, '_id' | 'name' | 'kind' | 'parentCode' | 'path'> & Partial<OrgRow>,
): OrgRow => ({
  supervisorName: null,
  contacts: [],
  order: 1,
  ...row,
})
export const AREA = org({ _id: 'XQ', name: '新区', kind: 'new-area', parentCode: null, path: ['XQ'] })
export const STREET = org({
  _id: 'ST1',
  name: '东街街道',
  kind: 'street',
  parentCode: 'XQ',
  path: ['XQ', 'ST1'],
  contacts: [{ name: '便民中心', jobTitle: '咨询', phone: '029-8100 0001' }],
})
export const VILLAGE = org({
  _id: 'V1',
  name: '大王庄',
  kind: 'village',
  parentCode: 'ST1',
  path: ['XQ', 'ST1', 'V1'],
  supervisorName: '村务监督委员会',
  contacts: [{ name: '王主任', jobTitle: '村委会主任', phone: '029-8100 0002' }],
})
export const SISTER = org({ ...VILLAGE, _id: 'V2', name: '小李村', path: ['XQ', 'ST1', 'V2'], contacts: [] })
export const NAMES = new Map([AREA, STREET, VILLAGE, SISTER].map(({ _id, name }) => [_id, name]))

/** How an organisation is named next to what it says. */
export const refOf = ({ _id, name, kind, parentCode }: OrgRow) => ({ code: _id, name, kind, parentCode })

export const itemRow = (more: Partial<CatalogueItemRow> = {}): CatalogueItemRow =>
  ({
    _id: 'itm_1',
    key: 'key_1',
    catalogueId: 'cat_1',
    orgCode: 'ST1',
    area: '涉农补贴',
    category: 'subsidy',
    order: 1,
    displayNo: '2',
    path: ['农业生产发展资金', '耕地地力保护'],
    elements: ['政策依据', '补贴结果'],
    basis: [{ text: '农业生产发展资金管理办法' }],
    deadline: '信息形成或者变更之日起20个工作日内',
    subjects: ['乡镇人民政府'],
    channels: [{ name: '行政村公示栏', ticked: true }],
    audience: { scope: 'public' },
    mode: 'active',
    levels: ['county', 'town'],
    uncertain: [],
    ...more,
  }) as CatalogueItemRow

export const CONTENT: NoticeContent = {
  title: '耕地地力保护补贴',
  period: '2026Q1',
  blocks: [
    {
      type: 'recipients',
      label: '补贴结果',
      rows: [
        {
          name: '张*',
          group: '一组',
          scheme: '耕地地力保护补贴',
          standard: '80元/亩',
          persons: 3,
          amountFen: 40_000,
        },
        { name: '李*', group: '二组', scheme: '耕地地力保护补贴', persons: 2, amountFen: 123_456 },
        { name: '王*', group: '二组', scheme: '耕地地力保护补贴', persons: 1, amountFen: 8_000 },
      ],
      totalPersons: 6,
      totalFen: 171_456,
    },
  ],
}

export const publicationRow = (more: Partial<PublicationRow> = {}): PublicationRow =>
  ({
    _id: 'pub_1',
    noticeId: 'ntc_1',
    edition: 1,
    orgCode: 'V1',
    category: 'subsidy',
    itemId: 'itm_1',
    itemKey: 'key_1',
    period: '2026Q1',
    regards: null,
    title: '耕地地力保护补贴',
    sentence: '2026年第一季度耕地地力保护补贴，共3户6人，合计1,714.56元。',
    content: CONTENT,
    sha256: 'a'.repeat(64),
    foldedSha256: null,
    author: '王信息',
    signOff: { by: '赵监督', body: '村务监督委员会', at: '2026-06-09T01:00:00.000Z', members: [] },
    reason: null,
    meeting: null,
    publicity: {
      startsOn: '2026-06-11',
      endsOn: '2026-06-20',
      endsAt: '2026-06-20T16:00:00.000Z',
      days: 10,
      unit: 'calendar-day',
      basis: '本地设定',
    },
    withdrawn: null,
    publishedAt: new Date('2026-06-10T01:00:00Z'),
    live: true,
    grams: [],
    ...more,
  }) as unknown as PublicationRow

/** The notice as its page reads it, with its frozen record. */
export const presentedNotice = (publication = publicationRow()): PresentedNotice => {
  const item = itemRow()
  const canonical = presentItem(item, publication.content).canonical
  const folded = foldedItem(item, publication.content)?.canonical ?? null
  return {
    publication,
    item,
    record: { _id: publication._id, orgCode: publication.orgCode, canonical, folded },
  }
}

/** Its summary on the pages that list notices. */
export const SUMMARY = {
  id: 'ntc_1',
  orgCode: 'V1',
  orgName: '大王庄',
  category: 'subsidy',
  itemId: 'itm_1',
  title: '耕地地力保护补贴',
  sentence: '2026年第一季度耕地地力保护补贴，共3户6人，合计1,714.56元。',
  period: '2026Q1',
  periodLabel: '2026年第一季度',
  edition: 1,
  publishedAt: '2026-06-10T01:00:00.000Z',
  regardsName: null,
}

/** All that a notice's page is made of. */
export const noticeInput = (publication = publicationRow()): Parameters<typeof presentNoticePage>[0] => ({
  published: presentedNotice(publication),
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
})
