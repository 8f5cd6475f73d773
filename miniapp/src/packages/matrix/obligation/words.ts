import { OBLIGATION_STATES } from '@shared/facts/disclosure/matrixCodes'
import { dateLabel } from '@shared/common/period'
import type { Obligation } from '@shared/contract/disclosure/obligation'
import { assumedNote } from '@shared/texts/holidays'
import { LOOK_OF } from '../matrix/view'

export const stateText = ({ state, stateLabel }: Pick<Obligation, 'state' | 'stateLabel'>): string =>
  `${OBLIGATION_STATES[state].sign} ${stateLabel}`

export const stateClass = ({ state }: Pick<Obligation, 'state'>): string => `state sum--${LOOK_OF[state]}`

/** Formats the due date: `到期 2026年10月20日，已过 3 天`. */
export function dueText({
  dueOn,
  daysLeft,
  doneOn,
  assumedYears,
}: Pick<Obligation, 'dueOn' | 'daysLeft' | 'doneOn' | 'assumedYears'>): string {
  if (doneOn) return `${dateLabel(doneOn)}公开${dueOn ? `，到期是 ${dateLabel(dueOn)}` : ''}`
  if (!dueOn) return '没有到期日'
  const left =
    daysLeft === null
      ? ''
      : daysLeft < 0
        ? `，已过 ${-daysLeft} 天`
        : daysLeft === 0
          ? '，就是今天'
          : `，还有 ${daysLeft} 天`
  return `${dateLabel(dueOn)}到期${left}${assumedNote(assumedYears)}`
}
