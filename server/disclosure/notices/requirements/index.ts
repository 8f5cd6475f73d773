export { draftIssues } from './draft'
export { draftOf } from './draftOf'
export { basisIssues } from './erasure'
export { privacyIssues } from './privacy'

export { publishIssues, submitIssues } from './submit'
