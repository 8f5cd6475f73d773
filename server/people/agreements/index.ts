export { recordAgreement, recordAgreementAtLogin } from './commands/recordAgreement'
export { agreementsOf, hasAgreed, requireAgreement, requireInForce } from './queries/agreements'
