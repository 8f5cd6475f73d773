import { defineFeature } from '@server/http/feature'
import { AppointmentCodes } from './models/appointmentCodes'
import { Logins } from './models/logins'
import { RoleGrants } from './models/roleGrants'
import { SecondFactors } from './models/secondFactors'
import { Sessions } from './models/sessions'
import { Users } from './models/users'
import { accountRoutes } from './routes/accounts'
import { authRoutes } from './routes/auth'
import { loginRoutes } from './routes/logins'
import { grantRoutes } from './routes/grants'
import { meRoutes } from './routes/me'
import { POLICIES } from './policy'

export const accounts = defineFeature({
  collections: [Users, RoleGrants, Logins, Sessions, SecondFactors, AppointmentCodes],
  policies: POLICIES,
  routes: [...authRoutes, ...meRoutes, ...loginRoutes, ...accountRoutes, ...grantRoutes],
})
