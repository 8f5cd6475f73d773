import { defineQuestion } from '@server/platform/events'

/** Before a notice is confirmed 确认: how many matters about it are still open? */
export const noticeConfirming = defineQuestion<{ noticeId: string; at: Date }, number>('noticeConfirming')
