import type { VillageChoices } from '@shared/contract/reading/site'
import { choiceCursor } from '../choiceCursor'
import type { Choices } from '../queries/villageChoices'
import type { OrgNames } from '../queries/orgs'
import { presentOrgRef } from './org'

/** Presents what a reader may choose 选村; `names`: of the organisations above. */
export const presentChoices = ({ trail, rows, next }: Choices, names: OrgNames): VillageChoices => ({
  trail: trail.map(presentOrgRef),
  items: rows.map(org => ({ ...presentOrgRef(org), above: names.get(org.parentCode ?? '') ?? '' })),
  nextCursor: next && choiceCursor(next),
})
