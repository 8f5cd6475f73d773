import { defineFeature } from '@server/http/feature'
import { LoginTickets } from './models/loginTickets'
import { TicketTries } from './models/ticketTries'
import { ticketRoutes } from './routes/tickets'
import { POLICIES } from './policy'

export const webLogin = defineFeature({
  collections: [LoginTickets, TicketTries],
  policies: POLICIES,
  routes: ticketRoutes,
})
