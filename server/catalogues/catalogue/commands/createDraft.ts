import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import { openFields, type ReadDraftRow } from '@server/domain/catalogueDraft/marks'
import { chinaDate, dateLabel } from '@shared/common/period'
import type { PreparedDraft } from '@server/documents/catalogue/readDraft'
import { conflict } from '@server/platform/errors'
import { isDuplicate } from '@server/platform/store/transaction'
import {
  CatalogueDrafts,
  CatalogueDraftRows,
  type DraftRow,
  type CatalogueDraftRow,
} from '../models/catalogueDrafts'
import { newId } from '@server/platform/store/collection'
import type { OrgRow } from '@server/people/orgs'

export interface CreatedDraft {
  draft: CatalogueDraftRow
  /** Notice to the clerk that the same file was imported before; null = it was not. */
  known: string | null
}

const day = (at: Date) => dateLabel(chinaDate(at))

/** Builds the stored row of a draft, not yet reviewed. */
export function draftLine(
  draft: Pick<CatalogueDraftRow, '_id' | 'orgCode'>,
  { sheet, sourceRow, columns, marks }: ReadDraftRow,
  order: number,
  _id: string = newId('cdw'),
): DraftRow {
  const open = openFields(marks).length
  return {
    _id,
    draftId: draft._id,
    orgCode: draft.orgCode,
    order,
    version: 1,
    sheet,
    sourceRow,
    columns,
    marks,
    flagged: open > 0,
    open,
    isOpen: open > 0,
    dropped: null,
  }
}

/** Id, organisation, author and time of a new draft. */
interface Begun {
  _id: string
  orgCode: string
  by: { id: string; name: string }
  at: Date
}

/** Builds a new draft. */
export function draftRow(
  { rows, ...prepared }: PreparedDraft,
  { _id, orgCode, by, at }: Begun,
): CatalogueDraftRow {
  const flagged = rows.reduce((sum, { marks }) => sum + openFields(marks).length, 0)
  return {
    ...prepared,
    _id,
    orgCode,
    state: 'open',
    live: true,
    version: 1,
    rowCount: rows.length,
    open: flagged,
    flagged,
    effectiveFrom: null,
    successors: [],
    writers: [by.id],
    writerNames: [by.name],
    createdBy: by.id,
    createdByName: by.name,
    createdAt: at,
    updatedAt: at,
  }
}

const newestWith = (tx: Tx, filter: Partial<CatalogueDraftRow>) =>
  tx.of(CatalogueDrafts).findOne(filter).sort({ updatedAt: -1 }).lean<CatalogueDraftRow>().exec()

/** Returns a notice to the clerk when the same file was already activated; importing it again is allowed. */
async function saysKnown(tx: Tx, orgCode: string, sha256: string): Promise<string | null> {
  const before = await newestWith(tx, { orgCode, sha256, state: 'active' })
  return before && `这个文件 ${day(before.updatedAt)}已经导入并启用过，这次又存成了一份新的草稿。`
}

/**
 * Stores an imported file as a draft 导入; puts nothing into force. Reuses the live draft of the same file.
 * @throws AppError 409 `draft-changed` after a concurrent import of the same file
 */
export async function createDraft(
  tx: Tx,
  by: Authorised<'catalogueDraft.import'>,
  org: OrgRow,
  prepared: PreparedDraft,
): Promise<CreatedDraft> {
  const going = await newestWith(tx, { orgCode: org._id, sha256: prepared.sha256, live: true })
  if (going) {
    const known = `${day(going.createdAt)} ${going.createdByName} 已经导入过同一个文件，接着那份草稿办就行，没有再存一份。`
    return { draft: going, known }
  }
  const known = await saysKnown(tx, org._id, prepared.sha256)
  const begun = { _id: newId('cdr'), orgCode: org._id, by: by.actor, at: tx.now }
  const draft = draftRow(prepared, begun)
  await tx
    .of(CatalogueDrafts)
    .create([draft])
    .catch((error: unknown) => {
      throw isDuplicate(error, 'catalogueDrafts') ? conflict('draft-changed') : error
    })
  // Already validated: creating 5,000 mongoose documents would take as long as storing them.
  await tx.of(CatalogueDraftRows).insertMany(
    prepared.rows.map((row, order) => draftLine(draft, row, order)),
    { lean: true },
  )
  const detail = { rows: draft.rowCount, open: draft.open, sha256: prepared.sha256 }
  await audit(tx, by, { orgCode: org._id, id: draft._id }, detail)
  return { draft, known }
}
