import { createHash } from 'node:crypto'
import { categoryOf } from '@server/domain/category'
import { chinaDate } from '@shared/common/period'
import type { VillageItem } from '@shared/contract/catalogues/villageCatalogue'
import type { CatalogueItemRow, CatalogueRow } from '@server/catalogues/catalogue'
import type { OrgRow } from '@server/people/orgs'

export const linesHash = (lines: readonly VillageItem[]): string =>
  createHash('sha256').update(JSON.stringify(lines)).digest('hex')

interface Edition {
  org: OrgRow
  area: string
  lines: readonly VillageItem[]
  version: number
  /** When the version comes into force. */
  at: Date
}

/** Builds the id of a row; `key` is empty for the version itself and the item's key for an item. */
type MakeId = (prefix: 'cat' | 'itm', key: string) => string

/** Builds the catalogue version of one area of a village catalogue with its items; the village is the issuer. */
export function listVersion({ org, area, lines, version, at }: Edition, makeId: MakeId) {
  const title = `${org.name}${area}公开目录`
  const catalogue: CatalogueRow = {
    _id: makeId('cat', ''),
    orgCode: org._id,
    area,
    title,
    version,
    active: true,
    effectiveFrom: chinaDate(at),
    effectiveTo: null,
    source: { file: title, sha256: linesHash(lines), url: null, issuer: org.name },
    itemCount: lines.length,
    createdAt: at,
  }
  const items = lines.map((line, order): CatalogueItemRow => ({
    ...line,
    _id: makeId('itm', line.key),
    catalogueId: catalogue._id,
    orgCode: org._id,
    category: categoryOf({ area: line.area, path: line.path }),
    order,
    uncertain: [],
  }))
  return { catalogue, items }
}
