import { scanText } from '@server/domain/privacy'
import { REQUIREMENT_TEXTS } from '@shared/texts/requirements'
import type { Issue } from '@shared/contract/common'

/**
 * Returns the issues of an erasure's basis: it is published in place of the words, so it must not contain personal
 * data.
 */
export const basisIssues = (basis: string, today: string): Issue[] =>
  scanText(basis, { today }).map(({ kind, mask }) => ({
    code: `personal-${kind}`,
    field: 'basis',
    message: REQUIREMENT_TEXTS['basis-personal'](mask),
  }))
