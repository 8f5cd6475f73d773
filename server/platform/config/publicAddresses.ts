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
}

/** Builds the addresses under this installation's public base address. */
export const addressesUnder = (base: string): Addresses => ({
  notice: id => `${base}/#/pages/notice/index?id=${encodeURIComponent(id)}`,
  column: (code, key) =>
    `${base}/#/packages/column/pages/one/index?org=${encodeURIComponent(code)}&key=${encodeURIComponent(key)}`,
  export: (code, key, format) =>
    `${base}/api/v1/orgs/${encodeURIComponent(code)}/columns/${encodeURIComponent(key)}/export?format=${format}`,
  power: (code, itemCode) =>
    `${base}/#/packages/power/pages/item/index?org=${encodeURIComponent(code)}&code=${encodeURIComponent(itemCode)}`,
  powers: code => `${base}/#/packages/power/pages/list/index?org=${encodeURIComponent(code)}`,
  finance: (code, year) =>
    `${base}/#/packages/finance/pages/year/index?org=${encodeURIComponent(code)}&year=${year}`,
})
