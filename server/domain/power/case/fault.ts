import { CASE_FAULTS, type CaseFaultCode } from '@shared/texts/caseFaults'

export interface CaseFault {
  code: CaseFaultCode
  message: string
}

export const caseFault = (code: CaseFaultCode, more?: string): CaseFault => ({
  code,
  message: `${CASE_FAULTS[code]}${more ? `（${more}）` : ''}。`,
})

/** Returns the faults of the broken rules. */
export const broken = (...rules: readonly [boolean, CaseFaultCode, string?][]): CaseFault[] =>
  rules.flatMap(([isBroken, code, more]) => (isBroken ? [caseFault(code, more)] : []))
