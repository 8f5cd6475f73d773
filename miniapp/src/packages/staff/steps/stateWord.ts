import type { NoticeState } from '@shared/contract/disclosure/notice'
import type { WorkNotice } from '@shared/contract/disclosure/noticeWorkflow'

const SIGNS: Record<NoticeState, string> = {
  draft: '…',
  checked: '…',
  submitted: '!',
  signed: '!',
  met: '!',
  scheduled: '…',
  refused: '×',
  published: '✓',
  ended: '!',
  confirmed: '✓',
  archived: '✓',
  ordered: '!',
  withdrawn: '×',
  discarded: '×',
}
const LOOKS: Record<NoticeState, string> = {
  draft: '',
  checked: '',
  submitted: '',
  signed: '',
  met: '',
  scheduled: '',
  refused: ' state--late',
  published: ' state--ok',
  ended: '',
  confirmed: ' state--ok',
  archived: ' state--ok',
  ordered: ' state--late',
  withdrawn: ' state--late',
  discarded: '',
}

/** Describes a state by sign and word, with its colour class; marks overdue ones. */
export function stateWord({ state, stateLabel, due }: Pick<WorkNotice, 'state' | 'stateLabel' | 'due'>) {
  if (due?.late) return { words: `× ${stateLabel}，逾期`, className: 'state state--late' }
  return { words: `${SIGNS[state]} ${stateLabel}`, className: `state${LOOKS[state]}` }
}
