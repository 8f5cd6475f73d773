import type { ContentBlock, MoneyLine, NoticeContent, RecipientRow } from '@shared/schemas/notice'
import { parseCount, parseDay, parseYuan } from '@shared/domain/figures'
import type { BlockDraft, DraftOf, Fault, LineDraft, NoticeDraft, RecipientDraft } from './types'

/** Where a place of the content comes from in the draft, so that the server's faults find their field. */
export type Origin = { content: string; draft: string }

export interface Built {
  content: NoticeContent
  faults: Fault[]
  origins: Origin[]
}

/** Collects faults and origins of one block while it is built. */
interface Pen {
  at: string
  period: string
  faults: Fault[]
  origins: Origin[]
}

const AMOUNT_FAULT = '这里要写金额，例如 1234.50。'
const NOTHING_WRITTEN = '还没有填写任何内容。本期没有发生的，请选“本期无发生”。'
const DATE_FAULT = '这里要写日期，例如 2026-03-05。'
const DIRECTION_FAULT = '请选是收入还是支出。'
const COUNT_FAULT = '这里要写人数，例如 3。'

function amount(pen: Pen, field: string, typed: string): number {
  const fen = parseYuan(typed)
  if (fen === null) pen.faults.push({ field: `${pen.at}.${field}`, message: AMOUNT_FAULT })
  return fen ?? 0
}

function count(pen: Pen, field: string, typed: string): number {
  const persons = parseCount(typed)
  if (persons === null) pen.faults.push({ field: `${pen.at}.${field}`, message: COUNT_FAULT })
  return persons ?? 0
}

function must(pen: Pen, field: string, typed: string, what: string): string {
  const text = typed.trim()
  if (!text) pen.faults.push({ field: `${pen.at}.${field}`, message: `请填写${what}。` })
  return text
}

/** A day as it was picked, typed or read from a sheet. */
function day(pen: Pen, field: string, typed: string): string {
  const text = must(pen, field, typed, '日期')
  const date = text && parseDay(text, pen.period.slice(0, 4))
  if (date === null) pen.faults.push({ field: `${pen.at}.${field}`, message: DATE_FAULT })
  return date ?? ''
}

function direction(pen: Pen, field: string, chosen: LineDraft['direction']): MoneyLine['direction'] {
  if (chosen) return chosen
  pen.faults.push({ field: `${pen.at}.${field}`, message: DIRECTION_FAULT })
  return 'expense'
}

/** An optional text leaves no empty key behind. */
const optional = <Key extends string>(key: Key, typed: string): { [K in Key]?: string } =>
  (typed.trim() ? { [key]: typed.trim() } : {}) as { [K in Key]?: string }

const isBlankLine = (line: LineDraft) => !line.date && !line.item.trim() && !line.amountFen.trim()
const isBlankRecipient = (row: RecipientDraft) =>
  !row.name.trim() && !row.amountFen.trim() && !row.scheme.trim()

function moneyLine(pen: Pen, line: LineDraft, index: number): MoneyLine {
  const field = (name: string) => `lines.${index}.${name}`
  return {
    date: day(pen, field('date'), line.date),
    direction: direction(pen, field('direction'), line.direction),
    item: must(pen, field('item'), line.item, '收支事项'),
    amountFen: amount(pen, field('amountFen'), line.amountFen),
    ...optional('handler', line.handler),
    ...optional('voucher', line.voucher),
  }
}

function recipient(pen: Pen, row: RecipientDraft, index: number): RecipientRow {
  const field = (name: string) => `rows.${index}.${name}`
  return {
    name: must(pen, field('name'), row.name, '姓名'),
    ...optional('group', row.group),
    scheme: must(pen, field('scheme'), row.scheme, '补贴项目'),
    ...optional('standard', row.standard),
    persons: count(pen, field('persons'), row.persons),
    amountFen: amount(pen, field('amountFen'), row.amountFen),
  }
}

/** Rows that hold something, with the place where each was typed. */
function written<Row, Made>(
  rows: readonly Row[],
  isBlank: (row: Row) => boolean,
  make: (row: Row, index: number) => Made,
): { made: Made[]; places: number[] } {
  const places = rows.map((_, index) => index).filter(index => !isBlank(rows[index] as Row))
  return { made: places.map(index => make(rows[index] as Row, index)), places }
}

interface MadeBlock {
  block: ContentBlock
  /** Draft index of each row kept, and the name of the list. */
  rows?: { name: 'lines' | 'rows'; places: number[] }
}

function moneyBlock(draft: DraftOf<'money'>, pen: Pen): MadeBlock | null {
  const { made, places } = written(draft.lines, isBlankLine, (line, index) => moneyLine(pen, line, index))
  if (made.length === 0 && !draft.openingFen.trim() && !draft.closingFen.trim()) return null
  const block: ContentBlock = {
    type: 'money',
    label: draft.label,
    openingFen: amount(pen, 'openingFen', draft.openingFen),
    lines: made,
    closingFen: amount(pen, 'closingFen', draft.closingFen),
  }
  return { block, rows: { name: 'lines', places } }
}

function recipientsBlock(draft: DraftOf<'recipients'>, pen: Pen): MadeBlock | null {
  const { made, places } = written(draft.rows, isBlankRecipient, (row, index) => recipient(pen, row, index))
  if (made.length === 0 && !draft.totalFen.trim()) return null
  const block: ContentBlock = {
    type: 'recipients',
    label: draft.label,
    rows: made,
    totalPersons: count(pen, 'totalPersons', draft.totalPersons),
    totalFen: amount(pen, 'totalFen', draft.totalFen),
  }
  return { block, rows: { name: 'rows', places } }
}

/** Null when nothing was written into the block. */
function makeBlock(draft: BlockDraft, pen: Pen): MadeBlock | null {
  switch (draft.type) {
    case 'text':
      return draft.text.trim() ? { block: { ...draft, text: draft.text.trim() } } : null
    case 'facts':
      return draft.entries.length > 0
        ? {
            block: {
              ...draft,
              entries: draft.entries.map(entry => ({ ...entry, value: entry.value.trim() })),
            },
          }
        : null
    case 'money':
      return moneyBlock(draft, pen)
    case 'recipients':
      return recipientsBlock(draft, pen)
    case 'kept':
      return draft.block.files.length > 0 ? { block: draft.block } : null
  }
}

function originsOf(contentAt: string, draftAt: string, rows: MadeBlock['rows']): Origin[] {
  const ofRows = (rows?.places ?? []).map((place, index) => ({
    content: `${contentAt}.${rows?.name}.${index}`,
    draft: `${draftAt}.${rows?.name}.${place}`,
  }))
  return [{ content: contentAt, draft: draftAt }, ...ofRows]
}

/** The typed draft as content, with every fault that can be seen without the server. */
export function toContent(draft: NoticeDraft): Built {
  const faults: Fault[] = []
  const origins: Origin[] = []
  const { period } = draft
  const title = must({ at: 'draft', period, faults, origins }, 'title', draft.title, '标题')
  if (draft.nothing) {
    const block: ContentBlock = { type: 'nothing', ...optional('note', draft.nothingNote) }
    return { content: { title, period, blocks: [block] }, faults, origins }
  }
  const blocks: ContentBlock[] = []
  draft.blocks.forEach((block, index) => {
    const at = `blocks.${index}`
    const made = makeBlock(block, { at, period, faults, origins })
    if (!made) return
    origins.push(...originsOf(`content.blocks.${blocks.length}`, at, made.rows))
    blocks.push(made.block)
  })
  if (blocks.length === 0) faults.push({ field: 'draft.blocks', message: NOTHING_WRITTEN })
  return { content: { title, period, blocks }, faults, origins }
}
