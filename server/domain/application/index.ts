export { annualOfCases, type CaseTables } from './annual'
export { clockAnswer, type ClockAnswer, readEventList } from './clock'
export { type Fee, FEE_MOST, feeOf } from './fee'
