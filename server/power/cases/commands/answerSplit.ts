import type { AnswerSplit } from '@shared/contract/power/splitAlarm'
import { conflict } from '@server/platform/errors'
import type { AlarmRow } from '../queries/splitAlarms'
import { isDuplicate } from '@server/platform/store/transaction'
import { refuseWords } from './caseEvents'
import { type CommandContext, audit } from '@server/platform/access/commandContext'
import { SplitAnswers } from '../models/splitAnswers'
import type { OrgRow } from '@server/people/orgs'

/**
 * Records the street's answer to a split alarm 核实疑似拆分; an alarm takes one answer. Runs in the caller's
 * transaction.
 * @throws AppError 422 for personal data in the text; 409 `split-alarm-answered`
 */
export async function answerSplit(
  deed: CommandContext,
  { _id: orgCode }: OrgRow,
  { _id, ids }: AlarmRow,
  { outcome, text }: AnswerSplit,
): Promise<void> {
  const { db, clock } = deed.services
  refuseWords(deed, { text })
  const { id: by, name: byName } = deed.actor
  const row = { _id, orgCode, caseIds: [...ids], outcome, text, by, byName, at: clock.now() }
  await db
    .of(SplitAnswers)
    .create([row])
    .catch((error: unknown) => {
      throw isDuplicate(error, 'splitAnswers') ? conflict('split-alarm-answered') : error
    })
  await audit(deed, 'split.answer', { orgCode, id: _id }, { outcome })
}
