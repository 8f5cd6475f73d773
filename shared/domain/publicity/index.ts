export { actDueOn, endOfDay, publicityOf, type PublicityItem, retentionOf } from './period'
export { foldContent, hasNames, OTHERS } from './fold'
