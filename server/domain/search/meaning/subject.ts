import type { AlignableItem } from '../../alignment/suggest'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'

/** What a question may be about. */
export const SUBJECT_KINDS = ['notice', 'power', 'case', 'term', 'office'] as const
type SubjectKind = (typeof SUBJECT_KINDS)[number]

/** A row of a subject: what it is about, and what it says. */
export interface Line {
  label: string
  value: string
}

/** Something public that may answer a question, with its words. */
export interface Subject {
  id: string
  kind: SubjectKind
  name: string
  area?: string
  path?: readonly string[]
  elements?: readonly string[]
  sentence: string
  lines: readonly Line[]
}

/** Rows of one notice that are looked at; further ones are found by the exact search alone. */
const MOST_LINES = 120
/** The part of a notice that repeats the catalogue. */
const STANDARD = 'standard'
/** Tables of persons: their rows are nobody's answer, their totals are. */
const OF_PERSONS = 'recipients'

/** Cells that say nothing. */
const NOTHING = new Set(['', '—', '0.00', '（空）'])

type Table = Extract<PresentedBlock, { kind: 'table' }>

function tableLines({ columns, rows, totals, unit, label }: Table): Line[] {
  const said = (cells: readonly string[]) =>
    cells.flatMap((cell, at) => {
      const column = columns[at]
      if (!column || NOTHING.has(cell)) return []
      const kind = column.unit ?? (column.align === 'right' ? (unit ?? '') : '')
      return [`${column.label.trim()}${cell.trim()}${cell.endsWith(kind) ? '' : kind}`]
    })
  const total = totals.map(one => ({ label: `${label}${one.label}`, value: `${one.value}${one.unit ?? ''}` }))
  const found = rows.map(({ cells }) => said(cells)).filter(({ length }) => length > 1)
  return [...total, ...found.map(cells => ({ label, value: cells.join('，') }))]
}

function blockLines(block: PresentedBlock): Line[] {
  switch (block.kind) {
    case 'summary':
      return [{ label: block.label, value: block.text }]
    case 'facts':
      return block.rows.filter(({ missing }) => !missing).map(({ label, value }) => ({ label, value }))
    case 'text':
      return block.paragraphs.map(value => ({ label: block.label, value }))
    case 'table':
      return tableLines(block)
    case 'bars':
    case 'files':
      return []
  }
}

/** Returns the rows of a presented record in its order. */
export const linesOf = (blocks: readonly PresentedBlock[]): Line[] =>
  blocks
    .filter(({ id }) => id !== STANDARD && !id.startsWith(OF_PERSONS))
    .flatMap(blockLines)
    .slice(0, MOST_LINES)

const LABELS = 12

/** The subject as an item of a catalogue, for the comparison with what people call a matter. */
export const asItem = ({
  id,
  kind,
  name,
  area,
  path,
  elements,
  sentence,
  lines,
}: Subject): AlignableItem => ({
  id,
  area,
  path: path ?? [name],
  elements:
    kind === 'notice'
      ? [...(elements ?? []), ...new Set(lines.map(({ label }) => label))].slice(0, LABELS)
      : [sentence],
})

/** Characters of one text for a vector. */
const CHUNK = 160

/** The text of title and sentence, and those of its rows, as they are compared by meaning. */
export function passagesOf({ name, sentence, lines }: Subject): { head: string; rows: string[] } {
  const rows: string[] = []
  let text = ''
  for (const { label, value } of lines) {
    const next = `${label} ${value}`.slice(0, CHUNK)
    if (text !== '' && text.length + next.length > CHUNK) {
      rows.push(text)
      text = ''
    }
    text = text === '' ? next : `${text}；${next}`
  }
  return { head: `${name}。${sentence}`.slice(0, CHUNK), rows: text === '' ? rows : [...rows, text] }
}
