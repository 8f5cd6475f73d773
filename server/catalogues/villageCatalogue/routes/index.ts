import { linkRoutes } from './links'
import { listRoutes } from './villageCatalogue'

export const villageListRoutes = [...listRoutes, ...linkRoutes]
