import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import { conflict } from '@server/platform/errors'
import {
  CatalogueDrafts,
  CatalogueDraftRows,
  type DraftRow,
  type CatalogueDraftRow,
} from '../models/catalogueDrafts'
import type { AuditRow } from '@server/platform/audit/auditEntries'

const withMe = (names: readonly string[], name: string) => [...new Set([...names, name])]

interface Change {
  draft: CatalogueDraftRow
  /** Id of the changed row; absent for the draft as a whole. */
  lineId?: string
  detail?: AuditRow['detail']
  set: Partial<
    Pick<CatalogueDraftRow, 'rowCount' | 'open' | 'titles' | 'effectiveFrom' | 'successors' | 'scope'>
  >
}

/** Refuses a change unless the draft is open. @throws AppError 409 `draft-wrong-state` */
export function refuseUnlessOpen({ state }: CatalogueDraftRow): void {
  if (state !== 'open') throw conflict('draft-wrong-state')
}

/**
 * Changes a draft: compare-and-set on its version, adds the person to its writers, writes one audit entry.
 * @throws AppError 409 `draft-changed`
 */
export async function changeDraft(
  tx: Tx,
  by: Authorised<'catalogueDraft.update'>,
  { draft, lineId, detail = null, set }: Change,
): Promise<void> {
  const { modifiedCount } = await tx.of(CatalogueDrafts).updateOne(
    { _id: draft._id, version: draft.version, state: 'open' },
    {
      $set: {
        ...set,
        version: draft.version + 1,
        writers: withMe(draft.writers, by.actor.id),
        writerNames: withMe(draft.writerNames, by.actor.name),
        updatedAt: tx.now,
      },
    },
  )
  if (modifiedCount !== 1) throw conflict('draft-changed')
  await audit(tx, by, { orgCode: draft.orgCode, id: lineId ?? draft._id }, detail)
}

type LineChange = Partial<Pick<DraftRow, 'columns' | 'marks' | 'open' | 'dropped'>>

/** Changes one row by compare-and-set on the row's version. @throws AppError 409 `draft-row-changed` */
export async function changeLine(tx: Tx, line: DraftRow, seen: number, change: LineChange): Promise<void> {
  const open = change.open ?? line.open
  const dropped = change.dropped === undefined ? line.dropped : change.dropped
  const { modifiedCount } = await tx
    .of(CatalogueDraftRows)
    .updateOne(
      { _id: line._id, version: seen },
      { $set: { ...change, isOpen: open > 0 && dropped === null, version: seen + 1 } },
    )
  if (modifiedCount !== 1) throw conflict('draft-row-changed')
}
