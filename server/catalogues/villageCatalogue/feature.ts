import { defineFeature } from '@server/http/feature'
import { ItemLinks, ItemLinkVersions } from './models/itemLinks'
import { VillageCatalogueRemarks } from './models/villageCatalogueRemarks'
import { VillageCatalogues } from './models/villageCatalogues'
import { villageCatalogueRoutes } from './routes'
import { POLICIES } from './policy'

export const villageCatalogue = defineFeature({
  collections: [VillageCatalogues, VillageCatalogueRemarks, ItemLinks, ItemLinkVersions],
  policies: POLICIES,
  routes: [...villageCatalogueRoutes],
})
