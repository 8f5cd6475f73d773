export { draftIssues } from './draft'
export { draftOf } from './draftOf'
export { publishIssues, submitIssues } from './submit'
export type { Draft } from './types'
