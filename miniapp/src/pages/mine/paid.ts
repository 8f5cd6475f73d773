import { amountsIn, sumFen } from '@shared/common/money'
import type { OwnLine } from '@shared/contract/reading/household'

type Line = Pick<OwnLine, 'scheme' | 'periodLabel' | 'amount'>

/** What was paid of a scheme in a year. */
interface Scheme {
  scheme: string
  fen: number
  count: number
}

const fenOf = ({ amount }: Line): number => sumFen(amountsIn(`${amount}元`))

/** A list of one day is a list of what is proposed 初审公示; nothing has been paid by it. */
const isPaid = ({ periodLabel }: Line): boolean => !periodLabel.endsWith('日')

/** Returns what the lines of a year say was paid, by scheme, the newest first. */
export function paidIn(lines: readonly Line[], year: string): Scheme[] {
  const schemes = new Map<string, Scheme>()
  for (const line of lines.filter(one => one.periodLabel.startsWith(`${year}年`) && isPaid(one))) {
    const { fen, count } = schemes.get(line.scheme) ?? { fen: 0, count: 0 }
    schemes.set(line.scheme, { scheme: line.scheme, fen: fen + fenOf(line), count: count + 1 })
  }
  return [...schemes.values()]
}
