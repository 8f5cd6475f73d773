export { objectionCounts } from './queries/objections'
