import { amountsIn, sumFen } from '@shared/common/money'
import type { OwnLine } from '@shared/contract/reading/household'

type Line = Pick<OwnLine, 'scheme' | 'periodLabel' | 'amount' | 'paid'>

/** What was paid of a scheme in a year. */
interface Scheme {
  scheme: string
  fen: number
  count: number
}

const fenOf = ({ amount }: Line): number => sumFen(amountsIn(`${amount}元`))

/** Returns what the lines of a year say was paid, by scheme, the newest first. */
export function paidIn(lines: readonly Line[], year: string): Scheme[] {
  const schemes = new Map<string, Scheme>()
  for (const line of lines.filter(one => one.periodLabel.startsWith(`${year}年`) && one.paid)) {
    const { fen, count } = schemes.get(line.scheme) ?? { fen: 0, count: 0 }
    schemes.set(line.scheme, { scheme: line.scheme, fen: fen + fenOf(line), count: count + 1 })
  }
  return [...schemes.values()]
}
