/** What a bar of a year of accounts stands for; its id says it, so that a page can lead to the lines. */
export interface FinanceBar {
  period: string
  what: 'income' | 'expense' | 'balance'
}

export const barId = ({ period, what }: FinanceBar): string => `${period}|${what}`

export function barOf(id: string): FinanceBar {
  const [period = '', what] = id.split('|')
  return { period, what: what as FinanceBar['what'] }
}
