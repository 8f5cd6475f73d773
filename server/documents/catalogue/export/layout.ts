import { areaOfTitle } from '@server/domain/catalogue/rows/areas'
import { audienceOfTicks } from '@server/domain/catalogue/fields/audience'
import { readTick } from '@server/domain/catalogue/fields/ticks'
import { LEVEL_TEXTS } from '@server/domain/catalogueDraft/cellText'
import type { CatalogueColumns, Level } from '@shared/contract/catalogues/catalogue'
import {
  audienceCell,
  basisCell,
  channelsCell,
  elementsCell,
  levelsCell,
  modeCell,
  subjectsCell,
} from './notation'

/** A version of a catalogue to be exported. */
export interface ExportedCatalogue {
  area: string
  title: string
  rows: readonly CatalogueColumns[]
}

/** One column of the sheet: group and name in the head, width, and its value for a row. */
export interface SheetColumn {
  /** Heading over several columns; null = the column has its own heading. */
  group: string | null
  label: string
  width: number
  write: (row: CatalogueColumns) => string
}

/** A catalogue in the national layout of 国办发〔2019〕54号: a title, a head of two rows, one row per item. */
export interface CatalogueSheet {
  title: string
  columns: SheetColumn[]
  rows: readonly CatalogueColumns[]
}

const TICK = '√'
const tick = (on: boolean) => (on ? TICK : '')

const single = (label: string, width: number, write: SheetColumn['write']): SheetColumn => ({
  group: null,
  label,
  width,
  write,
})

const LEVEL_NAMES = ['一级事项', '二级事项', '三级事项', '四级事项']

function pathColumns(rows: readonly CatalogueColumns[]): SheetColumn[] {
  const depth = Math.max(2, ...rows.map(({ path }) => path.length))
  return LEVEL_NAMES.slice(0, depth).map((label, level) => ({
    group: '公开事项',
    label,
    width: 16,
    write: ({ path }) => path[level] ?? '',
  }))
}

const specific = ({ scope, detail }: CatalogueColumns['audience']): string =>
  scope === 'specific' || scope === 'both' ? `${TICK}${detail ?? ''}` : ''
const everybody = ({ scope }: CatalogueColumns['audience']): string =>
  tick(scope === 'public' || scope === 'both')

/** Checks whether ticks under 全社会 and 特定群体 express the audience exactly. */
function readsFromTicks(audience: CatalogueColumns['audience']): boolean {
  const { value } = audienceOfTicks([
    { scope: 'public', tick: readTick(everybody(audience)) },
    { scope: 'specific', tick: readTick(specific(audience)) },
  ])
  return JSON.stringify(value) === JSON.stringify(audience)
}

function audienceColumns(rows: readonly CatalogueColumns[]): SheetColumn[] {
  if (!rows.every(({ audience }) => readsFromTicks(audience))) {
    return [single('公开对象', 14, ({ audience }) => audienceCell(audience))]
  }
  return [
    { group: '公开对象', label: '全社会', width: 8, write: ({ audience }) => everybody(audience) },
    { group: '公开对象', label: '特定群体', width: 10, write: ({ audience }) => specific(audience) },
  ]
}

function modeColumns(rows: readonly CatalogueColumns[]): SheetColumn[] {
  if (rows.every(({ mode }) => mode === null)) return [single('公开方式', 8, ({ mode }) => modeCell(mode))]
  const has = (label: string, ...modes: CatalogueColumns['mode'][]): SheetColumn => ({
    group: '公开方式',
    label,
    width: 8,
    write: ({ mode }) => tick(modes.includes(mode)),
  })
  return [has('主动', 'active', 'both'), has('依申请', 'on-request', 'both')]
}

/** Returns the level columns: the national layout has county and town; others are added when used. */
function levelColumns(rows: readonly CatalogueColumns[]): SheetColumn[] {
  if (rows.some(({ levels }) => levels === null)) {
    return [single('公开层级', 10, ({ levels }) => levelsCell(levels))]
  }
  const used = new Set<Level>(['county', 'town', ...rows.flatMap(({ levels }) => levels ?? [])])
  return (Object.keys(LEVEL_TEXTS) as Level[])
    .filter(level => used.has(level))
    .map(level => ({
      group: '公开层级',
      label: LEVEL_TEXTS[level],
      width: 7,
      write: ({ levels }) => tick(levels?.includes(level) ?? false),
    }))
}

/** Lays a catalogue out; a title that does not name the area gets an area column. */
export function layOut({ area, title, rows }: ExportedCatalogue): CatalogueSheet {
  const told = areaOfTitle(title) === area
  const columns = [
    single('序号', 6, ({ displayNo }) => displayNo ?? ''),
    ...(told ? [] : [single('领域', 10, () => area)]),
    ...pathColumns(rows),
    single('公开内容(要素)', 40, ({ elements }) => elementsCell(elements)),
    single('公开依据', 36, ({ basis }) => basisCell(basis)),
    single('公开时限', 22, ({ deadline }) => deadline ?? ''),
    single('公开主体', 18, ({ subjects }) => subjectsCell(subjects)),
    single('公开渠道和载体', 26, ({ channels }) => channelsCell(channels)),
    ...audienceColumns(rows),
    ...modeColumns(rows),
    ...levelColumns(rows),
  ]
  return { title, columns, rows }
}

/** A heading of the first head row with the columns that it spans. */
export interface HeadGroup {
  label: string
  start: number
  span: number
  /** Has headings of its own below. */
  divided: boolean
}

export function headGroups(columns: readonly SheetColumn[]): HeadGroup[] {
  const groups: HeadGroup[] = []
  columns.forEach(({ group, label }, start) => {
    const last = groups.at(-1)
    if (group !== null && last?.divided && last.label === group) last.span += 1
    else groups.push({ label: group ?? label, start, span: 1, divided: group !== null })
  })
  return groups
}
