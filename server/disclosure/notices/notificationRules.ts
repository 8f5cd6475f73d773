import type { Role } from '@shared/contract/people/auth'
import type { NoticeState } from '@shared/contract/disclosure/notice'

/** Recipients and text of the notification for a state; `writers` are the people who submitted the notice. */
export interface News {
  village: readonly Role[] | 'writers'
  government: readonly Role[] | 'writers'
  text: string
}

/** States in which people other than the one who caused them are notified. */
export const NOTIFICATION_RULES: Partial<Record<NoticeState, News>> = {
  submitted: { village: ['supervisor'], government: ['street-clerk', 'head'], text: '等您审核' },
  refused: { village: 'writers', government: 'writers', text: '监督没有同意，请看原因，改好再报' },
  signed: { village: ['editor', 'head'], government: 'writers', text: '监督已经同意，可以办下一步' },
  ended: { village: ['head'], government: ['head'], text: '公示期满，等您确认' },
  ordered: { village: ['editor', 'head'], government: [], text: '街道（镇）责令更正，请看理由和期限' },
}

export const notifies = (state: NoticeState): boolean => state in NOTIFICATION_RULES
