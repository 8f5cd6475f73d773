import { claimRoutes } from './claims'
import { bookRoutes } from './roster'

export const rosterRoutes = [...bookRoutes, ...claimRoutes]
