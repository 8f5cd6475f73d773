import { daysBetween } from '@shared/common/period'
import { Box, Txt } from '../../elements/dom'
import { serverToday } from '../../state/serverClock'

/** Whole days from today to a calendar day; negative once it has passed. */
export const daysTo = (day: string): number => daysBetween(serverToday(), day)

interface Props {
  /** Above, in the middle, below. */
  words: readonly [string, string, string]
  look?: 'late' | 'over'
}

/** Shows days in a box 还剩 n 天, 晚了 n 天: what is open and what is late are the same object. */
function Day({ words: [before, middle, after], look }: Props) {
  return (
    <Box decorative className={`day${look ? ` day--${look}` : ''}`}>
      <Txt className="day__word">{before}</Txt>
      <Txt className={`day__number${/\d/.test(middle) ? '' : ' day__number--word'}`}>{middle}</Txt>
      {after !== '' && <Txt className="day__word">{after}</Txt>}
    </Box>
  )
}

interface LeftProps {
  until: string
  /** Over by the server's word. */
  over?: boolean
  /** What ends on that day. */
  what?: '公示' | '到期' | '答复' | '更正'
}

/** Shows how many days a period or a term still lasts. */
export function DaysLeft({ until, over = false, what = '公示' }: LeftProps) {
  const left = daysTo(until)
  if (over || left < 0) return <Day words={[what, '结束', '']} look="over" />
  return <Day words={left === 0 ? [what, '今天', '截止'] : ['还剩', String(left), '天']} />
}

/** Shows how many days ago something was due. */
export const DaysLate = ({ dueOn }: { dueOn: string }) => (
  <Day words={['晚了', String(-daysTo(dueOn)), '天']} look="late" />
)

/** Shows in two words that nothing is waited for any more 已 答复. */
export const DaySaid = ({ words: [above, below] }: { words: readonly [string, string] }) => (
  <Day words={[above, below, '']} look="over" />
)

/** Shows for how many days something has been waited for. */
export const DaysWaited = ({ since }: { since: string }) => {
  const days = Math.max(0, -daysTo(since))
  return <Day words={days === 0 ? ['今天', '开始', ''] : ['等了', String(days), '天']} look="late" />
}
