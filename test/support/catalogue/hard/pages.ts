import type { Cell, Table } from '../trials/sheet'
import { type Drawn, mergedPage } from './columns'

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const lines = (text: string): string => text.split('\n').map(escape).join('<br>')

const spans = ({ down, across }: Cell): string =>
  `${down > 1 ? ` rowspan="${down}"` : ''}${across > 1 ? ` colspan="${across}"` : ''}`

const rowsOf = (table: Table, cellOf: (made: Cell, column: number) => string): string =>
  table
    .map(row => `<tr>${row.flatMap((made, column) => (made ? [cellOf(made, column)] : [])).join('')}</tr>`)
    .join('\n')

const page = (title: string, body: string): Buffer =>
  Buffer.from(
    `<!doctype html><html><head><meta charset="utf-8"><title>${title}-××街道办事处</title></head><body>${body}</body></html>`,
  )

/** Each channel cell holds a small table of boxes. */
export function nestedChannelPage(title: string, { leaves, head, body }: Drawn): Buffer {
  const at = leaves.findIndex(({ field }) => field === 'channels')
  const inner = (text: string): string =>
    `<table class="box">${text
      .split('\n')
      .map(
        line =>
          `<tr>${line
            .split(' ')
            .map(part => `<td>${escape(part)}</td>`)
            .join('')}</tr>`,
      )
      .join('')}</table>`
  const rows = rowsOf(
    body,
    (made, column) => `<td${spans(made)}>${column === at ? inner(made.text) : lines(made.text)}</td>`,
  )
  const top = rowsOf(head, made => `<th${spans(made)}>${lines(made.text)}</th>`)
  return page(title, `<h1>${title}</h1><table border="1"><thead>${top}</thead><tbody>${rows}</tbody></table>`)
}

/** A page laid out by tables: navigation, the catalogue, a footer, each in a cell. */
export function layoutPage(title: string, { leaves, head, body }: Drawn): Buffer {
  const own = [...head, ...mergedPage(body, leaves, ['path', 'deadline'])]
  const table = `<table border="1">${rowsOf(own, made => `<td${spans(made)}><p align="center">${lines(made.text)}</p></td>`)}</table>`
  const menu = '<table><tr><td>首页</td><td>政务公开</td><td>办事服务</td><td>互动交流</td></tr></table>'
  const side =
    '<table><tr><td>索引号</td><td>0145/2023-01</td></tr><tr><td>发布日期</td><td>2023-02-14</td></tr></table>'
  return page(
    title,
    `<table width="980"><tr><td>${menu}</td></tr><tr><td>${side}<div class="title">${title}</div><div>${table}</div></td></tr><tr><td>主办：××街道办事处 版权所有</td></tr></table>`,
  )
}

/** Spans that reach beyond the table, hidden words, blanks between characters, a heading cell in the body. */
export function crookedPage(title: string, { leaves, head, body }: Drawn): Buffer {
  const merged = mergedPage(body, leaves, ['path', 'subjects'])
  const cellOf = (made: Cell, column: number): string => {
    const isPath = leaves[column]?.field === 'path'
    const text =
      isPath && made.text.length === 4
        ? `${made.text.slice(0, 2)}&nbsp;&nbsp;${made.text.slice(2)}`
        : lines(made.text)
    const hidden = column === 2 ? '<span style="display:none">打印 关闭</span>' : ''
    const span = column === leaves.length - 1 ? ' colspan="3"' : spans(made)
    return `<td${span}>${text}${hidden}</td>`
  }
  const rows = rowsOf(merged, cellOf)
  const top = rowsOf(head, made => `<td${spans(made)}><b>${lines(made.text)}</b></td>`)
  return page(
    title,
    `<div>${title}</div><table border="1"><tbody><tr><td colspan="${leaves.length + 2}">${title}</td></tr>${top}${rows}</tbody></table><p>【打印】【关闭】</p>`,
  )
}
