/** Addresses that stay: of the page of a notice, of a column, and of its exports. */
export interface Addresses {
  notice(id: string): string
  column(code: string, key: string): string
  export(code: string, key: string, format: string): string
}

/** Below the public address of this installation. */
export const addressesUnder = (base: string): Addresses => ({
  notice: id => `${base}/#/pages/notice/index?id=${encodeURIComponent(id)}`,
  column: (code, key) =>
    `${base}/#/packages/column/pages/one/index?org=${encodeURIComponent(code)}&key=${encodeURIComponent(key)}`,
  export: (code, key, format) =>
    `${base}/api/v1/orgs/${encodeURIComponent(code)}/columns/${encodeURIComponent(key)}/export?format=${format}`,
})
