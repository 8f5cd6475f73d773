import { presentHome } from '../../../server/reading/site/presenters/home'
import { presentOrgPage } from '../../../server/people/orgs/presenters/org'
import {
  AREA,
  NAMES,
  NOW,
  STREET,
  SUMMARY,
  VILLAGE,
  publicationRow,
  refOf,
} from '../../support/presenters/rows'

test('home: categories with their newest, the recent notices, whom to call', () => {
  const rows = {
    categories: [
      {
        code: 'subsidy',
        name: '涉农补贴',
        newest: publicationRow(),
        figure: { label: '合计发放', text: '100.00', unit: '元' },
        countThisQuarter: 2,
        overdue: {
          name: '其他',
          area: '涉农补贴',
          category: 'subsidy',
          causeKind: 'period' as const,
          causeLabel: '2026年第一季度',
          sortDate: '2026-04-20',
        },
      },
      { code: 'care', name: '养老', newest: null, figure: null, countThisQuarter: 0, overdue: null },
    ],
    others: {
      code: 'general',
      name: '其他',
      newest: publicationRow(),
      figure: null,
      countThisQuarter: 1,
      overdue: null,
    },
    removed: [],
    letter: null,
    open: [{ noticeId: 'ntc_1', title: '耕地地力保护补贴', until: '2026-06-17', objections: 1 }],
    overdue: [
      {
        name: '债权债务',
        area: '村级财务',
        category: 'village-finance',
        causeKind: 'period' as const,
        causeLabel: '2026年第一季度',
        sortDate: '2026-04-10',
      },
      {
        name: '其他',
        area: '涉农补贴',
        category: 'subsidy',
        causeKind: 'period' as const,
        causeLabel: '2026年第一季度',
        sortDate: '2026-04-20',
      },
    ],
    differing: [{ villageNoticeId: 'ntc_1', itemName: '最低生活保障：审批信息', period: '2026Q1' }],
    underWay: [
      {
        id: 'pcs_1',
        title: '路灯更换',
        itemName: '村级工程项目',
        step: 2,
        steps: 8,
        stepName: '党组织研究',
        amountFen: 800_000,
      },
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
        newest: {
          id: 'ntc_1',
          title: '耕地地力保护补贴',
          publishedAt: '2026-06-10T01:00:00.000Z',
          figure: { label: '合计发放', text: '100.00', unit: '元' },
        },
        countThisQuarter: 2,
        overdue: { name: '涉农补贴·其他', cause: '2026年第一季度', dueOn: '2026-04-20' },
      },
      { code: 'care', name: '养老', newest: null, countThisQuarter: 0, overdue: null },
    ],
    others: {
      code: 'general',
      name: '其他',
      newest: {
        id: 'ntc_1',
        title: '耕地地力保护补贴',
        publishedAt: '2026-06-10T01:00:00.000Z',
        figure: null,
      },
      countThisQuarter: 1,
      overdue: null,
    },
    removed: [],
    letter: null,
    open: [{ id: 'ntc_1', title: '耕地地力保护补贴', until: '2026-06-17', objections: 1 }],
    late: { count: 2, worst: { name: '债权债务', cause: '2026年第一季度', dueOn: '2026-04-10' } },
    differing: [{ noticeId: 'ntc_1', name: '最低生活保障：审批信息', periodLabel: '2026年第一季度' }],
    underWay: [
      { id: 'pcs_1', title: '路灯更换', step: 2, steps: 8, stepName: '党组织研究', amount: '8,000.00' },
    ],
    recent: [SUMMARY, { ...SUMMARY, publishedAt: '2026-06-01T00:00:00.000Z' }],
    contacts: [{ name: '王主任', jobTitle: '村委会主任', phone: '029-8100 0002' }],
    asOf: '2026-06-15T04:00:00.000Z',
  })
  const empty = { ...rows, categories: [], recent: [], overdue: [] }
  expect(presentHome({ org: AREA, ancestors: [], street: null, rows: empty, now: NOW })).toMatchObject({
    street: null,
    newestAt: null,
    recent: [],
    late: null,
  })
})
