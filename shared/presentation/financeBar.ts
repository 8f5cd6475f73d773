/** What a bar of a finance year represents. Encoded in the bar's id, so that a page can link to the lines. */
export interface FinanceBar {
  period: string
  what: 'income' | 'expense' | 'balance'
}

export const barId = ({ period, what }: FinanceBar): string => `${period}|${what}`

export function barOf(id: string): FinanceBar {
  const [period = '', what] = id.split('|')
  return { period, what: what as FinanceBar['what'] }
}
