import { defineFeature } from '@server/http/feature'
import { lapseWithdrawalJob } from './jobs/lapseWithdrawal'
import { notifyRemovalFollowersJob, notifyRemovalJob } from './jobs/notifyRemoval'
import { removalRegister } from './migrations/removalRegister'
import { LeakRecords } from './models/leakRecords'
import { Removals } from './models/removals'
import { POLICIES } from './policy'
import { removalRoutes } from './routes/removals'

export const removals = defineFeature({
  collections: [Removals, LeakRecords],
  policies: POLICIES,
  routes: removalRoutes,
  migrations: [removalRegister],
  jobs: {
    'lapse-withdrawal': lapseWithdrawalJob,
    'notify-removal': notifyRemovalJob,
    'notify-removal-followers': notifyRemovalFollowersJob,
  },
})
