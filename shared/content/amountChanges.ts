import { flatMap } from '../common/lists'
import { sheetForm } from '../facts/disclosure/sheets'
import type { ContentBlock, NoticeContent, SheetBlock } from '../contract/disclosure/notice'
import { yuan } from '../common/money'

type BlockOf<Type extends ContentBlock['type']> = Extract<ContentBlock, { type: Type }>

/** An amount that differs from last period 与上期不同的金额. */
export interface AmountChange {
  /** Path in the content, e.g. `blocks.1.lines.0.amountFen`; null if only last period had the amount. */
  field: string | null
  /** Purpose of the amount, in the notice's own words. */
  label: string
  /** Null if only last period had the amount. */
  fen: number | null
  /** Null if last period had no such amount. */
  lastFen: number | null
}

interface Amount {
  field: string
  /** Identifies the same amount in both periods. */
  key: string
  /** Only asked where the amount differs: most of a long list do not. */
  label: () => string
  fen: number
}

/** Where a block is in its content, and how the keys of its amounts begin. */
interface Place {
  at: string
  key: string
}

const DIRECTIONS = { income: '收入', expense: '支出' } as const

/** Lists the amounts of a sheet: rows are matched by key, statement lines by name. */
function sheetAmounts({ sheet, rows }: SheetBlock, { at, key: start }: Place): Amount[] {
  const form = sheetForm(sheet)
  const nameOf = (row: SheetBlock['rows'][number]): string =>
    form.kind === 'statement'
      ? (form.lines.find(({ code }) => code === row.line)?.name ?? '')
      : form.key.map(field => row[field] ?? '').join('，')
  const columns = form.columns.filter(({ kind }) => kind === 'yuan')
  return flatMap(rows, (row, index) => {
    const name = nameOf(row)
    return columns.map(({ field, header }) => ({
      field: `${at}.rows.${index}.${field}`,
      key: `${start} ${sheet} ${name} ${field}`,
      label: () => `${name} ${header.replace('（元）', '')}`,
      fen: Number(row[field] ?? 0),
    }))
  })
}

function moneyAmounts({ lines, closingFen }: BlockOf<'money'>, { at, key }: Place): Amount[] {
  return [
    ...lines.map(({ direction, item, amountFen }, index) => ({
      field: `${at}.lines.${index}.amountFen`,
      key: `${key} line ${direction} ${item}`,
      label: () => `${DIRECTIONS[direction]} ${item}`,
      fen: amountFen,
    })),
    { field: `${at}.closingFen`, key: `${key} closing`, label: () => '期末余额', fen: closingFen },
  ]
}

function recipientAmounts({ rows, totalFen }: BlockOf<'recipients'>, { at, key }: Place): Amount[] {
  return [
    ...rows.map(({ name, group = '', scheme, amountFen }, index) => ({
      field: `${at}.rows.${index}.amountFen`,
      key: `${key} row ${name} ${group} ${scheme}`,
      label: () => `${[name, group].filter(Boolean).join('，')}（${scheme}）`,
      fen: amountFen,
    })),
    { field: `${at}.totalFen`, key: `${key} total`, label: () => '合计金额', fen: totalFen },
  ]
}

function amountsOf(block: ContentBlock, place: Place): Amount[] {
  if (block.type === 'money') return moneyAmounts(block, place)
  if (block.type === 'sheet') return sheetAmounts(block, place)
  return block.type === 'recipients' ? recipientAmounts(block, place) : []
}

/** Lists every amount of a content; blocks of the same type are distinguished by order. */
function allAmounts({ blocks }: NoticeContent): Amount[] {
  const seen = new Map<string, number>()
  return flatMap(blocks, (block, index) => {
    const nth = seen.get(block.type) ?? 0
    seen.set(block.type, nth + 1)
    return amountsOf(block, { at: `blocks.${index}`, key: `${block.type} ${nth}` })
  })
}

/**
 * Compares amounts with last period: lines match by direction and purpose, recipients by name, group and
 * scheme, in any order. Amounts that only last period had come last.
 */
export function amountChanges(content: NoticeContent, last: NoticeContent): AmountChange[] {
  const before = new Map<string, Amount[]>()
  for (const amount of allAmounts(last)) {
    const same = before.get(amount.key)
    if (same) same.push(amount)
    else before.set(amount.key, [amount])
  }
  const changes = flatMap(allAmounts(content), ({ field, key, label, fen }) => {
    const lastFen = before.get(key)?.shift()?.fen ?? null
    return fen === lastFen ? [] : [{ field, label: label(), fen, lastFen }]
  })
  const gone = flatMap([...before.values()], amounts =>
    amounts.map(({ label, fen }) => ({ field: null, label: label(), fen: null, lastFen: fen })),
  )
  return [...changes, ...gone]
}

/** Describes a change: `比上期 +1,200.00 元`, `上期没有`, `上期有 500.00 元，本期没有`. */
export function changeWords({ fen, lastFen }: Pick<AmountChange, 'fen' | 'lastFen'>): string {
  if (fen === null) return `上期有 ${yuan(lastFen ?? 0)} 元，本期没有`
  if (lastFen === null) return '上期没有'
  const difference = fen - lastFen
  return `比上期 ${difference > 0 ? '+' : ''}${yuan(difference)} 元`
}
