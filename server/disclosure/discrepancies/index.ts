export { presentAlongside } from './presenters/comparison'
export { presentDiscrepancyList } from './presenters/discrepancy'
export { alongsideOf } from './queries/comparison'
export { type DiscrepancyRows, countDiscrepancies, discrepancyPage } from './queries/discrepancies'
