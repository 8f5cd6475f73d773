import { linkRoutes } from './links'
import { listRoutes } from './list'

export const villageListRoutes = [...listRoutes, ...linkRoutes]
