export { fieldRuleOf } from './columns'
export { KIND_NAMES } from './kindNames'
export { type NameModel, NameQuestions, type NamesOfText, scanWithNames } from './knownNames'
export { maskValue } from './mask'
export { maskNoticeContent } from './maskContent'
export { withoutCountedNames } from '@shared/content/countedRows'
export { isListedName, maskName } from './detectors/names'
export { scanNoticeContent } from './notice'
export { isCountsOnly, isSensitive } from '@shared/content/countedRows'
export {
  type ContentNames,
  maskOpenFindings,
  namesInContent,
  openFindings,
  releaseIssues,
} from './openFindings'
export { lengthOfTexts, type Reviewed, reviewContent } from './reviewContent'
export { scanTable } from './scanTable'
export { scanText, systemToday } from './scanText'
export type { Finding, ScanContext, Place, PlacedFinding, PrivacyKind } from './types'
