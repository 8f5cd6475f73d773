import type { Tx } from '@server/platform/store/db'
import { isUndone } from '@server/domain/obligation'
import type { OrgMerged, OrgRow } from '@server/people/orgs'
import { addJob } from '@server/platform/jobs/runner'
import { MatrixYears } from '../models/matrixYears'
import { Obligations, type ObligationRow } from '../models/obligations'
import { changeObligation } from './obligationRows'
import { refreshMatrix } from './refreshMatrix'

/** Whether the successor has the same obligation itself: then the two are one. */
const isThere = async (tx: Tx, orgCode: string, { itemKey, causeKey }: ObligationRow): Promise<boolean> =>
  (await tx.of(Obligations).exists({ orgCode, itemKey, causeKey })) !== null

/** Hands the open obligations of a merged village to its successor; what that owes anyway is closed with the reason. */
export async function handOverObligations(tx: Tx, { org, into }: OrgMerged): Promise<void> {
  const all = await tx.of(Obligations).find({ orgCode: org._id }).lean<ObligationRow[]>().exec()
  const open = all.filter(isUndone)
  for (const row of open) {
    const set: Partial<ObligationRow> = (await isThere(tx, into._id, row))
      ? { status: 'not-applicable', reason: `${org.name}已并入${into.name}，由${into.name}公开` }
      : {
          orgCode: into._id,
          path: into.path,
          fromOrg: org._id,
          causeLabel: `${row.causeLabel}（原${org.name}）`,
        }
    await changeObligation(tx, row, set, tx.now)
  }
  if (open.length === 0) return
  await refreshMatrix(tx, org, open, { at: tx.now })
  await refreshMatrix(tx, into, open, { at: tx.now })
}

/** Lists the obligations of a village under its new street, whose catalogue recomputes them. */
export async function relistObligations(tx: Tx, { org }: { org: OrgRow }): Promise<void> {
  const { _id: orgCode, path } = org
  await tx.of(Obligations).updateMany({ orgCode }, { $set: { path } })
  await tx.of(MatrixYears).updateMany({ orgCode }, { $set: { path } })
  const key = `duties:moved:${orgCode}:${tx.now.getTime()}`
  await addJob(tx, { kind: 'refresh-obligations', key, dueAt: tx.now, data: { orgCode } })
}
