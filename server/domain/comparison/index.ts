export { compareTexts, compareValues, plainLabel } from './compareTexts'

export { canonicalText } from '@shared/figures/read'
