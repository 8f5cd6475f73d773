import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import { type Document, type Part, type PartOf, documentOf } from '@shared/presentation/document'
import { columnPlaces } from '@shared/presentation/document/rows'
import { columnHead, EMPTY_CELL, NO_ROWS } from '@shared/presentation/document/text'
import { escaped, tag } from '@server/documents/html/markup'

type Sheet = PartOf<'sheet'>

/** Id of the part that states the item's standard 公开标准; folded below a record. */
const STANDARD = 'standard'

const p = (text: string): string => tag('p', escaped(text))
const pair = (label: string, text: string, attributes: Record<string, string> = {}): string =>
  `<div><dt>${escaped(label)}</dt>${tag('dd', escaped(text), attributes)}</div>`

function sentence({ text, figure }: PartOf<'sentence'>): string {
  if (!figure) return `<p class="lead">${escaped(text)}</p>`
  const [whole = '', cents] = figure.text.split('.')
  const number = `${escaped(whole)}${cents === undefined ? '' : `<i>.${escaped(cents)}</i>`}`
  return `<p class="lead">${escaped(text)}</p><p class="fig"><span class="fig__l">${escaped(figure.label)}</span><span class="fig__n">${number}</span><span class="fig__u">${escaped(figure.unit)}</span></p>`
}

interface Cell {
  classes: string
  /** Head of the column, shown before the cell where the heads are not. */
  said: string | null
  /** Unit of the column's figures, shown after them where the heads are not. */
  unit: string
}

const CLASSES = { lead: 'l', amount: 'a p', figure: 'a', rest: 'r' } as const

const cellsOf = (sheet: Sheet): Cell[] =>
  columnPlaces(sheet).map(({ place, label }, at) => ({
    classes: sheet.columns[at]!.role === 'amount' && place === 'rest' ? 'a' : CLASSES[place],
    said: label,
    unit: sheet.columns[at]!.unit,
  }))

function rowOf(cells: readonly (string | null)[], styles: readonly Cell[]): string {
  const written = cells.map((cell, at) => {
    const { classes, said, unit } = styles[at]!
    const attributes = {
      role: classes === 'l' ? 'rowheader' : 'cell',
      class: cell === null ? `${classes} e` : classes,
      ...(said !== null && cell !== null && { 'data-l': said }),
      ...(unit !== '' && cell !== null && /\d$/.test(cell) && { 'data-u': unit }),
    }
    return classes === 'l'
      ? tag('th', escaped(cell ?? EMPTY_CELL), { scope: 'row', ...attributes })
      : tag('td', escaped(cell ?? EMPTY_CELL), attributes)
  })
  return tag('tr', written.join(''), { role: 'row' })
}

function groupOf({ label, rows, subtotals }: Sheet['groups'][number], styles: readonly Cell[]): string {
  const wide = String(Math.max(1, styles.length - 1))
  const head = label === null ? '' : tag('tr', tag('th', escaped(label), { role: 'rowheader', scope: 'rowgroup', colspan: String(styles.length) }), { role: 'row', class: 'g' }) // prettier-ignore
  const sums = subtotals.map(total =>
    tag(
      'tr',
      tag('th', escaped(total.label), { role: 'rowheader', scope: 'row', colspan: wide }) +
        tag('td', escaped(total.text), { role: 'cell' }),
      { role: 'row', class: 's' },
    ),
  )
  const body = rows.map(({ cells }) => rowOf(cells, styles))
  return tag('tbody', head + body.join('') + sums.join(''), { role: 'rowgroup' })
}

function tableOf(sheet: Sheet): string {
  if (sheet.count === 0) return p(NO_ROWS)
  const styles = cellsOf(sheet)
  const heads = sheet.columns.map((column, at) =>
    tag('th', escaped(columnHead(column)), {
      role: 'columnheader',
      scope: 'col',
      class: styles[at]!.classes,
    }),
  )
  const head = tag('thead', tag('tr', heads.join(''), { role: 'row' }), { role: 'rowgroup' })
  const bodies = sheet.groups.map(group => groupOf(group, styles))
  return tag('table', head + bodies.join(''), { class: 't', role: 'table', 'aria-label': sheet.label })
}

function sheetOf(sheet: Sheet): string {
  const { caption, totals, proof } = sheet
  return [
    caption.length > 0 ? tag('p', caption.map(one => tag('span', escaped(one))).join(''), { class: 'cap' }) : '',
    tableOf(sheet),
    totals.length > 0
      ? tag('dl', totals.map(({ label, text }) => pair(label, text)).join(''), { class: 'tot' })
      : '',
    proof ? tag('p', escaped(proof.text), { class: proof.agrees ? 'ok' : 'no' }) : '',
  ].join('') // prettier-ignore
}

const factsOf = ({ rows }: PartOf<'facts'>): string =>
  tag(
    'dl',
    rows.map(({ label, text, missing }) => pair(label, text, missing ? { class: 'miss' } : {})).join(''),
    { class: 'facts' },
  )

const filesOf = ({ files }: PartOf<'files'>): string =>
  tag(
    'ul',
    files
      .map(
        ({ name, size, sha256 }) =>
        tag('li', tag('a', `${tag('span', escaped(name))}<small>${escaped(size)}</small>`, { href: `/api/v1/files/${encodeURIComponent(sha256)}` })), // prettier-ignore
      )
      .join(''),
    { class: 'files' },
  )

/** Content of a part below its heading; null: the part is not set on this page. */
function innerOf(part: Part): string | null {
  switch (part.kind) {
    case 'sentence':
    case 'chart':
      return null
    case 'paragraphs':
      return `<div class="text">${part.paragraphs.map(p).join('')}</div>`
    case 'facts':
      return factsOf(part)
    case 'sheet':
      return sheetOf(part)
    case 'files':
      return part.files.length === 0 ? null : filesOf(part)
  }
}

/** Writes a part; the standard of a longer document is folded. */
function partOf(part: Part, folds: boolean): string {
  if (part.kind === 'sentence') return tag('div', sentence(part), { 'data-part': part.id })
  const inner = innerOf(part)
  if (inner === null) return ''
  const heading = tag('h2', escaped(part.label))
  const attributes = { class: 'sec', 'data-part': part.id }
  return folds && part.id === STANDARD
    ? tag('details', `<summary class="h">${heading}</summary>${inner}`, attributes)
    : tag('section', heading + inner, attributes)
}

/** A record as markup: its sentence with the figure, and the parts below it. */
export interface RecordMarkup {
  sentence: string
  parts: string
}

function markupOf(document: Document): RecordMarkup {
  const folds = document.length > 1
  const [sentences, others] = [true, false].map(wanted =>
    document
      .filter(({ kind }) => (kind === 'sentence') === wanted)
      .map(part => partOf(part, folds))
      .join(''),
  )
  return { sentence: sentences!, parts: others! }
}

/**
 * Sets a presented record for a page without scripts: its words and no others, in its order. Charts repeat their sheet
 * and are left out.
 */
export const recordMarkup = (blocks: readonly PresentedBlock[]): RecordMarkup => markupOf(documentOf(blocks))
