import { assumedPart } from '@server/domain/deadline'
import { systemActs } from '@server/platform/access/caller'
import type { JobHandler } from '@server/platform/jobs/runner'
import type { Services } from '@server/platform/services'
import { activeHolidays } from '@server/disclosure/holidays'
import { announce } from '../commands/announce'
import { decide } from '../commands/decide'
import { returnNotice } from '../commands/judgeRemoval'
import { confirmBy, scheduleLapse } from '../commands/openWithdrawal'
import { Removals, type RemovalRow } from '../models/removals'

const NOT_CONFIRMED = '撤回到期没有得到监督机构确认，恢复公开，姓名等个人信息已遮盖'

/**
 * Makes a notice public again whose withdrawal nobody confirmed in time. Void when it was decided. Holidays that became
 * known meanwhile move the day.
 */
export const lapseWithdrawalJob: JobHandler<Services> = {
  run: async (tx, { key, data }) => {
    const row = await tx.of(Removals).findById(String(data['removalId'])).lean<RemovalRow>().exec()
    if (row?.state !== 'waiting' || row.kind !== 'withdrawal') return
    const due = confirmBy(row.at, await activeHolidays(tx))
    if (row.dueOn !== null && due.value > row.dueOn) {
      await decide(tx, row, { dueOn: due.value, ...assumedPart(due) })
      await scheduleLapse(tx, row._id, due.value)
      return
    }
    const by = systemActs('notice.restore', key)
    await announce(
      tx,
      await returnNotice(tx, by, row, { outcome: NOT_CONFIRMED, unseen: true, withFiles: false }),
    )
  },
}
