import type { NoticeState } from '@shared/contract/disclosure/notice'
import type { NoticeAbility, WorkNotice } from '@shared/contract/disclosure/noticeWorkflow'

/**
 * Which of the steps that the server offers leads on from a state, the first one first. What is offered is the server's
 * word alone; this only says what a person looks for first.
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
}

type Offered = Pick<WorkNotice, 'state' | 'abilities'>

/** The step that leads this notice on and that this person may take now; null when others have to act. */
export const nextStep = ({ state, abilities }: Offered): NoticeAbility | null =>
  LEADS_ON[state].find(ability => abilities.includes(ability)) ?? null

/** A notice that was taken off the public may stay so: nobody waits for it. */
export const waitsForMe = (notice: Offered): boolean =>
  notice.state !== 'withdrawn' && nextStep(notice) !== null

/** What to do, in the words of a list: 请您审核 … */
export const STEP_WORDS: Record<NoticeAbility, string> = {
  edit: '修改',
  check: '隐私检查',
  submit: '提交监督审核',
  'sign-off': '监督审核',
  meet: '记录联席会议',
  schedule: '定时公开',
  unschedule: '取消定时',
  publish: '公开',
  correct: '更正',
  withdraw: '撤回',
  confirm: '负责人确认',
  archive: '归档',
  order: '责令更正',
  comment: '提意见',
  remind: '提醒',
}
