import { createHash } from 'node:crypto'
import { categoryOf } from '@server/domain/category'
import type { CatalogueColumns, Uncertainty } from '@shared/contract/catalogues/catalogue'
import { itemKeys } from '@server/catalogues/catalogue/commands/itemKeys'
import { seedId } from '../ids'
import { SEED_AREA } from '../orgs'
import { localRow } from './localRow'
import fupin from '../data/catalogues/fupin-pengjiang.json'
import safety from '../data/catalogues/anquan-shengchan-dachuan.json'
import finance from '../data/catalogues/cunji-caiwu.json'
import villageList from '../data/catalogues/cunwu-gongkai-qingdan.json'
import villageReference from '../data/catalogues/cunwu-gongkai-soudengzhan.json'
import insurance from '../data/catalogues/shehui-baoxian-pingwu.json'
import assistanceBaodi from '../data/catalogues/shehui-jiuzhu-baodi.json'
import assistanceMouding from '../data/catalogues/shehui-jiuzhu-mouding.json'
import subsidyFangshan from '../data/catalogues/shenong-butie-fangshan.json'
import subsidyTieli from '../data/catalogues/shenong-butie-tieli.json'
import farmFunds from '../data/catalogues/shenong-zijin-dean.json'
import revitalisation from '../data/catalogues/xiangcun-zhenxing-rongchang.json'
import elderlyFengqing from '../data/catalogues/yanglao-fuwu-fengqing.json'
import elderlyYunyang from '../data/catalogues/yanglao-fuwu-yunyang.json'
import type { CatalogueItemRow } from '@server/catalogues/catalogue/models/catalogueItems'
import type { CatalogueRow } from '@server/catalogues/catalogue/models/catalogues'

/**
 * A published catalogue as data: clean rows. Its source is in the file, not in the demonstration, whose area adopts it
 * as its own.
 */
interface CatalogueData {
  area: string
  title: string
  rows: (CatalogueColumns & { uncertain: Uncertainty[] })[]
}

/** Casts JSON data: the compiler types its enumerations as strings; the seed's test checks them by schema. */
const data = (file: unknown) => file as CatalogueData

/** Published catalogues adopted by each street or town. */
const ADOPTED: Readonly<Record<string, readonly CatalogueData[]>> = {
  'XQ-DH-LX': [
    finance,
    villageList,
    assistanceMouding,
    elderlyFengqing,
    subsidyFangshan,
    revitalisation,
    insurance,
    safety,
  ].map(data),
  'XQ-DH-SP': [
    finance,
    villageList,
    villageReference,
    assistanceMouding,
    elderlyFengqing,
    subsidyTieli,
    farmFunds,
    fupin,
  ].map(data),
  'XQ-NY-SB': [
    finance,
    villageList,
    assistanceBaodi,
    elderlyYunyang,
    subsidyFangshan,
    revitalisation,
    insurance,
  ].map(data),
}

export interface SeedCatalogue {
  catalogue: CatalogueRow
  items: CatalogueItemRow[]
}

const sha256 = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')

function seedCatalogue(orgCode: string, file: CatalogueData, from: Date): SeedCatalogue {
  const { area, title } = file
  const rows = file.rows.map(row => localRow(row, area))
  const catalogueId = seedId('cat', orgCode, area)
  const keys = itemKeys(area, rows)
  const items = rows.map((row, order): CatalogueItemRow => ({
    ...row,
    _id: seedId('itm', catalogueId, keys[order]!),
    key: keys[order]!,
    catalogueId,
    orgCode,
    area,
    category: categoryOf({ area, path: row.path }),
    order,
  }))
  const catalogue: CatalogueRow = {
    _id: catalogueId,
    orgCode,
    area,
    title,
    version: 1,
    active: true,
    effectiveFrom: from.toISOString().slice(0, 10),
    effectiveTo: null,
    source: {
      file: `${title}.json`,
      sha256: sha256(file),
      url: null,
      issuer: `${SEED_AREA.name}管委会办公室`,
    },
    itemCount: items.length,
    createdAt: from,
  }
  return { catalogue, items }
}

/** Returns the streets' catalogues, in force since `from`. */
export const seedCatalogues = (from: Date): SeedCatalogue[] =>
  Object.entries(ADOPTED).flatMap(([orgCode, files]) => files.map(file => seedCatalogue(orgCode, file, from)))
