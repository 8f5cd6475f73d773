export { presentAlongside } from './presenters/comparison'
export { presentDiscrepancyList } from './presenters/discrepancy'
export { alongsideOf } from './queries/comparison'
export {
  type DiscrepancyRows,
  type OpenDifference,
  countDiscrepancies,
  discrepancyPage,
  openDifferencesOf,
} from './queries/discrepancies'
