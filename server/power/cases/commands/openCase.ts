import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import { openCase as begin } from '@server/domain/power/case'
import { chinaDate } from '@shared/common/period'
import type { PowerItem } from '@shared/contract/power/item'
import type { OpenCase } from '@shared/contract/power/case'
import { unprocessable } from '@server/platform/errors'
import { caseActorOf } from '../policy'
import { caseRefused, noteCaseEvent, refuseWords } from './caseEvents'
import { PowerCases, type PowerCaseRow } from '../models/powerCases'
import { newId } from '@server/platform/store/collection'
import { orgTarget } from '@server/people/orgs'
import type { PowerPlace } from '@server/power/lists'

/**
 * Opens a case 提出一件事 of an item in use; the person who opens it claims the first step.
 * @throws AppError 422 `power-off` for an item that the village does not use, `case-refused` with every reason
 */
export async function openCase(
  tx: Tx,
  by: Authorised<'case.open'>,
  { org, list }: PowerPlace,
  item: PowerItem,
  input: OpenCase,
): Promise<string> {
  const { title, payee, amountFen } = input
  if (list.off.some(({ code }) => code === item.code)) throw unprocessable('power-off')
  refuseWords(tx, { title, ...(payee !== null && { payee }) })
  const at = tx.now
  const opener = caseActorOf(by.actor, orgTarget(org))
  const result = begin(item, { on: chinaDate(at), by: opener, version: list.version, amountFen })
  if (!result.ok) throw caseRefused(result.faults)
  const row: PowerCaseRow = {
    _id: newId('pcs'),
    orgCode: org._id,
    itemCode: item.code,
    title,
    payee,
    amountFen,
    status: 'running',
    open: true,
    state: result.state,
    drafts: [],
    noticeIds: [],
    version: 1,
    openedAt: at,
    updatedAt: at,
  }
  await tx.of(PowerCases).create([row])
  await noteCaseEvent(tx, by, row, { kind: 'open', stepName: item.steps[0]?.name ?? '', reason: null })
  await audit(tx, by, { orgCode: org._id, id: row._id }, { item: item.code })
  return row._id
}
