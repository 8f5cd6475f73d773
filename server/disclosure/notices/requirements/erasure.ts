import { scanText } from '@server/domain/privacy'
import { REQUIREMENT_TEXTS } from '@shared/texts/requirements'
import type { Issue } from '@shared/contract/common'

/** What stands against the basis of an erasure: it is printed in the place of the words, so it may name nobody. */
export const basisIssues = (basis: string, today: string): Issue[] =>
  scanText(basis, { today }).map(({ kind, mask }) => ({
    code: `personal-${kind}`,
    field: 'basis',
    message: REQUIREMENT_TEXTS['basis-personal'](mask),
  }))
