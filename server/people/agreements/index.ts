export { recordAgreement, recordAgreementAtLogin } from './commands/recordAgreement'
export { hasAgreed, requireAgreement, requireInForce } from './queries/agreements'
