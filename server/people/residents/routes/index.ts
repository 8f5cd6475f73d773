import { claimRoutes } from './claims'
import { bookRoutes } from './roster'

export const rollRoutes = [...bookRoutes, ...claimRoutes]
