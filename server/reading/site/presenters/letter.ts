import { yuan, yuanText } from '@shared/common/money'
import { chinaDate, periodLabel } from '@shared/common/period'
import { statementTotals } from '@shared/content/statement'
import type { ContentBlock, SignOff } from '@shared/contract/disclosure/notice'
import type { KeyFigure } from '@shared/contract/reading/answer'
import type { HomeLetter } from '@shared/contract/reading/site'
import { isOver, presentEdition, shownContent } from '@server/disclosure/publications'
import { againstLast } from '../explain'
import type { LetterRows } from '../queries/home'

type Money = Extract<ContentBlock, { type: 'money' }>

/** Returns a period without the year that it is now: 10月, 第三季度, 2025年12月. */
const periodThisYear = (period: string, today: string): string =>
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

/** The part of the letter that a statement of accounts 收支表 makes. */
const ofStatement = (money: Money, figure: KeyFigure | null, when: string) => ({
  heading: `${when}的账`,
  figure: figure && { ...figure, label: '账上还有' },
  flows: flowsOf(money),
  entries: money.lines.length,
  first: spentWords(money),
})

/** The part of the letter that the sentence of any other notice makes. */
const ofNotice = (title: string, figure: KeyFigure | null, first: string | null) => ({
  heading: title,
  figure,
  flows: [],
  entries: 0,
  first,
})

const signedBy = (signOff: SignOff | null): HomeLetter['signed'] =>
  signOff?.opinion === 'agree' ? { name: signOff.name, role: signOff.role, at: signOff.at } : null

/** Public: the letter 明白信. Its sentences are of the content that the notice shows now, names folded with it. */
export function presentLetter({ published, last }: LetterRows, now: Date): HomeLetter {
  const { publication } = published
  const { noticeId, period, title } = publication
  const content = shownContent(publication, now)
  const money = content.blocks.find((block): block is Money => block.type === 'money')
  const record = presentEdition(published, isOver(publication, now))
  const summary = record.blocks.find(block => block.kind === 'summary')
  const figure = summary?.figure ?? null
  const { first, ...part } = money
    ? ofStatement(money, figure, periodThisYear(period, chinaDate(now)))
    : ofNotice(title, figure, summary?.text ?? null)
  const against = last && againstLast(content, shownContent(last, now))
  return {
    noticeId,
    ...part,
    says: [
      ...(first ? [{ text: first, noticeId }] : []),
      ...(against ? [{ text: against, noticeId: last.noticeId }] : []),
    ],
    signed: signedBy(publication.signOff),
  }
}
