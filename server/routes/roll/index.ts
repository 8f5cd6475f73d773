import { claimRoutes } from './claims'
import { bookRoutes } from './book'

export const rollRoutes = [...bookRoutes, ...claimRoutes]
