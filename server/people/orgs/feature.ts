import { defineFeature } from '@server/http/feature'
import { OrgChanges } from './models/orgChanges'
import { OrgEvents } from './models/orgEvents'
import { Orgs } from './models/orgs'
import { nameKeys } from './migrations/nameKeys'
import { POLICIES } from './policy'
import { contactRoutes } from './routes/contacts'
import { orgRoutes } from './routes/orgs'

export const orgs = defineFeature({
  collections: [Orgs, OrgChanges, OrgEvents],
  policies: POLICIES,
  routes: [...orgRoutes, ...contactRoutes],
  migrations: [nameKeys],
})
