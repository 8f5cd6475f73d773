import fc from 'fast-check'
import { listVersion } from '@server/catalogues/villageCatalogue/commands/villageCatalogueVersion'
import { seedRows } from '@server/demo/seed'
import { categoryOf } from '@server/domain/category'
import { addedLine } from '@server/domain/villageCatalogue/lines'
import { CATEGORIES } from '@shared/facts/disclosure/categories'
import { GENERAL_CODE } from '@shared/facts/disclosure/categoryTypes'
import type { CatalogueItemRow } from '@server/catalogues/catalogue/models/catalogueItems'
import type { OrgRow } from '@server/people/orgs/models/orgs'
import { anyCatalogue } from '../support/catalogue/anyCatalogue'
import { reportFigure, LONG } from '../support/figures'
import { faultsOf, formOf } from '../support/forms/writtenNotice'

const NOW = new Date('2026-11-20T02:00:00Z')
const RUNS = LONG ? 2_000 : 150

const rows = seedRows(NOW)
const seeded = [...rows.catalogues, ...rows.kept.catalogues].flatMap(({ items }) => items)
const orgOf = (code: string): OrgRow => rows.orgs.find(({ _id }) => _id === code)!
const village = rows.orgs.find(({ kind }) => kind === 'village')!

const keyed = <T>(entries: readonly (readonly [string, T])[]) => entries.filter(([, value]) => Array.isArray(value) && value.length > 0) // prettier-ignore

/** What is wrong with the notices of an item: written in full, where its form wants it alone, and 本期无发生. */
function faultsOfItem(item: CatalogueItemRow, org = orgOf(item.orgCode)): (readonly [string, string[]])[] {
  const form = formOf(village, org, item)
  const owed = form.blocks.find(({ required }) => required)
  const ways = owed?.oneOf ?? []
  return keyed([
    ['in full', faultsOf(item, form, () => true)],
    ['what is required', faultsOf(item, form, ({ required }) => required)],
    ['nothing', faultsOf(item, form, 'nothing')],
    ...(item.category === GENERAL_CODE
      ? form.blocks
          .filter(({ label, type }) => ways.includes(label) || type === 'attachments')
          .map(
            ({ type, sheet }) =>
              [
                `${type} alone`,
                faultsOf(item, form, one => one.type === type && one.sheet === sheet),
              ] as const,
          )
      : []),
  ])
}

test('every item of every seeded catalogue and list has a form that leads to a notice', () => {
  expect(seeded.length).toBeGreaterThan(150)
  const general = seeded.filter(({ category }) => category === GENERAL_CODE)
  expect(general.length).toBeGreaterThan(40)
  const faults = seeded.flatMap(item => faultsOfItem(item).map(fault => [item.path.join('›'), ...fault]))
  expect(faults).toEqual([])
  reportFigure(
    `forms of items: ${seeded.length} of the demonstration, ${general.length} of them outside the five categories`,
  )
})

test('a general item always asks for one block, and an item without elements for a text', () => {
  for (const item of seeded.filter(({ category }) => category === GENERAL_CODE)) {
    const { blocks } = formOf(village, village, item)
    expect(blocks.filter(({ required }) => required)).toHaveLength(1)
    const [first] = blocks
    expect([first?.type, first?.required]).toEqual([item.elements.length > 0 ? 'facts' : 'text', true])
    if (first?.type === 'facts') {
      const asked = [...first.elements.map(({ label }) => label), ...blocks.map(({ label }) => label)]
      for (const element of item.elements) expect(asked).toContain(element.slice(0, 200))
    }
  }
})

test('so has every item of any catalogue that a street may import', () => {
  fc.assert(
    fc.property(anyCatalogue, ({ area, rows: lines }) => {
      for (const [order, line] of lines.entries()) {
        const item: CatalogueItemRow = {
          ...line,
          _id: `itm_item0${order}`,
          key: `key_${order}`,
          catalogueId: 'cat_1',
          orgCode: 'ST1',
          area,
          category: categoryOf({ area, path: line.path }),
          order,
          uncertain: [],
        }
        expect(faultsOfItem(item, village)).toEqual([])
      }
    }),
    { numRuns: RUNS },
  )
})

const NAMES = [
  '村规民约',
  '宅基地审批情况',
  '水电费收缴',
  '垃圾清运',
  '换届选举结果',
  '筹资筹劳方案',
  '机动地发包',
  '捐款捐物',
  '低保户名单',
  '村级财务月度收支',
  '红白喜事从简规定',
  '集体欠款',
] as const
const ELEMENTS = ['姓名', '户主', '金额', '名单', '附件', '收支明细', '面积', '说明', '结果', '依据', '资产原值'] as const // prettier-ignore

const ownLine = fc.record({
  path: fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 3 }),
  elements: fc.uniqueArray(fc.constantFrom(...ELEMENTS), { maxLength: 6 }),
  deadline: fc.constantFrom(
    null,
    '长期公开',
    '每月10日前',
    '每半年一次',
    '每年1月',
    '看情况',
    '发放后10日内',
  ),
})

test('so has every item that a village adds of its own', () => {
  const met = new Set<string>()
  fc.assert(
    fc.property(ownLine, ({ path, elements, deadline }) => {
      const line = addedLine('own', '村务公开', path, { elements, deadline })
      const { items } = listVersion(
        { org: village, area: line.area, lines: [line], version: 1, at: NOW },
        (prefix, key) => `${prefix}_item${key}`,
      )
      met.add(items[0]!.category)
      expect(faultsOfItem(items[0]!, village)).toEqual([])
    }),
    { numRuns: RUNS },
  )
  expect(met).toContain(GENERAL_CODE)
  expect(met.size).toBeLessThanOrEqual(CATEGORIES.length)
})
