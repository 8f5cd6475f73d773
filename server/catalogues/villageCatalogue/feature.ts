import { defineFeature } from '@server/http/feature'
import { ItemLinks, LinkBooks } from './models/itemLinks'
import { ListRemarks } from './models/villageCatalogueRemarks'
import { VillageCatalogues } from './models/villageCatalogues'
import { villageCatalogueRoutes } from './routes'
import { POLICIES } from './policy'

export const villageCatalogue = defineFeature({
  collections: [VillageCatalogues, ListRemarks, ItemLinks, LinkBooks],
  policies: POLICIES,
  routes: [...villageCatalogueRoutes],
})
