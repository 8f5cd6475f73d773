import type { WriteOptions } from '@shared/client'
import type { NoticeAbility, WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'

/** What each step of a notice gets: the notice as it was seen, and how the step is taken. */
export interface StepProps {
  page: WorkNoticePage
  busy: boolean
  take: (ability: NoticeAbility, step: (key: WriteOptions) => Promise<unknown>) => void
}

/** The version that the person looked at: whoever was faster wins, the other one is told. */
export const seenOf = ({ notice }: WorkNoticePage) => ({ version: notice.version })
