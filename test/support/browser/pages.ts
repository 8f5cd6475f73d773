import { COUNTY_DRAFT_ID } from '../../../server/demo/seed/rows/countyDraft'
import { type Library, isDiffering } from '../journeys/library'

/** A page of the app as a visitor may open it. */
export interface AppPage {
  name: string
  url: string
  /** Text that proves that the page has come. */
  says: string
  /** Who has to be logged in, by the code of the persona. */
  persona?: string
}

export const VILLAGE = 'XQ-DH-LX-V01'

/** Every page of the app, with an address that the seeded server has something to show for. */
export async function everyPage({ client, findPair }: Library): Promise<AppPage[]> {
  const { notice, page } = await findPair(isDiffering)
  const accounts = (
    await client.api('GET /orgs/:code/notices', {
      params: { code: VILLAGE },
      query: { category: 'village-finance' },
    })
  ).items
  const money = accounts[0]!
  const vouched = accounts.find(({ title }) => title.startsWith('2026年9月'))!
  const table = (
    await client.api('GET /orgs/:code/notices', {
      params: { code: VILLAGE },
      query: { category: 'social-assistance' },
    })
  ).items[0]!
  const { org } = await client.api('GET /home', { query: { org: VILLAGE } })
  const works = (await client.api('GET /orgs/:code/cases', { params: { code: VILLAGE } })).items.find(
    ({ stepName }) => stepName === '村民议事会表决',
  )!
  const open = (path: string) => `/pages/${path}`
  const asking = (path: string) => `/packages/objection/pages/${path}`
  const staff = (path: string) => `/packages/staff/pages/${path}`
  const matrix = (path: string) => `/packages/matrix/pages/${path}`
  const power = (path: string) => `/packages/power/pages/${path}`
  const admin = (path: string) => `/packages/admin/pages/${path}`
  const removal = (path: string) => `/packages/removal/pages/${path}`
  const application = (path: string) => `/packages/application/pages/${path}/index`
  const street = (path: string) => `/packages/street/pages/${path}`
  return [
    {
      name: 'confirm-login',
      url: '/packages/account/pages/confirm/index',
      says: '在电脑上登录',
      persona: 'editor',
    },
    { name: 'logins', url: '/packages/account/pages/logins/index', says: '登录的设备', persona: 'editor' },
    {
      name: 'own-data',
      url: '/packages/account/pages/data/index',
      says: '存着的记录',
      persona: 'editor',
    },
    {
      name: 'policy',
      url: '/packages/account/pages/policy/index?of=privacy',
      says: '收集什么，为什么',
    },
    { name: 'home', url: open(`home/index?org=${VILLAGE}`), says: org.name },
    { name: 'category', url: open(`category/index?org=${VILLAGE}&category=subsidy`), says: '补贴发放' },
    { name: 'notice', url: open(`notice/index?id=${money.id}`), says: money.title },
    { name: 'notice-vouchers', url: open(`notice/index?id=${vouched.id}`), says: '凭证' },
    { name: 'notice-table', url: open(`notice/index?id=${table.id}`), says: table.title },
    { name: 'alongside', url: open(`alongside/index?id=${notice.id}`), says: page.comparison.sentence },
    { name: 'catalogue', url: open(`catalogue/index?org=${VILLAGE}`), says: '公开目录' },
    {
      name: 'item',
      url: open(`item/index?id=${page.item.id}&org=${page.org.code}`),
      says: page.item.path.at(-1)!,
    },
    {
      name: 'column',
      url: `/packages/column/pages/one/index?org=${page.street.code}&key=${page.item.key}`,
      says: '放到别的网站上',
    },
    { name: 'finance', url: `/packages/finance/pages/year/index?org=${VILLAGE}`, says: '八类内容公开情况' },
    {
      name: 'payouts',
      url: `/packages/payout/pages/year/index?org=${VILLAGE}&category=social-assistance`,
      says: '按项目',
    },
    {
      name: 'finance-lines',
      url: `/packages/finance/pages/class/index?org=${VILLAGE}&class=expense&period=${money.period}`,
      says: '各项支出明细',
    },
    {
      name: 'finance-rents',
      url: `/packages/finance/pages/class/index?org=${VILLAGE}&class=resources`,
      says: '还没收到的租金',
    },
    { name: 'calendar', url: `/packages/column/pages/calendar/index?org=${VILLAGE}`, says: '全年' },
    { name: 'removals', url: removal(`register/index?org=${VILLAGE}`), says: '公开过又撤回' },
    { name: 'columns', url: `/packages/column/pages/all/index?org=${page.street.code}`, says: '不排名次' },
    {
      name: 'search',
      url: open(`search/index?org=${VILLAGE}&q=${encodeURIComponent('低保')}`),
      says: '低保',
    },
    { name: 'check', url: `/packages/verify/pages/check/index?id=${money.id}`, says: '总账有运营单位签名' },
    { name: 'sheet', url: `/packages/verify/pages/sheet/index?id=${money.id}`, says: '账本指纹' },
    { name: 'powers', url: power(`list/index?org=${VILLAGE}`), says: '我要办' },
    { name: 'power', url: power(`item/index?org=${VILLAGE}&code=XM-01`), says: '第1步' },
    { name: 'service', url: power(`item/index?org=${VILLAGE}&code=BM-01`), says: '要带什么' },
    { name: 'cases', url: power(`cases/index?org=${VILLAGE}`), says: '最低生活保障申请' },
    {
      name: 'case',
      url: power(`case/index?id=${works.id}`),
      says: '现在走到这里',
    },
    { name: 'village', url: open('village/index'), says: '东和新城' },
    { name: 'missing', url: open('missing/index'), says: '没有这一页' },
    { name: 'feedback', url: '/packages/inbox/pages/feedback/index', says: '您想说的' },
    { name: 'my-applications', url: application('mine'), says: '凭编号查进度', persona: 'villager' },
    { name: 'apply', url: application('write'), says: '您想要什么' },
    { name: 'application-progress', url: application('progress'), says: '印在回执上' },
    {
      name: 'application-desk',
      url: `${application('desk')}?org=XQ-DH-LX`,
      says: '窗口登记',
      persona: 'street-clerk',
    },
    {
      name: 'application-intake',
      url: `${application('intake')}?org=XQ-DH-LX`,
      says: '怎么来的',
      persona: 'street-clerk',
    },
    {
      name: 'reading-places',
      url: `${application('places')}?org=XQ-DH-LX`,
      says: '群众到哪里看公开的信息',
      persona: 'street-clerk',
    },
    { name: 'mine', url: open('mine/index'), says: '长辈版' },
    { name: 'work', url: staff('list/index'), says: '村', persona: 'editor' },
    { name: 'pick', url: staff(`pick/index?org=${VILLAGE}`), says: '事项', persona: 'editor' },
    { name: 'proofs', url: staff(`proofs/index?id=${money.id}`), says: '自愿登记', persona: 'editor' },
    { name: 'factor', url: staff('factor/index'), says: '动态码', persona: 'editor' },
    {
      name: 'edit',
      url: staff(`edit/index?org=${VILLAGE}&item=${money.itemId}`),
      says: '标题',
      persona: 'editor',
    },
    { name: 'review', url: staff(`review/index?id=${money.id}`), says: '办到哪里了', persona: 'editor' },
    { name: 'privacy', url: staff(`privacy/index?id=${money.id}`), says: '放在一起看', persona: 'editor' },
    { name: 'batch', url: staff(`batch/index?org=${VILLAGE}`), says: '档号', persona: 'editor' },
    { name: 'point', url: asking(`point/index?notice=${money.id}`), says: '点一下您觉得不对的地方' },
    { name: 'write', url: asking(`write/index?notice=${money.id}`), says: '哪里不对' },
    { name: 'asked', url: asking(`asked/index?notice=${money.id}`), says: '大家提的异议' },
    { name: 'my-objections', url: asking('mine/index'), says: '2026-', persona: 'villager' },
    {
      name: 'residence',
      url: asking(`residence/index?org=${VILLAGE}`),
      says: '身份证后六位',
      persona: 'villager',
    },
    { name: 'household', url: asking('household/index'), says: '找到您家', persona: 'villager' },
    { name: 'inbox', url: '/packages/inbox/pages/list/index', says: '我的消息', persona: 'villager' },
    { name: 'follow', url: '/packages/inbox/pages/follow/index', says: '关注的村', persona: 'villager' },
    { name: 'objections', url: staff(`objections/index?org=${VILLAGE}`), says: '已过期', persona: 'head' },
    {
      name: 'discrepancies',
      url: street('discrepancies/index?org=XQ-DH-LX'),
      says: '必须一致',
      persona: 'street-clerk',
    },
    {
      name: 'discrepancy',
      url: street(`discrepancy/index?id=${page.discrepancies[0]!.id}`),
      says: '责令更正',
      persona: 'street-clerk',
    },
    {
      name: 'villages',
      url: street('villages/index?org=XQ-DH-LX'),
      says: '要重新看',
      persona: 'street-clerk',
    },
    {
      name: 'align',
      url: street('align/index?org=XQ-DH-LX&village=XQ-DH-LX-V02'),
      says: '按建议全部确认',
      persona: 'street-clerk',
    },
    {
      name: 'village-list',
      url: street('village-catalogue/index?org=XQ-DH-LX-V02'),
      says: '采用街道的',
      persona: 'street-clerk',
    },
    {
      name: 'own-list',
      url: street(`village-catalogue/index?org=${VILLAGE}`),
      says: '先点选要采用的事项',
      persona: 'editor',
    },
    {
      name: 'import',
      url: street('import/index?org=XQ-DH-LX'),
      says: '还有 2 格要看',
      persona: 'street-clerk',
    },
    {
      name: 'draft',
      url: street(`draft/index?id=${COUNTY_DRAFT_ID}`),
      says: '国办发〔201680号',
      persona: 'street-clerk',
    },
    {
      name: 'draft-diff',
      url: street(`diff/index?id=${COUNTY_DRAFT_ID}`),
      says: '是同一事项',
      persona: 'street-clerk',
    },
    { name: 'desk', url: matrix('board/index?org=XQ-DH-LX'), says: '公开情况', persona: 'street-clerk' },
    {
      name: 'coverage',
      url: matrix('coverage/index?org=XQ-DH-LX'),
      says: '按村（社区）',
      persona: 'street-clerk',
    },
    {
      name: 'inspections',
      url: matrix('inspections/index?org=XQ-DH-LX'),
      says: '新抽一份',
      persona: 'street-clerk',
    },
    {
      name: 'case-desk',
      url: matrix('split-alarms/index?org=XQ-DH-LX'),
      says: '各村办件',
      persona: 'street-clerk',
    },
    {
      name: 'obligations',
      url: matrix(`obligations/index?org=${VILLAGE}`),
      says: '办理中',
      persona: 'editor',
    },
    { name: 'events', url: matrix(`events/index?org=${VILLAGE}`), says: '登记过的事', persona: 'editor' },
    { name: 'work-cases', url: power(`work/index?org=${VILLAGE}`), says: '提出一件事', persona: 'editor' },
    { name: 'open-case', url: power(`open/index?org=${VILLAGE}`), says: '要办什么事', persona: 'editor' },
    { name: 'keep-powers', url: power(`keep/index?org=${VILLAGE}`), says: '不得把公章', persona: 'editor' },
    {
      name: 'keep-model',
      url: power('keep/index?org=XQ-DH-LX'),
      says: '哪些用、哪些不用',
      persona: 'street-clerk',
    },
    { name: 'work-case', url: power(`step/index?id=${works.id}`), says: '登记表决', persona: 'editor' },
    { name: 'claims', url: staff(`claims/index?org=${VILLAGE}`), says: '确认是', persona: 'head' },
    { name: 'removal-desk', url: removal('desk/index'), says: '三个工作日内确认', persona: 'head' },
    {
      name: 'propose-erasure',
      url: removal(`propose/index?notice=${money.id}&edition=1`),
      says: '依据和原因',
      persona: 'head',
    },
    { name: 'contacts', url: staff(`contacts/index?org=${VILLAGE}`), says: '怎样算天数', persona: 'head' },
    { name: 'roster', url: admin('roster/index'), says: '现在的名册', persona: 'editor' },
    { name: 'appointment-code', url: admin('code/index'), says: '以前有效', persona: 'villager' },
    { name: 'grants', url: admin('grants/index'), says: '的任职', persona: 'security-admin' },
    { name: 'accounts', url: admin('account/index'), says: '动态码丢了', persona: 'security-admin' },
    { name: 'holidays', url: staff('holidays/index'), says: '导入一年', persona: 'system-admin' },
    { name: 'failed-jobs', url: staff('jobs/index'), says: '都办成了', persona: 'system-admin' },
  ]
}
