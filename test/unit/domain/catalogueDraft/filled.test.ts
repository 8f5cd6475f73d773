import { filledFrom } from '../../../../server/domain/catalogueDraft/filled'
import { addedLine } from '../../../../server/domain/villageCatalogue/lines'
import type { DraftColumns } from '@shared/contract/catalogues/catalogueDraft'

const item = addedLine('k', '村务公开', ['村规民约'], { elements: ['全文'], deadline: '长期公开' })
const row: DraftColumns = {
  displayNo: '3',
  area: '村务公开',
  path: ['村规民约'],
  elements: [],
  basis: [],
  deadline: '每季度公开',
  subjects: [],
  channels: [{ name: '公开栏', ticked: true }],
  audience: { scope: null },
  mode: null,
  levels: null,
}

test('a file changes what it says; what it leaves empty stays', () => {
  expect(filledFrom(row, item, false)).toEqual({
    ...row,
    elements: ['全文'],
    subjects: item.subjects,
    audience: { scope: 'public' },
    mode: 'active',
    levels: ['village'],
  })
})

test('of an item of the street’s only the wording is the village’s', () => {
  expect(filledFrom(row, item, true)).toMatchObject({ displayNo: null, channels: [], deadline: '每季度公开' })
})
