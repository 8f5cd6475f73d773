import { defineFeature } from '@server/http/feature'
import { ClaimAttempts } from './models/claimAttempts'
import { ResidencyClaims } from './models/residencyClaims'
import { RosterEntries } from './models/rosterEntries'
import { RosterVersions } from './models/rosterVersions'
import { dailyForgetting, forgetClaimsJob } from './jobs/forgetClaims'
import { rosterRoutes } from './routes'
import { POLICIES } from './policy'

export const residents = defineFeature({
  collections: [RosterVersions, RosterEntries, ResidencyClaims, ClaimAttempts],
  policies: POLICIES,
  routes: [...rosterRoutes],
  jobs: { 'forget-claims': forgetClaimsJob },
  daily: dailyForgetting,
})
