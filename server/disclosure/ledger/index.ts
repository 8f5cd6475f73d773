export { newestCheckpoint } from './checkpoints'
export { eraseFromLedger } from './commands/eraseFromLedger'
export { entryOf, erasuresOf } from './queries/ledger'
