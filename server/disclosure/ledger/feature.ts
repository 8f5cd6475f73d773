import { defineFeature } from '@server/http/feature'
import { LedgerEntries, LedgerSecrets } from './models/ledgerEntries'
import { LedgerHeads, LedgerChains, LedgerNodes, Checkpoints } from './models/ledgerTree'
import { recordedRows } from './migrations/recordedRows'
import { ledgerRoutes } from './routes/ledger'

export const ledger = defineFeature({
  collections: [LedgerEntries, LedgerSecrets, LedgerHeads, LedgerChains, LedgerNodes, Checkpoints],
  migrations: [recordedRows],
  routes: [...ledgerRoutes],
})
