import { yuan } from '@shared/domain/money'

/** What a person types as an amount in yuan: `1234.5`, `1,234.50`, `1,234.50 元`; full-width digits too. */
const AMOUNT = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/
const COUNT = /^\d{1,6}$/

const FULL_WIDTH_OFFSET = 0xfee0

function tidy(typed: string): string {
  const narrow = typed.replace(/[０-９．，－]/g, char =>
    String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH_OFFSET),
  )
  return narrow.replace(/[,\s元]/g, '')
}

/** Integer fen; null when it is not an amount. */
export function parseYuan(typed: string): number | null {
  const match = AMOUNT.exec(tidy(typed))
  if (!match) return null
  const fen = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'))
  return match[1] ? -fen : fen
}

export function parseCount(typed: string): number | null {
  const text = tidy(typed)
  return COUNT.test(text) ? Number(text) : null
}

export const fenToText = (fen: number): string => yuan(fen)
