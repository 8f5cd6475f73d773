import { z } from 'zod'
import { Catalogue, CatalogueColumns, ParseWarning } from './catalogue'
import { CalendarDate, Id, Instant, Issue, SHA256, pageOf } from '../common'

/**
 * Draft of a catalogue version 目录草稿: rows read from a file, checked cell by cell, then activated by a second
 * person.
 */

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

/** How a cell got its value: read, inherited from a merged cell, uncertain, or decided by a person. */
export const CellState = z.enum(['read', 'inherited', 'uncertain', 'accepted', 'fixed'])
export type CellState = z.infer<typeof CellState>

/** Values of a row; name and area 领域 may still be missing. */
export const DraftColumns = CatalogueColumns.extend({
  area: z.string().nullable(),
  path: z.array(z.string()),
})
export type DraftColumns = z.infer<typeof DraftColumns>

export const CellMark = z.object({
  state: CellState,
  /** Reasons for a manual check, in Chinese. */
  reasons: z.array(z.string()),
  /** Source text; null if there was none. */
  source: z.string().nullable(),
  /** Value suggested in place of a damaged one. */
  suggestion: z.string().nullable(),
})
export type CellMark = z.infer<typeof CellMark>

export const DraftCell = CellMark.extend({
  field: CellField,
  label: z.string(),
  /** Value as text, in the format of a correction. */
  text: z.string(),
  /** The cell cannot be accepted as read: without a value the item is incomplete. */
  mustFix: z.boolean(),
})
export type DraftCell = z.infer<typeof DraftCell>

export const DraftRow = z.object({
  id: Id,
  draftId: Id,
  version: z.int(),
  sheet: z.string().nullable(),
  /** Row or line of the source; null for a row added by hand. */
  sourceRow: z.int().nullable(),
  /** Item path in one line. */
  name: z.string(),
  /** Reason for leaving the row out; null: the row is kept. */
  dropped: z.object({ reason: z.string(), by: z.string(), at: Instant }).nullable(),
  /** Cells that still need a manual check. */
  open: z.int(),
  cells: z.array(DraftCell),
})
export type DraftRow = z.infer<typeof DraftRow>

export const DraftState = z.enum(['open', 'submitted', 'active', 'discarded'])
export type DraftState = z.infer<typeof DraftState>

/** Whether a draft replaces the catalogue in force 整体替换, or only adds and changes 只补充修改. */
export const DraftScope = z.enum(['replace', 'amend'])
export type DraftScope = z.infer<typeof DraftScope>

/** `apply`: the rows go into a village's own list. */
export const DraftAbility = z.enum(['update', 'submit', 'reopen', 'discard', 'activate', 'apply'])
export type DraftAbility = z.infer<typeof DraftAbility>

export const DraftSummary = z.object({
  id: Id,
  orgCode: z.string(),
  orgName: z.string(),
  /** Of a village's own list; otherwise of the street's catalogue. */
  ofVillage: z.boolean(),
  state: DraftState,
  stateLabel: z.string(),
  version: z.int(),
  source: z.object({ file: z.string(), kind: z.string(), sha256: SHA256, pasted: z.boolean() }),
  title: z.string().nullable(),
  areas: z.array(z.string()),
  rows: z.int(),
  /** Cells that still need a manual check, and their number at the start. */
  open: z.int(),
  flagged: z.int(),
  createdBy: z.string(),
  createdAt: Instant,
  updatedAt: Instant,
})
export type DraftSummary = z.infer<typeof DraftSummary>

export const DraftPage = DraftSummary.extend({
  warnings: z.array(ParseWarning),
  /** First day of the new version; null: the day of activation. */
  effectiveFrom: CalendarDate.nullable(),
  /** Everyone who imported or changed the draft; none of them may activate it. */
  writers: z.array(z.string()),
  abilities: z.array(DraftAbility),
  /** Reason why this person may not activate it although another may. */
  activateRefusal: z.string().nullable(),
})
export type DraftPage = z.infer<typeof DraftPage>

/** Doubts shared by several cells of a column, most cells first, to be settled together. */
export const DraftDoubts = z.object({
  items: z.array(z.object({ field: CellField, label: z.string(), reason: z.string(), cells: z.int() })),
})
export type DraftDoubts = z.infer<typeof DraftDoubts>

/** Result of an import; `known`: a sentence if the same file had already been imported. */
export const DraftImport = z.object({ draft: DraftPage, known: z.string().nullable() })
export type DraftImport = z.infer<typeof DraftImport>

export const DraftList = z.object({ items: z.array(DraftSummary) })
export type DraftList = z.infer<typeof DraftList>

const AreaName = z.string().trim().min(1).max(60)
/** `name`: file name, if the sender's own was lost in the upload. */
export const UploadDraft = z.object({
  name: z
    .string()
    .trim()
    .regex(/^[^/\\\0]{1,200}$/)
    .optional(),
  sheet: z.string().max(31).optional(),
  area: AreaName.optional(),
})

/** Text copied from a web page or document. */
export const PasteDraft = z.strictObject({
  text: z.string().trim().min(1).max(300_000),
  /** Name for the pasted text. */
  name: z.string().trim().min(1).max(100),
  area: AreaName.nullable().default(null),
})
export type PasteDraft = z.infer<typeof PasteDraft>

export const DraftRowQuery = z.object({
  cursor: z.string().max(40).optional(),
  limit: z.coerce.number<number>().int().min(1).max(50).default(20),
  /** Only rows with cells that need a manual check. */
  only: z.enum(['open']).optional(),
})
export type DraftRowQuery = z.infer<typeof DraftRowQuery>
export const DraftRowPage = pageOf(DraftRow)
export type DraftRowPage = z.infer<typeof DraftRowPage>

const Seen = { version: z.int().min(0) }
const Reason = z.string().trim().min(2).max(200)
const CellText = z.string().max(5000)

/** Corrects cells of a row and accepts doubtful ones as read. */
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

/** Adds a row after another one, or at the end. */
export const AddRow = z.strictObject({
  ...Seen,
  after: Id.nullable().default(null),
  cells: z
    .array(z.strictObject({ field: CellField, text: CellText }))
    .min(1)
    .max(11),
})
export type AddRow = z.infer<typeof AddRow>

/** Accepts all cells of a column with the same doubt as read. */
export const AcceptSimilarCells = z.strictObject({
  ...Seen,
  field: CellField,
  reason: z.string().min(1).max(2000),
})
export type AcceptSimilarCells = z.infer<typeof AcceptSimilarCells>

/** Sets the area 写明领域 of every row without one. */
export const SetAreaForRows = z.strictObject({ ...Seen, area: AreaName })
export type SetAreaForRows = z.infer<typeof SetAreaForRows>

/** A row with the draft's counts after a change. */
export const UpdatedDraftRow = z.object({ row: DraftRow, draft: DraftPage })
export type UpdatedDraftRow = z.infer<typeof UpdatedDraftRow>

/** Successor 接续: the row that replaces an item in force; without a row the item has none. */
export const Successor = z.strictObject({ key: z.string().min(1).max(40), rowId: Id.nullable() })
export type Successor = z.infer<typeof Successor>

export const SetTerms = z.strictObject({
  ...Seen,
  effectiveFrom: CalendarDate.nullable(),
  successors: z.array(Successor).max(2000),
  /** Absent: as before. */
  scope: DraftScope.optional(),
})
export type SetTerms = z.infer<typeof SetTerms>

export const AdvanceDraft = z.strictObject({ ...Seen })
export type AdvanceDraft = z.infer<typeof AdvanceDraft>
/** `against`: ids of the versions in force that the displayed difference was computed with. */
export const ActivateDraft = z.strictObject({ ...Seen, against: z.array(Id).max(200) })
export type ActivateDraft = z.infer<typeof ActivateDraft>

const ChangedField = z.object({ label: z.string(), before: z.string(), after: z.string() })
const Item = z.object({ path: z.array(z.string()) })
/** Id of a draft's row; in a village's own catalogue the item's key. */
const RowId = z.string()

/** Difference from the version in force 与现行目录的不同, for one area. Lists are truncated, `counts` are complete. */
export const AreaDiff = z.object({
  area: z.string(),
  title: z.string(),
  /** What it is compared with, in Chinese. */
  note: z.string(),
  /** Version in force; null for a new area. */
  before: z.object({ id: Id, version: z.int(), effectiveFrom: CalendarDate }).nullable(),
  counts: z.object({
    added: z.int(),
    removed: z.int(),
    changed: z.int(),
    renamed: z.int(),
    same: z.int(),
    /** Items that the draft does not name and that stay, if it only adds and changes. */
    kept: z.int(),
  }),
  added: z.array(Item.extend({ rowId: RowId })),
  removed: z.array(
    Item.extend({
      key: z.string(),
      /** Affected parts: open obligations, notices in progress, villages whose catalogue is based on it. */
      obligations: z.int(),
      notices: z.int(),
      villages: z.int(),
    }),
  ),
  changed: z.array(Item.extend({ rowId: RowId, fields: z.array(ChangedField) })),
  renamed: z.array(
    Item.extend({
      rowId: RowId,
      key: z.string(),
      before: z.array(z.string()),
      fields: z.array(ChangedField),
      /** Suggested by similar names, not yet confirmed by a person. */
      suggested: z.boolean(),
    }),
  ),
})
export type AreaDiff = z.infer<typeof AreaDiff>

export const DraftDiff = z.object({
  draft: DraftPage,
  against: z.array(Id),
  areas: z.array(AreaDiff),
  /** Asked where the draft does not name every item; `chosen` null: no decision yet, shown as proposed. */
  scope: z.object({
    asked: z.boolean(),
    chosen: DraftScope.nullable(),
    proposed: DraftScope,
    because: z.string(),
  }),
  /** Version of the village's list that it was compared with; null for a street. */
  listVersion: z.int().nullable(),
  /** Decisions about renamed items. */
  successors: z.array(Successor),
  /** Open issues that prevent activation. */
  issues: z.array(Issue),
  /** Consequences of activation, for the person who decides. */
  remarks: z.array(Issue),
})
export type DraftDiff = z.infer<typeof DraftDiff>

export const ActivatedDraft = z.object({ draft: DraftPage, catalogues: z.array(Catalogue) })
export type ActivatedDraft = z.infer<typeof ActivatedDraft>
