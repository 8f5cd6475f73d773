import type { ParseWarning } from '@shared/contract/catalogues/catalogue'
import type {
  DraftColumns,
  DraftScope,
  DraftState,
  DraftSummary,
  Successor,
} from '@shared/contract/catalogues/catalogueDraft'
import type { Marks } from '@server/domain/catalogueDraft/marks'
import {
  checked,
  checkedIfAny,
  checkedOrNull,
  defineCollection,
  instant,
  text,
  textOrNull,
  texts,
  whole,
  wholeOrNull,
  yesNo,
} from '@server/platform/store/collection'

/** Draft of a catalogue version 目录草稿; activation turns it into versions of `catalogues`. */
export interface CatalogueDraftRow {
  _id: string
  orgCode: string
  state: DraftState
  /** Open or submitted: a file has one live draft at a time. */
  live: boolean
  /** Hash of the file or text. */
  sha256: string
  /** Counter for compare-and-set; every change adds one. */
  version: number
  source: Omit<DraftSummary['source'], 'sha256'>
  /** The pasted text; null for a file. */
  pasted: string | null
  title: string | null
  /** Titles of tables by area, where the source has one. */
  titles: { area: string; title: string }[]
  warnings: ParseWarning[]
  /** Number of rows that are not dropped. */
  rowCount: number
  /** Unreviewed cells of rows that are not dropped. */
  open: number
  /** `open` at the import. */
  flagged: number
  effectiveFrom: string | null
  successors: Successor[]
  /** Decision 整体替换或只补充修改; absent: none yet. */
  scope?: DraftScope | undefined
  /** Ids of everyone who imported or changed it: none of them may activate it. */
  writers: string[]
  writerNames: string[]
  createdBy: string
  createdByName: string
  createdAt: Date
  updatedAt: Date
}

export const CatalogueDrafts = defineCollection<CatalogueDraftRow>({
  name: 'catalogueDrafts',
  fields: {
    _id: text,
    orgCode: text,
    state: text,
    live: yesNo,
    sha256: text,
    version: whole,
    source: checked,
    pasted: textOrNull,
    title: textOrNull,
    titles: checked,
    warnings: checked,
    rowCount: whole,
    open: whole,
    flagged: whole,
    effectiveFrom: textOrNull,
    successors: checked,
    scope: checkedIfAny,
    writers: texts,
    writerNames: texts,
    createdBy: text,
    createdByName: { type: String, default: '' },
    createdAt: instant,
    updatedAt: instant,
  },
  indexes: [
    { fields: { orgCode: 1, updatedAt: -1, _id: -1 } },
    { fields: { orgCode: 1, sha256: 1 }, unique: true, partial: { live: true } },
    { fields: { orgCode: 1, sha256: 1, state: 1, updatedAt: -1 } },
  ],
})

/** Row of a draft with its cells. */
export interface DraftRow {
  _id: string
  draftId: string
  orgCode: string
  /** Position in the draft; an inserted row takes a value between its neighbours. */
  order: number
  version: number
  sheet: string | null
  sourceRow: number | null
  columns: DraftColumns
  marks: Marks
  /** Had uncertain cells at the import: such rows sort first, even after correction. */
  flagged: boolean
  /** Number of unreviewed cells. */
  open: number
  isOpen: boolean
  dropped: { reason: string; by: string; at: string } | null
}

export const CatalogueDraftRows = defineCollection<DraftRow>({
  name: 'catalogueDraftRows',
  fields: {
    _id: text,
    draftId: text,
    orgCode: text,
    order: { type: Number, required: true },
    version: whole,
    sheet: textOrNull,
    sourceRow: wholeOrNull,
    columns: checked,
    marks: checked,
    flagged: yesNo,
    open: whole,
    isOpen: yesNo,
    dropped: checkedOrNull,
  },
  indexes: [
    { fields: { draftId: 1, order: 1, _id: 1 } },
    { fields: { draftId: 1, flagged: 1, order: 1, _id: 1 } },
    { fields: { draftId: 1, isOpen: 1, order: 1, _id: 1 } },
  ],
})
