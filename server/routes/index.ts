import { authRoutes } from './auth'
import type { Route } from './define'
import { meRoutes } from './me'
import { metaRoutes } from './meta'
import { workRoutes } from './work'

/** Every route of the API, one folder for each resource. */
export const ROUTES: readonly Route[] = [...metaRoutes, ...authRoutes, ...meRoutes, ...workRoutes]
