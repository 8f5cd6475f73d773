import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import type { AnswerSplitAlarm } from '@shared/contract/power/splitAlarm'
import { conflict } from '@server/platform/errors'
import type { AlarmRow } from '../queries/splitAlarms'
import { isDuplicate } from '@server/platform/store/transaction'
import { refuseWords } from './caseEvents'
import { SplitAlarmAnswers } from '../models/splitAlarmAnswers'
import type { OrgRow } from '@server/people/orgs'

/**
 * Records the street's answer to a split alarm 核实疑似拆分; an alarm takes one answer.
 * @throws AppError 422 for personal data in the text; 409 `split-alarm-answered`
 */
export async function answerSplit(
  tx: Tx,
  by: Authorised<'splitAlarm.answer'>,
  { _id: orgCode }: OrgRow,
  { _id, ids }: AlarmRow,
  { outcome, text }: AnswerSplitAlarm,
): Promise<void> {
  refuseWords(tx, { text })
  const author = { by: by.actor.id, byName: by.actor.name }
  const row = { _id, orgCode, caseIds: [...ids], outcome, text, ...author, at: tx.now }
  await tx
    .of(SplitAlarmAnswers)
    .create([row])
    .catch((error: unknown) => {
      throw isDuplicate(error, 'splitAlarmAnswers') ? conflict('split-alarm-answered') : error
    })
  await audit(tx, by, { orgCode, id: _id }, { outcome })
}
