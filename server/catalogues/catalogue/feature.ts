import { defineFeature } from '@server/http/feature'
import { CatalogueDrafts, CatalogueDraftRows } from './models/catalogueDrafts'
import { CatalogueItems } from './models/catalogueItems'
import { Catalogues } from './models/catalogues'
import { categoryRoutes } from './routes/categories'
import { catalogueVersionRoutes } from './routes/versions'
import { POLICIES } from './policy'

export const catalogue = defineFeature({
  collections: [Catalogues, CatalogueItems, CatalogueDrafts, CatalogueDraftRows],
  policies: POLICIES,
  routes: [...categoryRoutes, ...catalogueVersionRoutes],
})
