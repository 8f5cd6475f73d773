import { periodLabel, periodRange } from '@shared/common/period'
import { sumFen } from '@shared/common/money'
import { amountFields } from '@shared/content/sheet'
import { agreementIssues } from '@shared/content/statement'
import { REQUIREMENT_TEXTS } from '@shared/texts/requirements'
import type { Issue } from '@shared/contract/common'
import type { ContentBlock } from '@shared/contract/disclosure/notice'
import { blockedIssues } from './privacy'
import { BLOCKS, type Checker, type Draft } from './draftOf'

const PERIOD = 'content.period'

/** Earliest accepted start of a period; an earlier year is most likely a typing error. */
const EARLIEST = '1900-01-01'

/** Whether a day exists in the calendar; 2026-02-30 does not. */
const isRealDay = (day: string): boolean => {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

const periodIssues: Checker = ({ content: { period }, today }) => {
  const { start } = periodRange(period)
  if (!isRealDay(start)) {
    return [{ code: 'period-not-real', field: PERIOD, message: REQUIREMENT_TEXTS['period-not-real'](period) }]
  }
  if (start < EARLIEST) {
    return [{ code: 'period-too-old', field: PERIOD, message: REQUIREMENT_TEXTS['period-too-old'](period) }]
  }
  if (start <= today) return []
  const message = REQUIREMENT_TEXTS['period-not-begun'](periodLabel(period))
  return [{ code: 'period-not-begun', field: PERIOD, message }]
}

const sumOf = (block: ContentBlock): number => {
  if (block.type === 'money') {
    return block.lines.reduce(
      (sum, line) => sum + line.amountFen,
      Math.abs(block.openingFen) + Math.abs(block.closingFen),
    )
  }
  if (block.type === 'recipients') return block.rows.reduce((sum, row) => sum + row.amountFen, block.totalFen)
  if (block.type === 'sheet') {
    const figures = block.rows.flatMap(row =>
      amountFields(block).map(field => Math.abs(Number(row[field] ?? 0))),
    )
    return sumFen(figures)
  }
  return 0
}

/** Refuses sums beyond exact integers before anything is added up. */
const sizeIssues = ({ content }: Draft): Issue[] =>
  content.blocks.flatMap((block, index) =>
    Number.isSafeInteger(sumOf(block))
      ? []
      : [
          {
            code: 'amount-too-large',
            field: `${BLOCKS}.${index}`,
            message: REQUIREMENT_TEXTS['amount-too-large'](),
          },
        ],
  )

const agreement: Checker = draft => {
  const tooLarge = sizeIssues(draft)
  return tooLarge.length > 0 ? tooLarge : agreementIssues(draft.content.blocks, draft.content.period)
}

/** Returns the issues that prevent saving a draft: sums that do not agree, dates out of range, personal data. */
export const draftIssues: Checker = draft => [
  ...periodIssues(draft),
  ...agreement(draft),
  ...blockedIssues(draft),
]
