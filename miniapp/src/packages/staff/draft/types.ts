import type { SheetCode } from '@shared/facts/disclosure/sheets'
import type { Attachment, ContentBlock, MoneyLine } from '@shared/contract/disclosure/notice'

/** A line being edited: every value as text, incomplete lines allowed. */
export interface LineDraft {
  date: string
  /** Empty if not chosen yet. */
  direction: MoneyLine['direction'] | ''
  item: string
  amountFen: string
  handler: string
  voucher: string
  /** Voucher pictures 凭证图片; absent in drafts from older versions. */
  images?: Attachment[]
  /** Row of the imported sheet, which a corrected row replaces. */
  sourceRow?: number
  /** Amount of the same entry last period, shown and never sent. */
  lastFen?: string
}

export interface RecipientDraft {
  name: string
  group: string
  scheme: string
  standard: string
  persons: string
  amountFen: string
  /** Row of the imported sheet, which a corrected row replaces. */
  sourceRow?: number
}

/** A row of a register or a line of a statement, by column field. */
export interface SheetRowDraft {
  values: Record<string, string>
  /** Row of the imported sheet, which a corrected row replaces. */
  sourceRow?: number
}

export type BlockDraft =
  | { type: 'text'; label: string; text: string }
  | { type: 'facts'; label: string; entries: { label: string; value: string }[] }
  | { type: 'money'; label: string; openingFen: string; lines: LineDraft[]; closingFen: string }
  | { type: 'recipients'; label: string; rows: RecipientDraft[]; totalPersons: string; totalFen: string }
  | { type: 'sheet'; sheet: SheetCode; label: string; rows: SheetRowDraft[] }
  | { type: 'kept'; block: Extract<ContentBlock, { type: 'attachments' }> }

export type DraftOf<Type extends BlockDraft['type']> = Extract<BlockDraft, { type: Type }>

export interface NoticeDraft {
  title: string
  period: string
  /** On a street's notice: the village that it concerns; empty: all. */
  regards: string
  /** Declares that nothing happened 本期无发生; the blocks are not sent. */
  nothing: boolean
  nothingNote: string
  blocks: BlockDraft[]
}

/** A fault of a field: path within the draft (`blocks.2.lines.0.amountFen`) → plain sentence. */
export interface Fault {
  field: string
  message: string
}
