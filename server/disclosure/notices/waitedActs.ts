import type { WaitedAct } from '@shared/facts/disclosure/publicityRules'
import type { NoticeState } from '@shared/contract/disclosure/notice'

/** Maps a state to the act that must follow it within a time limit. */
export const WAITED_ACTS: Partial<Record<NoticeState, WaitedAct>> = {
  submitted: 'opinion',
  refused: 'correct',
  signed: 'meeting',
}
