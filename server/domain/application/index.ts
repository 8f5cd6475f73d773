export { annualOfCases, type CaseTables } from './annual'
export { checkCase, type Checked, readCase } from './check'
export { clockAnswer, type ClockAnswer, readEventList } from './clock'
export { type Fee, FEE_MOST, feeOf } from './fee'
