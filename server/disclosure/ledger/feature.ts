import { defineFeature } from '@server/http/feature'
import { LedgerEntries, LedgerSecrets } from './models/ledgerEntries'
import { LedgerHeads, LedgerChains, LedgerNodes, Checkpoints } from './models/ledgerTree'
import { ledgerRoutes } from './routes/ledger'

export const ledger = defineFeature({
  collections: [LedgerEntries, LedgerSecrets, LedgerHeads, LedgerChains, LedgerNodes, Checkpoints],
  routes: [...ledgerRoutes],
})
