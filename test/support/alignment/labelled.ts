import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { AlignableItem } from '../../../server/domain/alignment/suggest'

/** A line of a village list with the choice of a clerk who knows both sides. */
export interface LabelledPair {
  catalogue: keyof typeof CATALOGUES
  path: string[]
  area?: string
  elements?: string[]
  /** Any of these items is right, the first one most; none: the village's own matter. */
  match: string[]
  relation: 'same' | 'subset' | 'successor' | 'village-only'
}

/**
 * Catalogues as a town, a county and a village reference list would be put together from published ones; source and date
 * are in each file of server/demo/seed/data/catalogues.
 */
export const CATALOGUES = {
  town: [
    'shehui-jiuzhu-mouding',
    'yanglao-fuwu-fengqing',
    'shenong-butie-fangshan',
    'shenong-zijin-dean',
    'fupin-pengjiang',
    'shehui-baoxian-pingwu',
    'anquan-shengchan-dachuan',
  ],
  county: [
    'shehui-jiuzhu-baodi',
    'yanglao-fuwu-yunyang',
    'shenong-butie-tieli',
    'xiangcun-zhenxing-rongchang',
  ],
  reference: ['cunwu-gongkai-soudengzhan', 'cunwu-gongkai-qingdan', 'cunji-caiwu'],
} as const

interface SeedCatalogue {
  area: string
  rows: { path: string[]; elements: string[] }[]
}

const json = (...place: string[]): unknown => JSON.parse(readFileSync(path.resolve(...place), 'utf8'))

function itemsOf(name: string): AlignableItem[] {
  const { area, rows } = json('server/demo/seed/data/catalogues', `${name}.json`) as SeedCatalogue
  return rows.map((row, index) => ({
    id: `${name}:${index + 1}`,
    area,
    path: row.path,
    elements: row.elements,
  }))
}

export const catalogueOf = (name: keyof typeof CATALOGUES): AlignableItem[] =>
  CATALOGUES[name].flatMap(itemsOf)

/**
 * Names as written in village and community lists and on notice boards, labelled by hand before the ranking was tuned.
 * `holdout`: a third that is only counted, never looked at while tuning. `fresh`: written when the ranking was done; its first
 * run put 60 of 64 first and 63 among three, and the names that it missed then went into the synonyms.
 */
export const LABELLED_FILES = ['pairs', 'holdout', 'fresh'] as const

export const labelledPairs = (file: (typeof LABELLED_FILES)[number]): LabelledPair[] =>
  json('test/fixtures/alignment', `${file}.json`) as LabelledPair[]
