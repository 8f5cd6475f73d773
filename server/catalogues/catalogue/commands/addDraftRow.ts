import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import { trusted } from 'mongoose'
import { marksByHand, openFields } from '@server/domain/catalogueDraft/marks'
import { chinaDate } from '@shared/common/period'
import type { AddRow, DraftColumns } from '@shared/contract/catalogues/catalogueDraft'
import { conflict, notFound } from '@server/platform/errors'
import type { DraftContext } from '../queries/catalogueDrafts'
import { changeDraft, refuseUnlessOpen } from './changeDraft'
import { withFixes } from './updateDraftRow'
import { CatalogueDraftRows, type DraftRow } from '../models/catalogueDrafts'
import { newId } from '@server/platform/store/collection'

const EMPTY: DraftColumns = {
  area: null,
  displayNo: null,
  path: [],
  elements: [],
  basis: [],
  deadline: null,
  subjects: [],
  channels: [],
  audience: { scope: null },
  mode: null,
  levels: null,
}

/** Calculates the position between a row and its successor; null = at the end. */
async function orderAfter(tx: Tx, draftId: string, after: string | null) {
  const rows = tx.of(CatalogueDraftRows)
  if (after === null) {
    const last = await rows
      .findOne({ draftId }, { order: 1 })
      .sort({ order: -1, _id: -1 })
      .lean<Pick<DraftRow, 'order'>>()
      .exec()
    return (last?.order ?? -1) + 1
  }
  const before = await rows.findById(after).lean<DraftRow>().exec()
  if (before?.draftId !== draftId) throw notFound('draft-row-not-found', 'after')
  const next = await rows
    .findOne({ draftId, order: trusted({ $gt: before.order }) }, { order: 1 })
    .sort({ order: 1, _id: 1 })
    .lean<Pick<DraftRow, 'order'>>()
    .exec()
  return next ? (before.order + next.order) / 2 : before.order + 1
}

/**
 * Adds a row 补一行 that the file lacks or that was not recognised. Returns its id.
 * @throws AppError 409 `draft-changed`, `draft-wrong-state`; 422 with the cells
 */
export async function addDraftRow(
  tx: Tx,
  by: Authorised<'catalogueDraft.update'>,
  { draft }: DraftContext,
  { version, after, cells }: AddRow,
): Promise<string> {
  refuseUnlessOpen(draft)
  if (draft.version !== version) throw conflict('draft-changed')
  const columns = withFixes(EMPTY, cells, chinaDate(tx.now))
  const marks = marksByHand(columns)
  const open = openFields(marks).length
  const line: DraftRow = {
    _id: newId('cdw'),
    draftId: draft._id,
    orgCode: draft.orgCode,
    order: await orderAfter(tx, draft._id, after),
    version: 1,
    sheet: null,
    sourceRow: null,
    columns,
    marks,
    flagged: open > 0,
    open,
    isOpen: open > 0,
    dropped: null,
  }
  await tx.of(CatalogueDraftRows).create([line])
  await changeDraft(tx, by, {
    draft,
    lineId: line._id,
    detail: { added: columns.path.join(' › ') },
    set: { rowCount: draft.rowCount + 1, open: draft.open + open },
  })
  return line._id
}
