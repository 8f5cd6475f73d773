export { annualOfCases } from './annual'
export { checkCase, readCase } from './check'
export { clockAnswer, type ClockAnswer, readEventList } from './clock'
export { FEE_MOST, feeOf } from './fee'
