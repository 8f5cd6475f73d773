import { openFields, type ReadDraftRow } from '@server/domain/catalogueDraft/marks'
import { chinaDate, dateLabel } from '@shared/common/period'
import type { PreparedDraft } from '@server/documents/catalogue/readDraft'
import { conflict } from '@server/platform/errors'
import { isDuplicate } from '@server/platform/store/transaction'
import { audit } from '@server/platform/access/commandContext'
import type { TransactionContext } from '@server/platform/access/commandContext'
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
  /** In words, where the same file had been imported before. */
  known: string | null
}

const day = (at: Date) => dateLabel(chinaDate(at))

/** A row of a draft as it is stored, before anybody has looked at it. */
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

/** Who imports, when, as what. */
interface Begun {
  _id: string
  orgCode: string
  by: { id: string; name: string }
  at: Date
}

/** A draft as it begins. */
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

const newestWith = ({ services: { db } }: TransactionContext, filter: Partial<CatalogueDraftRow>) =>
  db.of(CatalogueDrafts).findOne(filter).sort({ updatedAt: -1 }).lean<CatalogueDraftRow>().exec()

/** The same file comes into force once more where somebody wants it; the clerk is told. */
async function saysKnown(deed: TransactionContext, orgCode: string, sha256: string): Promise<string | null> {
  const before = await newestWith(deed, { orgCode, sha256, state: 'active' })
  return before && `这个文件 ${day(before.updatedAt)}已经导入并启用过，这次又存成了一份新的草稿。`
}

/**
 * 导入: keeps what was read as a draft; nothing comes into force by it. A file whose draft is still being checked is not
 * stored again: its draft goes on where it stands. Runs in a transaction.
 * @throws AppError 409 `draft-changed` when the same file has just been imported by somebody else
 */
export async function createDraft(
  deed: TransactionContext,
  org: OrgRow,
  prepared: PreparedDraft,
): Promise<CreatedDraft> {
  const { db, clock } = deed.services
  const going = await newestWith(deed, { orgCode: org._id, sha256: prepared.sha256, live: true })
  if (going) {
    const known = `${day(going.createdAt)} ${going.createdByName} 已经导入过同一个文件，接着那份草稿办就行，没有再存一份。`
    return { draft: going, known }
  }
  const known = await saysKnown(deed, org._id, prepared.sha256)
  const begun = { _id: newId('cdr'), orgCode: org._id, by: deed.actor, at: clock.now() }
  const draft = draftRow(prepared, begun)
  await db
    .of(CatalogueDrafts)
    .create([draft])
    .catch((error: unknown) => {
      throw isDuplicate(error, 'catalogueDrafts') ? conflict('draft-changed') : error
    })
  // Made by us from a checked reading: documents of 5,000 rows would take as long as storing them.
  await db.of(CatalogueDraftRows).insertMany(
    prepared.rows.map((row, order) => draftLine(draft, row, order)),
    { lean: true },
  )
  const detail = { rows: draft.rowCount, open: draft.open, sha256: prepared.sha256 }
  await audit(deed, 'catalogue.import', { orgCode: org._id, id: draft._id }, detail)
  return { draft, known }
}
