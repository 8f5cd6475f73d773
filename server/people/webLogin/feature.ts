import { defineFeature } from '@server/http/feature'
import { IdentityFlows } from './models/identityFlows'
import { IdentityLinks } from './models/identityLinks'
import { LoginTickets } from './models/loginTickets'
import { TicketTries } from './models/ticketTries'
import { identityRoutes } from './routes/identity'
import { ticketRoutes } from './routes/tickets'
import { POLICIES } from './policy'

export const webLogin = defineFeature({
  collections: [LoginTickets, TicketTries, IdentityFlows, IdentityLinks],
  policies: POLICIES,
  routes: [...ticketRoutes, ...identityRoutes],
})
