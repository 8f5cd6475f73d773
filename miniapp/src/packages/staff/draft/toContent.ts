import type { ContentBlock, MoneyLine, NoticeContent, RecipientRow } from '@shared/contract/disclosure/notice'
import { sheetForm } from '@shared/facts/disclosure/sheets'
import { type Origin, type Parser, amount, count, day, direction, required, soundRows } from './parser'
import { isBlankRow, sheetRow, statementRows } from './sheets'
import type { BlockDraft, DraftOf, Fault, LineDraft, NoticeDraft, RecipientDraft } from './types'

const NOTHING_WRITTEN = '还没有填写任何内容。本期没有发生的，请选“本期无发生”。'

export interface Built {
  content: NoticeContent
  faults: Fault[]
  origins: Origin[]
}

/** Omits the key of an empty optional text. */
const optional = <Key extends string>(key: Key, typed: string): { [K in Key]?: string } =>
  (typed.trim() ? { [key]: typed.trim() } : {}) as { [K in Key]?: string }

const isBlankLine = (line: LineDraft) => !line.date && !line.item.trim() && !line.amountFen.trim()
const isBlankRecipient = (row: RecipientDraft) =>
  !row.name.trim() && !row.amountFen.trim() && !row.scheme.trim()

const moneyLine = soundRows<LineDraft, MoneyLine>((pen, line, index) => {
  const field = (name: string) => `lines.${index}.${name}`
  return {
    date: day(pen, field('date'), line.date),
    direction: direction(pen, field('direction'), line.direction),
    item: required(pen, field('item'), line.item, '收支事项'),
    amountFen: amount(pen, field('amountFen'), line.amountFen),
    ...optional('handler', line.handler),
    ...optional('voucher', line.voucher),
    ...(line.images && line.images.length > 0 && { images: line.images }),
  }
})

const recipient = soundRows<RecipientDraft, RecipientRow>((pen, row, index) => {
  const field = (name: string) => `rows.${index}.${name}`
  return {
    name: required(pen, field('name'), row.name, '姓名'),
    ...optional('group', row.group),
    scheme: required(pen, field('scheme'), row.scheme, '补贴项目'),
    ...optional('standard', row.standard),
    persons: count(pen, field('persons'), row.persons),
    amountFen: amount(pen, field('amountFen'), row.amountFen),
  }
})

/** Parses the non-empty rows, with the draft index of each. */
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
  /** Draft index of each parsed row, and the name of the list. */
  rows?: { name: 'lines' | 'rows'; places: number[] }
}

function moneyBlock(draft: DraftOf<'money'>, pen: Parser): MadeBlock | null {
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

function recipientsBlock(draft: DraftOf<'recipients'>, pen: Parser): MadeBlock | null {
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

function sheetBlock({ sheet, label, rows }: DraftOf<'sheet'>, pen: Parser): MadeBlock | null {
  const form = sheetForm(sheet)
  if (form.kind === 'statement') {
    const lines = statementRows(pen, form, rows)
    const places = lines.map((_, index) => index)
    return lines.length > 0 ? { block: { type: 'sheet', sheet, label, rows: lines }, rows: { name: 'rows', places } } : null // prettier-ignore
  }
  const { made, places } = written(rows, isBlankRow, (row, index) => sheetRow(pen, row, index, form))
  if (made.length === 0) return null
  return { block: { type: 'sheet', sheet, label, rows: made }, rows: { name: 'rows', places } }
}

/** Null if the block is empty. */
function makeBlock(draft: BlockDraft, pen: Parser): MadeBlock | null {
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
    case 'sheet':
      return sheetBlock(draft, pen)
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

/** Parses the draft to content, with every fault that can be found without the server. */
export function toContent(draft: NoticeDraft): Built {
  const faults: Fault[] = []
  const origins: Origin[] = []
  const { period } = draft
  const title = required({ at: 'draft', period, faults, origins }, 'title', draft.title, '标题')
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
