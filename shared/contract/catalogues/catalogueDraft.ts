import { z } from 'zod'
import { Catalogue, CatalogueColumns, ParseWarning } from './catalogue'
import { CalendarDate, Id, Instant, Issue, SHA256, pageOf } from '../common'

/** Draft of a catalogue version 目录草稿: what was read of a file, checked cell by cell, then put into force by a second person. */

export const CellField = z.enum([
  'displayNo',
  'area',
  'path',
  'elements',
  'basis',
  'deadline',
  'subjects',
  'channels',
  'audience',
  'mode',
  'levels',
])
export type CellField = z.infer<typeof CellField>

/** How a cell came by its value: read as it stood, carried over from a merged cell, open to doubt, or decided by a person. */
export const CellState = z.enum(['read', 'inherited', 'uncertain', 'accepted', 'fixed'])
export type CellState = z.infer<typeof CellState>

/** A row's values; it may still lack name and area 领域. */
export const DraftColumns = CatalogueColumns.extend({
  area: z.string().nullable(),
  path: z.array(z.string()),
})
export type DraftColumns = z.infer<typeof DraftColumns>

export const CellMark = z.object({
  state: CellState,
  /** Why a person has to look, in Chinese. */
  reasons: z.array(z.string()),
  /** The words of the source; null where there were none. */
  source: z.string().nullable(),
  /** A value that the reader suggests in place of a damaged one. */
  suggestion: z.string().nullable(),
})
export type CellMark = z.infer<typeof CellMark>

export const DraftCell = CellMark.extend({
  field: CellField,
  label: z.string(),
  /** The value as it is written in a cell; a fix is written alike. */
  text: z.string(),
  /** Nobody may take it as it was read: without a value there is no item. */
  mustFix: z.boolean(),
})
export type DraftCell = z.infer<typeof DraftCell>

export const DraftRow = z.object({
  id: Id,
  draftId: Id,
  version: z.int(),
  sheet: z.string().nullable(),
  /** Row or line of the source; null for a row put in by hand. */
  sourceRow: z.int().nullable(),
  /** Item path in one line. */
  name: z.string(),
  /** Why it was left out; null = it stays. */
  dropped: z.object({ reason: z.string(), by: z.string(), at: Instant }).nullable(),
  /** Cells that a person has still to look at. */
  open: z.int(),
  cells: z.array(DraftCell),
})
export type DraftRow = z.infer<typeof DraftRow>

export const DraftState = z.enum(['open', 'submitted', 'active', 'discarded'])
export type DraftState = z.infer<typeof DraftState>

export const DraftAbility = z.enum(['mend', 'submit', 'reopen', 'discard', 'activate'])
export type DraftAbility = z.infer<typeof DraftAbility>

export const DraftSummary = z.object({
  id: Id,
  orgCode: z.string(),
  orgName: z.string(),
  state: DraftState,
  stateLabel: z.string(),
  version: z.int(),
  source: z.object({ file: z.string(), kind: z.string(), sha256: SHA256, pasted: z.boolean() }),
  title: z.string().nullable(),
  areas: z.array(z.string()),
  rows: z.int(),
  /** Cells that wait for a person, and how many there were at the beginning. */
  open: z.int(),
  flagged: z.int(),
  createdBy: z.string(),
  createdAt: Instant,
  updatedAt: Instant,
})
export type DraftSummary = z.infer<typeof DraftSummary>

export const DraftPage = DraftSummary.extend({
  warnings: z.array(ParseWarning),
  /** First day of the new version; null = the day on which it is put into force. */
  effectiveFrom: CalendarDate.nullable(),
  /** Everyone who imported or altered it: none of them may put it into force. */
  writers: z.array(z.string()),
  abilities: z.array(DraftAbility),
  /** Why this person may not put it into force, where another one may. */
  activateRefusal: z.string().nullable(),
})
export type DraftPage = z.infer<typeof DraftPage>

/** Doubts that several cells of a column share, most cells first: settled together. */
export const DraftDoubts = z.object({
  items: z.array(z.object({ field: CellField, label: z.string(), reason: z.string(), cells: z.int() })),
})
export type DraftDoubts = z.infer<typeof DraftDoubts>

/** What an import answers; `known`: the same file had been imported already, in words. */
export const DraftImport = z.object({ draft: DraftPage, known: z.string().nullable() })
export type DraftImport = z.infer<typeof DraftImport>

export const DraftList = z.object({ items: z.array(DraftSummary) })
export type DraftList = z.infer<typeof DraftList>

const AreaName = z.string().trim().min(1).max(60)
/** `name`: of the file, where the sender's own was lost on the way. */
export const UploadDraft = z.object({
  name: z
    .string()
    .trim()
    .regex(/^[^/\\\0]{1,200}$/)
    .optional(),
  sheet: z.string().max(31).optional(),
  area: AreaName.optional(),
})

/** Text copied from a page or a document. */
export const PasteDraft = z.strictObject({
  text: z.string().trim().min(1).max(300_000),
  /** What it is to be called. */
  name: z.string().trim().min(1).max(100),
  area: AreaName.nullable().default(null),
})
export type PasteDraft = z.infer<typeof PasteDraft>

export const DraftRowQuery = z.object({
  cursor: z.string().max(40).optional(),
  limit: z.coerce.number<number>().int().min(1).max(50).default(20),
  /** Only rows with cells that wait for a person. */
  only: z.enum(['open']).optional(),
})
export type DraftRowQuery = z.infer<typeof DraftRowQuery>
export const DraftRowPage = pageOf(DraftRow)
export type DraftRowPage = z.infer<typeof DraftRowPage>

const Seen = { version: z.int().min(0) }
const Reason = z.string().trim().min(2).max(200)
const CellText = z.string().max(5000)

/** Mends cells of a row, and takes doubtful ones as they were read. */
export const UpdateDraftRow = z
  .strictObject({
    ...Seen,
    fixes: z
      .array(z.strictObject({ field: CellField, text: CellText }))
      .max(11)
      .default([]),
    accept: z.array(CellField).max(11).default([]),
  })
  .refine(({ fixes, accept }) => fixes.length + accept.length > 0, { path: ['fixes'], message: 'required' })
export type UpdateDraftRow = z.infer<typeof UpdateDraftRow>

export const DropRow = z.strictObject({ ...Seen, reason: Reason })
export type DropRow = z.infer<typeof DropRow>
export const RestoreRow = z.strictObject({ ...Seen })
export type RestoreRow = z.infer<typeof RestoreRow>

/** A row in its place after another one; at the end without one. */
export const AddRow = z.strictObject({
  ...Seen,
  after: Id.nullable().default(null),
  cells: z
    .array(z.strictObject({ field: CellField, text: CellText }))
    .min(1)
    .max(11),
})
export type AddRow = z.infer<typeof AddRow>

/** Takes every cell of a column with the same doubt as it was read. */
export const AcceptAlike = z.strictObject({ ...Seen, field: CellField, reason: z.string().min(1).max(2000) })
export type AcceptAlike = z.infer<typeof AcceptAlike>

/** 写明领域: of every row that names none. */
export const FillArea = z.strictObject({ ...Seen, area: AreaName })
export type FillArea = z.infer<typeof FillArea>

/** A row with the draft's counts after a change. */
export const UpdatedDraftRow = z.object({ row: DraftRow, draft: DraftPage })
export type UpdatedDraftRow = z.infer<typeof UpdatedDraftRow>

/** 接续: which row takes the place of an item in force; without a row it has none. */
export const Successor = z.strictObject({ key: z.string().min(1).max(40), rowId: Id.nullable() })
export type Successor = z.infer<typeof Successor>

export const SetTerms = z.strictObject({
  ...Seen,
  effectiveFrom: CalendarDate.nullable(),
  successors: z.array(Successor).max(2000),
})
export type SetTerms = z.infer<typeof SetTerms>

export const MoveDraft = z.strictObject({ ...Seen })
export type MoveDraft = z.infer<typeof MoveDraft>
/** `against`: ids of the versions in force that the difference was looked at with. */
export const ActivateDraft = z.strictObject({ ...Seen, against: z.array(Id).max(200) })
export type ActivateDraft = z.infer<typeof ActivateDraft>

const ChangedField = z.object({ label: z.string(), before: z.string(), after: z.string() })
const Item = z.object({ path: z.array(z.string()) })

/** One area of the difference 与现行目录的不同. Lists are cut; `counts` are whole. */
export const AreaDiff = z.object({
  area: z.string(),
  title: z.string(),
  /** The version in force; null for a new area. */
  before: z.object({ id: Id, version: z.int(), effectiveFrom: CalendarDate }).nullable(),
  counts: z.object({
    added: z.int(),
    removed: z.int(),
    changed: z.int(),
    renamed: z.int(),
    same: z.int(),
  }),
  added: z.array(Item.extend({ rowId: Id })),
  removed: z.array(
    Item.extend({
      key: z.string(),
      /** Duties that are not done, notices that are on the way, villages whose list goes by it. */
      duties: z.int(),
      notices: z.int(),
      villages: z.int(),
    }),
  ),
  changed: z.array(Item.extend({ rowId: Id, fields: z.array(ChangedField) })),
  renamed: z.array(
    Item.extend({
      rowId: Id,
      key: z.string(),
      before: z.array(z.string()),
      fields: z.array(ChangedField),
      /** Found by the names; a person has not confirmed it yet. */
      suggested: z.boolean(),
    }),
  ),
})
export type AreaDiff = z.infer<typeof AreaDiff>

export const DraftDiff = z.object({
  draft: DraftPage,
  against: z.array(Id),
  areas: z.array(AreaDiff),
  /** What was decided about names. */
  successors: z.array(Successor),
  /** What stands against putting it into force. */
  issues: z.array(Issue),
  /** What follows from it, for whoever decides. */
  remarks: z.array(Issue),
})
export type DraftDiff = z.infer<typeof DraftDiff>

export const ActivatedDraft = z.object({ draft: DraftPage, catalogues: z.array(Catalogue) })
export type ActivatedDraft = z.infer<typeof ActivatedDraft>
