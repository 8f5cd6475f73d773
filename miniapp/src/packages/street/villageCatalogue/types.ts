import type { WriteOptions } from '@shared/client'
import type { VillageCatalogue } from '@shared/contract/catalogues/villageCatalogue'

/** Changes the village catalogue and shows the result; true on success. */
export type Alter = (step: (key: WriteOptions) => Promise<VillageCatalogue>) => Promise<boolean>

/** Props of every part of the page. */
export interface ListPart {
  list: VillageCatalogue
  busy: boolean
  alter: Alter
}
