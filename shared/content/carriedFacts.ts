import { periodLabel } from '../common/period'
import { isAttestation } from './attestations'

interface Fact {
  label: string
  value: string
}

const isYear = (period: string): boolean => /^\d{4}$/.test(period)

/** True for words that name the period they were written for, with or without its year: 2026年10月, 10月. */
function isOfPeriod(value: string, period: string): boolean {
  if (isYear(period)) return false
  const name = periodLabel(period).replace(/^\d{4}年/, '')
  return new RegExp(`(?:^|\\D)${name}`).test(value)
}

/**
 * True for a fact of a past period that the next one starts with: neither an attestation nor words about that period,
 * which are only proposed.
 */
export const isCarried = ({ label, value }: Fact, period: string): boolean =>
  !isAttestation(label) && !isOfPeriod(value, period)

/** Returns what the last period said, as a proposal 上期写的是; null for an attestation and for nothing. */
export const proposalOf = ({ label, value }: Fact): string | null =>
  value === '' || isAttestation(label) ? null : value
