import { type ExportedCatalogue, headGroups, layOut } from './layout'

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, char => ESCAPES[char] ?? char)
const lines = (text: string): string => escaped(text).replaceAll('\n', '<br>')

/** `mso-number-format`: a spreadsheet program that opens the page reads every cell as text. */
const STYLE = `body{font-family:sans-serif;margin:24px}
table{border-collapse:collapse;width:100%;margin-bottom:40px}
th,td{border:1px solid #666;padding:6px 8px;vertical-align:middle;text-align:left;mso-number-format:"\\@"}
th{background:#f0eee8;text-align:center}
thead{display:table-header-group}
tr{page-break-inside:avoid}`

function headOf(catalogue: ExportedCatalogue): string {
  const { columns } = layOut(catalogue)
  const first = headGroups(columns).map(({ label, span, divided }) =>
    divided
      ? `<th scope="colgroup" colspan="${span}">${escaped(label)}</th>`
      : `<th scope="col" rowspan="2">${escaped(label)}</th>`,
  )
  const second = columns
    .filter(({ group }) => group !== null)
    .map(({ label }) => `<th scope="col">${escaped(label)}</th>`)
  return `<thead><tr>${first.join('')}</tr><tr>${second.join('')}</tr></thead>`
}

function tableOf(catalogue: ExportedCatalogue): string {
  const { title, columns, rows } = layOut(catalogue)
  const body = rows.map(
    row => `<tr>${columns.map(({ write }) => `<td>${lines(write(row))}</td>`).join('')}</tr>`,
  )
  return `<h1>${escaped(title)}</h1>\n<table>${headOf(catalogue)}<tbody>\n${body.join('\n')}\n</tbody></table>`
}

/** Writes catalogues as a self-contained page in the national layout, a table for each area. */
export function writeCatalogueHtml(catalogues: readonly ExportedCatalogue[]): Buffer {
  const [first] = catalogues
  return Buffer.from(
    `<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(first?.title ?? '公开目录')}</title>` +
      `<style>${STYLE}</style></head><body>\n${catalogues.map(tableOf).join('\n')}\n</body></html>\n`,
  )
}
