import type { NoticeContent } from '../contract/disclosure/notice'
import { isEvent } from '../common/period'
import LIST_STAGES from '../facts/disclosure/listStages.json'

const PROPOSED = new RegExp(LIST_STAGES.proposed.join('|'))

/**
 * Whether the lists of a notice say what was paid 已发放: one of a single day, or one that its title or a list's label calls a
 * first review 初审公示, only proposes.
 */
export const isPaidList = ({ title, period, blocks }: NoticeContent): boolean =>
  !isEvent(period) &&
  ![title, ...blocks.map(block => (block.type === 'recipients' ? block.label : ''))].some(text =>
    PROPOSED.test(text),
  )
