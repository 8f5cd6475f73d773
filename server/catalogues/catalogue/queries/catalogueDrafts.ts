import { trusted } from 'mongoose'
import type { CellField, CellMark } from '@shared/contract/catalogues/catalogueDraft'
import { CELL_FIELDS, isOpen } from '@server/domain/catalogueDraft/fields'
import { faultText } from '@shared/texts/errors'
import { invalidRequest, notFound } from '@server/platform/errors'
import type { Db } from '@server/platform/store/db'
import {
  CatalogueDrafts,
  CatalogueDraftRows,
  type DraftRow,
  type CatalogueDraftRow,
} from '../models/catalogueDrafts'
import { Orgs, type OrgRow } from '@server/people/orgs'

/** Draft with its organisation. */
export interface DraftContext {
  draft: CatalogueDraftRow
  org: OrgRow
}

/** @throws AppError 404 `draft-not-found` */
export async function requireDraft(db: Db, id: string): Promise<DraftContext> {
  const draft = await db.of(CatalogueDrafts).findById(id).lean<CatalogueDraftRow>().exec()
  const org = draft && (await db.of(Orgs).findById(draft.orgCode).lean<OrgRow>().exec())
  if (!org) throw notFound('draft-not-found', 'id')
  return { draft, org }
}

/** Row of a draft with the draft. */
export interface DraftRowContext extends DraftContext {
  line: DraftRow
}

/** @throws AppError 404 `draft-row-not-found` */
export async function requireDraftRow(db: Db, id: string): Promise<DraftRowContext> {
  const line = await db.of(CatalogueDraftRows).findById(id).lean<DraftRow>().exec()
  if (!line) throw notFound('draft-row-not-found', 'id')
  return { line, ...(await requireDraft(db, line.draftId)) }
}

const LISTED = 30

/** Lists the drafts of an organisation, last changed first. */
export const draftsOf = (db: Db, orgCode: string): Promise<CatalogueDraftRow[]> =>
  db
    .of(CatalogueDrafts)
    .find({ orgCode })
    .sort({ updatedAt: -1, _id: -1 })
    .limit(LISTED)
    .lean<CatalogueDraftRow[]>()
    .exec()

/** Lists all rows of a draft in their order. */
export const linesOf = (db: Db, draftId: string): Promise<DraftRow[]> =>
  db.of(CatalogueDraftRows).find({ draftId }).sort({ order: 1, _id: 1 }).lean<DraftRow[]>().exec()

/** Cursor `flagged.order` in the rows of a draft; flagged rows come first. */
const CURSOR = /^([01])\.(\d{1,9}(?:\.\d{1,20})?)$/

const encoded = ({ flagged, order }: DraftRow) =>
  Buffer.from(`${flagged ? 1 : 0}.${order}`).toString('base64url')

function placeOf(cursor: string): { flagged: boolean; order: number } {
  const match = CURSOR.exec(Buffer.from(cursor, 'base64url').toString())
  if (!match) {
    throw invalidRequest([
      { code: 'bad-format', field: 'cursor', message: faultText(['cursor'], 'bad-format') },
    ])
  }
  return { flagged: match[1] === '1', order: Number(match[2]) }
}

type Part = { flagged: boolean } | { isOpen: true }

const partFrom = (db: Db, draftId: string, part: Part, after: number | null, limit: number) =>
  db
    .of(CatalogueDraftRows)
    .find({ draftId, ...part, ...(after !== null && { order: trusted({ $gt: after }) }) })
    .sort({ order: 1, _id: 1 })
    .limit(limit)
    .lean<DraftRow[]>()
    .exec()

export interface DraftRowSlice {
  lines: DraftRow[]
  nextCursor: string | null
}

interface Wanted {
  cursor?: string
  limit: number
  only?: 'open'
}

/** Reads a page of rows: those flagged at the import first, or only those with unreviewed cells. */
export async function draftRowPage(
  db: Db,
  draftId: string,
  { cursor, limit, only }: Wanted,
): Promise<DraftRowSlice> {
  const place = cursor === undefined ? null : placeOf(cursor)
  const after = place?.order ?? null
  const found: DraftRow[] = []
  if (only === 'open') found.push(...(await partFrom(db, draftId, { isOpen: true }, after, limit + 1)))
  else {
    if (place?.flagged !== false) {
      found.push(...(await partFrom(db, draftId, { flagged: true }, after, limit + 1)))
    }
    const from = place?.flagged === false ? after : null
    const missing = limit + 1 - found.length
    if (missing > 0) found.push(...(await partFrom(db, draftId, { flagged: false }, from, missing)))
  }
  const lines = found.slice(0, limit)
  const last = lines.at(-1)
  return { lines, nextCursor: found.length > limit && last ? encoded(last) : null }
}

/** Lists the rows with unreviewed cells. */
export const openLinesOf = (db: Db, draftId: string): Promise<DraftRow[]> =>
  db
    .of(CatalogueDraftRows)
    .find({ draftId, isOpen: true })
    .sort({ order: 1, _id: 1 })
    .lean<DraftRow[]>()
    .exec()

export interface Doubt {
  field: CellField
  reason: string
  cells: number
}

/** Joins the doubts about a cell into one sentence. */
export const doubtOf = ({ reasons }: CellMark): string => reasons.join('；')

/** Counts the doubts about unreviewed cells by column and reason, most cells first. */
export function doubtsIn(lines: readonly DraftRow[]): Doubt[] {
  const doubts = new Map<string, Doubt>()
  for (const { marks } of lines) {
    for (const field of CELL_FIELDS) {
      const { state } = marks[field]
      if (!isOpen(state)) continue
      const reason = doubtOf(marks[field])
      const key = `${field}\n${reason}`
      const doubt = doubts.get(key) ?? { field, reason, cells: 0 }
      doubt.cells += 1
      doubts.set(key, doubt)
    }
  }
  return [...doubts.values()].sort((a, b) => b.cells - a.cells)
}
