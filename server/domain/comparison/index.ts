export { compareTexts, compareValues, plainLabel } from './compareTexts'
export type { TextRelation } from './compareTexts'
export { canonicalText, readText } from '@shared/figures/read'
