import Taro from '@tarojs/taro'
import type { PolicyName } from '@shared/facts/people/policies/inForce'
import { tellUnreachable } from './elements/platform'

/** Addresses of all pages; the only place that knows paths and parameters. */
type Params = Record<string, string | undefined>

function page(path: string, params: Params = {}): string {
  const query = Object.entries(params)
    .filter((entry): entry is [string, string] => Boolean(entry[1]))
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&')
  return query ? `${path}?${query}` : path
}

export const routes = {
  home: (org?: string) => page('/pages/home/index', { org }),
  category: (org: string, category?: string) => page('/pages/category/index', { org, category }),
  /** Calendar of a year's disclosures 公开日历; `show`: only what is late. */
  calendar: (org: string, show?: 'late') => page('/packages/column/pages/calendar/index', { org, show }),
  notice: (id: string, edition?: number) =>
    page('/pages/notice/index', { id, edition: edition ? String(edition) : undefined }),
  alongside: (noticeId: string) => page('/pages/alongside/index', { id: noticeId }),
  catalogue: (org?: string) => page('/pages/catalogue/index', { org }),
  item: (id: string, org?: string) => page('/pages/item/index', { id, org }),
  search: (org?: string, q?: string) => page('/pages/search/index', { org, q }),
  /** `from`: the address of a page whose script could not be fetched; absent: there is no such page. */
  missing: (from?: string) => page('/pages/missing/index', { from }),
  village: () => page('/pages/village/index'),
  /** Opens what a code on paper names; without one asks for it. */
  entry: (code?: string) => page('/pages/entry/index', { code }),
  check: (id: string, edition?: number) =>
    page('/packages/verify/pages/check/index', { id, edition: edition ? String(edition) : undefined }),
  /** Check of a proof sheet 存证单 by the parameters of its code. */
  checkSheet: (parameters: string) => `/packages/verify/pages/check/index?${parameters}`,
  sheet: (id: string) => page('/packages/verify/pages/sheet/index', { id }),
  mine: () => page('/pages/mine/index'),
  /** Workbench 工作台: what waits, filtered; `view`: all notices of an organisation instead. */
  work: (asked: { kind?: string; org?: string; late?: string; sort?: string; view?: 'notices' } = {}) =>
    page('/packages/staff/pages/list/index', asked),
  pick: (org: string) => page('/packages/staff/pages/pick/index', { org }),
  edit: (params: { id?: string; item?: string; org?: string; period?: string }) =>
    page('/packages/staff/pages/edit/index', params),
  /** Confirms a login on a computer 在电脑上登录. */
  confirmLogin: (ticket?: string) => page('/packages/account/pages/confirm/index', { ticket }),
  /** Own logins 登录的设备. */
  logins: () => page('/packages/account/pages/logins/index'),
  /** Own data 我的个人信息. */
  ownData: () => page('/packages/account/pages/data/index'),
  /** 隐私政策, 用户协议 or 身份信息单独同意书. */
  policy: (of: PolicyName) => page('/packages/account/pages/policy/index', { of }),
  factor: () => page('/packages/staff/pages/factor/index'),
  /** Holiday tables 放假安排, for administrators. */
  holidays: () => page('/packages/staff/pages/holidays/index'),
  /** Administration: postings 任职, accounts 账号, audit log 操作日志, roster 名册; a person's own appointment code. */
  grants: (org?: string) => page('/packages/admin/pages/grants/index', { org }),
  accounts: () => page('/packages/admin/pages/account/index'),
  auditLog: () => page('/packages/admin/pages/audit/index'),
  roster: (org?: string) => page('/packages/admin/pages/roster/index', { org }),
  appointmentCode: () => page('/packages/admin/pages/code/index'),
  /** Contacts, office hours and answer days of an organisation 机构与联系人. */
  contacts: (org?: string) => page('/packages/staff/pages/contacts/index', { org }),
  /** Failed background jobs, for the system administrator. */
  failedJobs: () => page('/packages/staff/pages/jobs/index'),
  /** Channel proofs 公开渠道佐证 of a public notice. */
  proofs: (id: string) => page('/packages/staff/pages/proofs/index', { id }),
  /** Public register of withdrawals and erasures 撤回与删除登记; those of staff, one of them, the proposal of an erasure. */
  removals: (org: string) => page('/packages/removal/pages/register/index', { org }),
  removalDesk: (org?: string) => page('/packages/removal/pages/desk/index', { org }),
  removal: (id: string) => page('/packages/removal/pages/one/index', { id }),
  proposeErasure: (notice: string, edition: number) =>
    page('/packages/removal/pages/propose/index', { notice, edition: String(edition) }),
  review: (id: string) => page('/packages/staff/pages/review/index', { id }),
  privacy: (id: string) => page('/packages/staff/pages/privacy/index', { id }),
  batch: (org: string) => page('/packages/staff/pages/batch/index', { org }),
  objectionWork: (org?: string, asked: { show?: string; sort?: string | null } = {}) =>
    page('/packages/staff/pages/objections/index', { org, show: asked.show, sort: asked.sort ?? undefined }),
  answer: (id: string) => page('/packages/staff/pages/objection/index', { id }),
  residencyClaims: (org?: string) => page('/packages/staff/pages/claims/index', { org }),
  /** Finance year of a village. */
  finance: (org: string, year?: number) =>
    page('/packages/finance/pages/year/index', { org, year: year ? String(year) : undefined }),
  /** One of the eight classes: of a year, a period or an item. */
  financeClass: (org: string, asked: { class: string; year?: string; period?: string; key?: string }) =>
    page('/packages/finance/pages/class/index', { org, ...asked }),
  /** Payouts of a village's category for a year, by scheme. */
  payouts: (org: string, category: string) => page('/packages/payout/pages/year/index', { org, category }),
  column: (org: string, key: string) => page('/packages/column/pages/one/index', { org, key }),
  columns: (org?: string) => page('/packages/column/pages/all/index', { org }),
  discrepancies: (org?: string) => page('/packages/street/pages/discrepancies/index', { org }),
  discrepancy: (id: string) => page('/packages/street/pages/discrepancy/index', { id }),
  /** Three screens of an objection: place, text, confirmation. */
  point: (notice: string) => page('/packages/objection/pages/point/index', { notice }),
  write: (notice: string, block?: string, row?: string) =>
    page('/packages/objection/pages/write/index', { notice, block, row }),
  objection: (id: string, sent?: 'sent') => page('/packages/objection/pages/one/index', { id, sent }),
  myObjections: () => page('/packages/objection/pages/mine/index'),
  /** Applications 依申请公开: one's own, a new one, one of them, by number and short code; of the desk. */
  myApplications: () => page('/packages/application/pages/mine/index'),
  apply: (org?: string) => page('/packages/application/pages/write/index', { org }),
  application: (id: string, sent?: 'sent') => page('/packages/application/pages/one/index', { id, sent }),
  applicationDesk: (org?: string) => page('/packages/application/pages/desk/index', { org }),
  readingPlaces: (org: string) => page('/packages/application/pages/places/index', { org }),
  applicationIntake: (org: string) => page('/packages/application/pages/intake/index', { org }),
  applicationWork: (id: string) => page('/packages/application/pages/handle/index', { id }),
  applicationProgress: () => page('/packages/application/pages/progress/index'),
  asked: (notice: string) => page('/packages/objection/pages/asked/index', { notice }),
  inbox: () => page('/packages/inbox/pages/list/index'),
  /** `from`: the address that the reader was looking at. */
  feedback: (from?: string) => page('/packages/inbox/pages/feedback/index', { from }),
  follow: () => page('/packages/inbox/pages/follow/index'),
  /** Link progress of all villages; links of one village catalogue to the street's catalogue. */
  villageCatalogues: (org?: string, asked: { only?: string | undefined; sort?: string | undefined } = {}) =>
    page('/packages/street/pages/villages/index', { org, only: asked.only, sort: asked.sort }),
  align: (org: string, village: string) => page('/packages/street/pages/align/index', { org, village }),
  /** `show`: the part to begin with, e.g. the items that the catalogue lacks. */
  villageCatalogue: (org: string, show?: 'missing') =>
    page('/packages/street/pages/village-catalogue/index', { org, show }),
  /** Obligation matrix, villages × items × months, and one of its cells. */
  matrix: (org?: string) => page('/packages/matrix/pages/board/index', { org }),
  matrixCell: (org: string, cell: { village: string; item: string; month: string }) =>
    page('/packages/matrix/pages/cell/index', { org, ...cell }),
  obligations: (
    org?: string,
    asked: Partial<Record<'show' | 'sort' | 'month' | 'day', string | null>> = {},
  ) =>
    page('/packages/matrix/pages/obligations/index', {
      org,
      show: asked.show ?? undefined,
      sort: asked.sort ?? undefined,
      month: asked.month ?? undefined,
      day: asked.day ?? undefined,
    }),
  coverage: (org: string) => page('/packages/matrix/pages/coverage/index', { org }),
  events: (org: string) => page('/packages/matrix/pages/events/index', { org }),
  inspections: (org: string) => page('/packages/matrix/pages/inspections/index', { org }),
  splitAlarms: (org: string) => page('/packages/matrix/pages/split-alarms/index', { org }),
  inspection: (id: string) => page('/packages/matrix/pages/inspection/index', { id }),
  /** Import of a county's file as a draft; checking it; comparing and activating it. */
  importCatalogue: (org?: string) => page('/packages/street/pages/import/index', { org }),
  draft: (id: string) => page('/packages/street/pages/draft/index', { id }),
  draftDiff: (id: string) => page('/packages/street/pages/diff/index', { id }),
  villageDiff: (org: string) => page('/packages/street/pages/diff/index', { org }),
  /** Micro-power list 小微权力清单 of a village, one item; its cases, one case. */
  powers: (org: string) => page('/packages/power/pages/list/index', { org }),
  /** List editor: model, import, disabled items. */
  keepPowers: (org: string) => page('/packages/power/pages/keep/index', { org }),
  power: (org: string, code: string) => page('/packages/power/pages/item/index', { org, code }),
  cases: (org: string) => page('/packages/power/pages/cases/index', { org }),
  caseOf: (id: string) => page('/packages/power/pages/case/index', { id }),
  /** Cases for staff. */
  workCases: (org: string) => page('/packages/power/pages/work/index', { org }),
  openCase: (org: string, item?: string) => page('/packages/power/pages/open/index', { org, item }),
  workCase: (id: string) => page('/packages/power/pages/step/index', { id }),
  household: () => page('/packages/objection/pages/household/index'),
  residence: (org?: string) => page('/packages/objection/pages/residence/index', { org }),
}

/** WeChat's limit for pages on the stack. */
const DEEPEST = 10

export function open(url: string): void {
  const way = Taro.getCurrentPages().length >= DEEPEST ? Taro.redirectTo : Taro.navigateTo
  void way({ url }).catch(tellUnreachable)
}

/** Goes to a main page and clears the page stack. */
export const restart = (url: string): void => void Taro.reLaunch({ url }).catch(tellUnreachable)

/** True on a page that was opened by itself, with none below. */
export const isFirstPage = (): boolean => Taro.getCurrentPages().length <= 1

/** Goes back one page; from the first one, which a code or a link has opened, to `home`. */
export function goBack(home: string): void {
  if (isFirstPage()) restart(home)
  else void Taro.navigateBack()
}

export const replace = (url: string): void => void Taro.redirectTo({ url }).catch(tellUnreachable)
