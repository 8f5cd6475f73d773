import { createHash } from 'node:crypto'
import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import { newId } from '@server/platform/store/collection'
import type { Tx } from '@server/platform/store/db'
import { marksByHand } from '@server/domain/catalogueDraft/marks'
import type { OrgRow } from '@server/people/orgs'
import { chinaDate } from '@shared/common/period'
import type { DraftColumns } from '@shared/contract/catalogues/catalogueDraft'
import { titleOf } from '@server/documents/catalogue/areas'
import { draftIssuesFor } from '../draftIssues'
import { CatalogueDrafts, CatalogueDraftRows, type CatalogueDraftRow } from '../models/catalogueDrafts'
import { loadDraftDiff } from '../queries/draftDiff'
import { draftLine, draftRow } from './createDraft'

/** What a drafted item says, word by word. */
export type DraftedItem = DraftColumns & { area: string }

/**
 * Drafts one item 一条目录草稿 that is added to the area of the street's catalogue in force. With nothing left to check it waits for the
 * second person at once. The same item that waits already is not drafted again. Returns the draft's id.
 */
export async function draftItem(
  tx: Tx,
  by: Authorised<'catalogueDraft.import'>,
  org: OrgRow,
  columns: DraftedItem,
): Promise<string> {
  const name = columns.path.join(' › ')
  const pasted = `${columns.area}\n${name}`
  const sha256 = createHash('sha256').update(pasted).digest('hex')
  const live = { orgCode: org._id, sha256, live: true }
  const known = await tx.of(CatalogueDrafts).findOne(live).lean<CatalogueDraftRow>().exec()
  if (known) return known._id
  const titles = [{ area: columns.area, title: titleOf(columns.area, null, true) }]
  const row = { sheet: null, sourceRow: 1, columns, marks: marksByHand(columns) }
  const prepared = {
    source: { file: `新增：${name}`, kind: 'txt', pasted: true },
    ...{ sha256, pasted, title: null, titles, warnings: [], rows: [row] },
  }
  const begun = { _id: newId('cdr'), orgCode: org._id, by: by.actor, at: tx.now }
  const draft: CatalogueDraftRow = { ...draftRow(prepared, begun), scope: 'amend' }
  await tx.of(CatalogueDrafts).create([draft])
  await tx.of(CatalogueDraftRows).create([{ ...draftLine(draft, row, 0), sourceRow: null }])
  const issues = draftIssuesFor(await loadDraftDiff(tx, { draft, org }), chinaDate(tx.now))
  if (issues.length === 0) {
    await tx.of(CatalogueDrafts).updateOne({ _id: draft._id }, { $set: { state: 'submitted', version: 2 } })
  }
  await audit(tx, by, { orgCode: org._id, id: draft._id }, { rows: 1, open: issues.length, sha256 })
  return draft._id
}
