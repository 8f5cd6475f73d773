import { yuan, yuanText } from '@shared/common/money'
import { chinaDate, periodLabel } from '@shared/common/period'
import { statementTotals } from '@shared/content/statement'
import type { ContentBlock } from '@shared/contract/disclosure/notice'
import type { HomeLetter } from '@shared/contract/reading/site'
import { isOver, presentEdition, shownContent } from '@server/disclosure/publications'
import { againstLast } from '../explain'
import type { LetterRows } from '../queries/home'

type Money = Extract<ContentBlock, { type: 'money' }>

/** Returns a period without the year that it is now: 10月, 第三季度, 2025年12月. */
export const periodThisYear = (period: string, today: string): string =>
  periodLabel(period).replace(new RegExp(`^${today.slice(0, 4)}年(?=.)`), '')

/** Says on which matter most was spent, its entries added up; null if nothing was spent. */
function spentWords({ lines }: Money): string | null {
  const sums = new Map<string, number>()
  for (const { direction, item, amountFen } of lines) {
    if (direction === 'expense') sums.set(item, (sums.get(item) ?? 0) + amountFen)
  }
  const [most] = [...sums].sort(([, a], [, b]) => b - a)
  return most ? `花得最多的是${most[0]}，${yuanText(most[1])}。` : null
}

function flowsOf(money: Money): HomeLetter['flows'] {
  const { incomeFen, expenseFen } = statementTotals(money)
  const larger = Math.max(incomeFen, expenseFen, 1)
  const flow = (direction: 'income' | 'expense', fen: number) => ({
    direction,
    text: `${fen === 0 ? '' : direction === 'income' ? '+' : '−'}${yuan(fen)}`,
    count: money.lines.filter(line => line.direction === direction).length,
    permille: Math.round((fen / larger) * 1000),
  })
  return [flow('income', incomeFen), flow('expense', expenseFen)]
}

/** Public: the letter 明白信. Its sentences are of the content that the notice shows now, names folded with it. */
export function presentLetter({ published, last }: LetterRows, now: Date): HomeLetter {
  const { publication } = published
  const { noticeId, period, signOff } = publication
  const content = shownContent(publication, now)
  const money = content.blocks.find((block): block is Money => block.type === 'money')
  const sentence = presentEdition(published, isOver(publication, now)).blocks.find(
    block => block.kind === 'summary',
  )
  const first = money ? spentWords(money) : (sentence?.text ?? null)
  const against = last && againstLast(content, shownContent(last, now))
  const figure = sentence?.figure ?? null
  return {
    noticeId,
    heading: money ? `${periodThisYear(period, chinaDate(now))}的账` : publication.title,
    figure: money && figure ? { ...figure, label: '账上还有' } : figure,
    flows: money ? flowsOf(money) : [],
    says: [
      ...(first ? [{ text: first, noticeId }] : []),
      ...(against && last ? [{ text: against, noticeId: last.noticeId }] : []),
    ],
    signed: signOff?.opinion === 'agree' ? { name: signOff.name, role: signOff.role, at: signOff.at } : null,
    entries: money?.lines.length ?? 0,
  }
}
