import { daysBetween } from '@shared/common/period'
import { Box, Txt } from '../../elements/dom'
import { serverToday } from '../../state/serverClock'

/** Whole days from today to a calendar day; negative once it has passed. */
export const daysTo = (day: string): number => daysBetween(serverToday(), day)

/** What a box of days says: above, in the middle, below. */
type Words = readonly [string, string, string]

interface Props {
  words: Words
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

const leftWords = (left: number, what: string): Words =>
  left < 0 ? [what, '结束', ''] : left === 0 ? [what, '今天', '截止'] : ['还剩', String(left), '天']

const lateWords = (dueOn: string): Words => ['晚了', String(-daysTo(dueOn)), '天']

const heard = (words: Words): string => words.filter(Boolean).join(' ')

/** What the box of days left says, for the name of a link around it. */
export const daysLeftHeard = (until: string, what: LeftProps['what'] = '公示'): string =>
  heard(leftWords(daysTo(until), what))

/** What the box of days late says, for the name of a link around it. */
export const daysLateHeard = (dueOn: string): string => heard(lateWords(dueOn))

/** Shows how many days a period or a term still lasts. */
export function DaysLeft({ until, over = false, what = '公示' }: LeftProps) {
  const left = over ? -1 : daysTo(until)
  return <Day words={leftWords(left, what)} look={left < 0 ? 'over' : undefined} />
}

/** Shows how many days ago something was due. */
export const DaysLate = ({ dueOn }: { dueOn: string }) => <Day words={lateWords(dueOn)} look="late" />

/** Shows in two words that nothing is waited for any more 已 答复. */
export const DaySaid = ({ words: [above, below] }: { words: readonly [string, string] }) => (
  <Day words={[above, below, '']} look="over" />
)

/** Shows for how many days something has been waited for. */
export const DaysWaited = ({ since }: { since: string }) => {
  const days = Math.max(0, -daysTo(since))
  return <Day words={days === 0 ? ['今天', '开始', ''] : ['等了', String(days), '天']} look="late" />
}
