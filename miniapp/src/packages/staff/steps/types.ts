import type { WriteOptions } from '@shared/client'
import type { NoticeAbility, WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'

/** Props of each step: the notice as displayed, and the function to take the step. */
export interface StepProps {
  page: WorkNoticePage
  busy: boolean
  take: (ability: NoticeAbility, step: (key: WriteOptions) => Promise<unknown>) => void
}

/** Returns the displayed version: an outdated one is answered with a conflict. */
export const seenOf = ({ notice }: WorkNoticePage) => ({ version: notice.version })
