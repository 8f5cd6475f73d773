import { yuanText } from '@shared/common/money'
import { periodLabel } from '@shared/common/period'
import { statementTotals } from '@shared/content/statement'
import type { ContentBlock, NoticeContent } from '@shared/contract/disclosure/notice'
import { sheetForm } from '@shared/facts/disclosure/sheets'
import { lineAmounts, sheetTotals } from '@shared/content/sheet'
import { SMALL_CELL, shownRecipients } from '@shared/presentation/recipients'

/**
 * The sentences made here are shown next to the record, not in it: they refer to another notice, or to figures that
 * were not signed off.
 */
type BlockOf<T extends ContentBlock['type']> = Extract<ContentBlock, { type: T }>

const find = <T extends ContentBlock['type']>(content: NoticeContent, type: T) =>
  content.blocks.find((block): block is BlockOf<T> => block.type === type)

/** Returns the change of an amount: 收入多1,200.00元 / 收入少1,200.00元 / 收入一样. */
const moved = (what: string, fen: number, lastFen: number): string => {
  const by = fen - lastFen
  return by === 0 ? `${what}一样` : `${what}${by > 0 ? '多' : '少'}${yuanText(Math.abs(by))}`
}

const counted = (by: number, unit: string): string =>
  by === 0 ? `${unit}数一样` : `${by > 0 ? '多' : '少'}${Math.abs(by)}${unit}`

function moneyAgainst(now: BlockOf<'money'>, last: BlockOf<'money'>): string[] {
  const [totals, before] = [statementTotals(now), statementTotals(last)]
  return [
    moved('收入', totals.incomeFen, before.incomeFen),
    moved('支出', totals.expenseFen, before.expenseFen),
    moved('期末结余', now.closingFen, last.closingFen),
  ]
}

/**
 * Compares lists of recipients. Returns nothing if either side has a small group, which the difference of the totals
 * would reveal.
 */
function recipientsAgainst(now: BlockOf<'recipients'>, last: BlockOf<'recipients'>): string[] {
  const [shown, before] = [shownRecipients(now), shownRecipients(last)]
  if (shown.small.length + before.small.length > 0) return []
  const byHouseholds = shown.households === null || before.households === null ? [] : [[shown.households - before.households, '户'] as const] // prettier-ignore
  const moves = [...byHouseholds, [shown.persons - before.persons, '人'] as const]
  if (moves.some(([by]) => by !== 0 && Math.abs(by) < SMALL_CELL)) return [moved('发放', shown.fen, before.fen)] // prettier-ignore
  return [...moves.map(([by, unit]) => counted(by, unit)), moved('发放', shown.fen, before.fen)]
}

/** Compares the main figures of a register or statement with last time's. */
function sheetAgainst(now: BlockOf<'sheet'>, last: BlockOf<'sheet'>): string[] {
  const form = sheetForm(now.sheet)
  if (form.kind === 'statement') {
    const [amounts, before] = [lineAmounts(now.rows, 'nowFen'), lineAmounts(last.rows, 'nowFen')]
    return form.told.map(code => moved(form.lines.find(line => line.code === code)!.name, amounts.get(code) ?? 0, before.get(code) ?? 0)) // prettier-ignore
  }
  const [totals, before] = [sheetTotals(now), sheetTotals(last)]
  return form.saying.figures
    .filter(({ field }) => field.endsWith('Fen'))
    .map(({ field, label }) => moved(label, totals[field] ?? 0, before[field] ?? 0))
}

/**
 * Returns the comparison with the last period 和上期比 in one sentence; null where the periods have nothing to compare.
 */
export function againstLast(content: NoticeContent, last: NoticeContent): string | null {
  const [money, lastMoney] = [find(content, 'money'), find(last, 'money')]
  const [list, lastList] = [find(content, 'recipients'), find(last, 'recipients')]
  const sheet = find(content, 'sheet')
  const lastSheet = last.blocks.find(
    (block): block is BlockOf<'sheet'> => block.type === 'sheet' && block.sheet === sheet?.sheet,
  )
  if (!money && !list && sheet && lastSheet) {
    return `和${periodLabel(last.period)}比，${sheetAgainst(sheet, lastSheet).join('，')}。`
  }
  const parts = money && lastMoney ? moneyAgainst(money, lastMoney) : list && lastList ? recipientsAgainst(list, lastList) : [] // prettier-ignore
  return parts.length > 0 ? `和${periodLabel(last.period)}比，${parts.join('，')}。` : null
}

/** Returns a share rounded to the fen, with 约 when it is not exact. */
const shareOf = (what: string, fen: number, count: number): string =>
  `平均每${what}${fen % count === 0 ? '' : '约'}${yuanText(Math.round(fen / count))}`

/**
 * Returns the average per household and person 平均每户、每人; only for a list of one scheme, since an average over
 * several means nothing.
 */
export function perHead(content: NoticeContent): string | null {
  const block = find(content, 'recipients')
  if (!block) return null
  const { rows, small, households, persons, fen } = shownRecipients(block)
  const isOne = new Set(rows.map(row => row.scheme)).size === 1 && small.length === 0
  if (!isOne || households === null || households < SMALL_CELL || persons < SMALL_CELL || fen <= 0) {
    return null
  }
  const perHousehold = shareOf('户', fen, households)
  return `${households === persons ? perHousehold : `${perHousehold}，${shareOf('人', fen, persons)}`}。`
}
