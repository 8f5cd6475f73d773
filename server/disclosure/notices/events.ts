import { defineQuestion } from '@server/platform/events'

/** Asks, before a notice is confirmed 确认, how many procedures about it are still open. */
export const noticeConfirming = defineQuestion<{ noticeId: string; at: Date }, number>('noticeConfirming')
