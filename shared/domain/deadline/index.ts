export { parseDeadline } from './parse'
export type * from './types'
