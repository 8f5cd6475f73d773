import type { WriteOptions } from '@shared/client'
import type { VillageCatalogue } from '@shared/contract/catalogues/villageCatalogue'

/** Alters the list by one call and shows what it has become; true when it was done. */
export type Alter = (step: (key: WriteOptions) => Promise<VillageCatalogue>) => Promise<boolean>

/** What every part of the page works with. */
export interface ListPart {
  list: VillageCatalogue
  busy: boolean
  alter: Alter
}
