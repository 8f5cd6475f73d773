import { linkRoutes } from './links'
import { listRoutes } from './villageCatalogue'

export const villageCatalogueRoutes = [...listRoutes, ...linkRoutes]
