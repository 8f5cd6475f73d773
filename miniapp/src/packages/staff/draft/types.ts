import type { SheetCode } from '@shared/facts/disclosure/sheets'
import type { Attachment, ContentBlock, MoneyLine } from '@shared/contract/disclosure/notice'

/** What a person is typing: every value as text, half-written lines allowed. */
export interface LineDraft {
  date: string
  /** Empty while nobody has said. */
  direction: MoneyLine['direction'] | ''
  item: string
  amountFen: string
  handler: string
  voucher: string
  /** 凭证图片; a draft that was kept before there were any has none. */
  images?: Attachment[]
  /** Row of the sheet that it was read from; where mended rows go back to. */
  sourceRow?: number
}

export interface RecipientDraft {
  name: string
  group: string
  scheme: string
  standard: string
  persons: string
  amountFen: string
  /** Row of the sheet that it was read from; where mended rows go back to. */
  sourceRow?: number
}

/** A row of a register or a line of a statement, by the fields of its columns. */
export interface SheetRowDraft {
  values: Record<string, string>
  /** Row of the sheet that it was read from; where mended rows go back to. */
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
  /** On a street's notice: the village that it is about; empty = all. */
  regards: string
  /** 本期无发生: nothing happened; the blocks are not sent. */
  nothing: boolean
  nothingNote: string
  blocks: BlockDraft[]
}

/** A fault beside its field: path within the draft (`blocks.2.lines.0.amountFen`) → plain sentence. */
export interface Fault {
  field: string
  message: string
}
