import type { NoticeState } from '../contract/disclosure/notice'
import type { NoticeAbility, WorkNotice } from '../contract/disclosure/noticeWorkflow'

/**
 * Forward steps of each state, by preference. Permission comes from the server alone; this only sets the order
 * of display.
 */
const LEADS_ON: Record<NoticeState, readonly NoticeAbility[]> = {
  draft: ['submit'],
  checked: ['submit'],
  submitted: ['sign-off'],
  refused: ['edit'],
  signed: ['meet', 'publish'],
  met: ['publish'],
  scheduled: [],
  published: [],
  ended: ['confirm'],
  confirmed: ['archive'],
  archived: [],
  ordered: ['correct'],
  withdrawn: ['correct'],
  discarded: [],
}

type Offered = Pick<WorkNotice, 'state' | 'abilities'>

/** Returns the forward step that this person may take now; null if others have to act. */
export const nextStep = ({ state, abilities }: Offered): NoticeAbility | null =>
  LEADS_ON[state].find(ability => abilities.includes(ability)) ?? null

/** True if the notice waits for this person; a withdrawn one waits for no one. */
export const waitsForMe = (notice: Offered): boolean =>
  notice.state !== 'withdrawn' && nextStep(notice) !== null

/** Request in a list: 请您审核 … */
export const STEP_WORDS: Record<NoticeAbility, string> = {
  edit: '修改',
  check: '隐私检查',
  submit: '提交监督审核',
  recall: '撤回送审',
  'sign-off': '监督审核',
  meet: '记录联席会议',
  schedule: '定时公开',
  unschedule: '取消定时',
  publish: '公开',
  correct: '更正',
  cancel: '取消更正',
  discard: '作废草稿',
  withdraw: '撤回',
  confirm: '负责人确认',
  archive: '归档',
  order: '责令更正',
  comment: '提意见',
  remind: '提醒',
}
