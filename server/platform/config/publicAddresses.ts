import { shortCode } from '@shared/presentation/shortCode'

const part = encodeURIComponent

/** Paths of the pages for readers without scripts, from the root of the site. */
export const plainPaths = {
  notice: (id: string): string => `/n/${shortCode(id)}`,
  /** Home of an organisation. */
  place: (code: string): string => `/v/${part(code)}`,
  category: (code: string, category: string): string => `/v/${part(code)}/${part(category)}`,
  search: (code: string): string => `/v/${part(code)}/search`,
  /** Register of withdrawals and erasures 撤回与删除登记. */
  removals: (code: string): string => `/v/${part(code)}/removals`,
  feed: (code: string): string => `/v/${part(code)}/feed.xml`,
  /** Reading places of a street 查阅点. */
  zone: (code: string): string => `/zone/${part(code)}`,
  /** The disclosure catalogue that an organisation issued. */
  catalogue: (code: string): string => `/c/${part(code)}`,
  item: (code: string, key: string): string => `/c/${part(code)}/${part(key)}`,
} as const

/** Paths of pages of the web app. */
export const appPaths = {
  notice: (id: string, edition?: number): string =>
    `/#/pages/notice/index?id=${part(id)}${edition === undefined ? '' : `&edition=${edition}`}`,
  alongside: (id: string): string => `/#/pages/alongside/index?id=${part(id)}`,
  place: (code: string): string => `/#/pages/home/index?org=${part(code)}`,
  category: (code: string, category: string): string =>
    `/#/pages/category/index?org=${part(code)}&category=${part(category)}`,
  catalogue: (code: string): string => `/#/pages/catalogue/index?org=${part(code)}`,
  item: (id: string): string => `/#/pages/item/index?id=${part(id)}`,
  search: (): string => '/#/pages/search/index',
  removals: (code: string): string => `/#/packages/removal/pages/register/index?org=${part(code)}`,
  /** Check of a proof sheet 存证单; `parameters` as of shared/ledger/printed. */
  check: (parameters: string): string => `/#/packages/verify/pages/check/index?${parameters}`,
} as const

/**
 * Permanent public addresses: of a notice's page, a column and its exports, an item of a micro-power list, a year's
 * accounts.
 */
export interface Addresses {
  notice(id: string): string
  column(code: string, key: string): string
  export(code: string, key: string, format: string): string
  power(code: string, itemCode: string): string
  powers(code: string): string
  finance(code: string, year: number): string
  /** Query of an application's progress by its number and the short code of the slip. */
  progress(number: string): string
  /** Form of an application to an organisation. */
  apply(code: string): string
}

/** Builds the addresses under this installation's public base address. */
export const addressesUnder = (base: string): Addresses => ({
  notice: id => `${base}${plainPaths.notice(id)}`,
  column: (code, key) =>
    `${base}/#/packages/column/pages/one/index?org=${encodeURIComponent(code)}&key=${encodeURIComponent(key)}`,
  export: (code, key, format) =>
    `${base}/api/v1/orgs/${encodeURIComponent(code)}/columns/${encodeURIComponent(key)}/export?format=${format}`,
  power: (code, itemCode) =>
    `${base}/#/packages/power/pages/item/index?org=${encodeURIComponent(code)}&code=${encodeURIComponent(itemCode)}`,
  powers: code => `${base}/#/packages/power/pages/list/index?org=${encodeURIComponent(code)}`,
  finance: (code, year) =>
    `${base}/#/packages/finance/pages/year/index?org=${encodeURIComponent(code)}&year=${year}`,
  progress: number =>
    `${base}/#/packages/application/pages/progress/index?number=${encodeURIComponent(number)}`,
  apply: code => `${base}/#/packages/application/pages/write/index?org=${encodeURIComponent(code)}`,
})
