import type { ContentBlock, NoticeContent } from '@shared/contract/disclosure/notice'
import { compareSides, owesOf } from '@server/domain/comparison/compareSides'
import { itemRow } from '../../../support/presenters/rows'

const item = itemRow()
const owes = { village: true, street: true }

const list = (names: readonly string[], scheme = '耕地地力保护补贴'): ContentBlock => ({
  type: 'recipients',
  label: '发放明细',
  rows: names.map((name, at) => ({ name, group: '一组', scheme, standard: at % 2 === 0 ? '一类' : '二类', persons: 1, amountFen: 40_000 })), // prettier-ignore
  totalPersons: names.length,
  totalFen: names.length * 40_000,
})
const content = (...blocks: ContentBlock[]): NoticeContent => ({ title: '补贴', period: '2026Q1', blocks })
const side = (...blocks: ContentBlock[]) => ({ item, content: content(...blocks) })

const STREET = ['张*', '李*', '王*', '赵*', '孙*', '周*', '吴*']
const VILLAGE = [...STREET, '郑*']
const facts: ContentBlock = {
  type: 'facts',
  label: '公开内容',
  entries: [{ label: '说明', value: '欧阳*、李*已核对' }],
}
const files = (name: string): ContentBlock => ({ type: 'attachments', label: '附件', files: [{ name, mime: 'application/pdf', bytes: 9, sha256: 'a'.repeat(64) }] }) // prettier-ignore

describe('after the publicity period', () => {
  const both = [side(list(VILLAGE), facts, files('名单.pdf')), side(list(STREET), facts)] as const
  const before = compareSides(...both, { folded: false, owes })
  const after = compareSides(...both, { folded: true, owes })

  test('the result is that of the day of publication', () => {
    expect(after.counts).toEqual(before.counts)
    expect(after.sentence).toBe(before.sentence)
    expect(before.counts.streetMissing).toBe(2)
  })

  test('only sums remain, and how many households differ', () => {
    const shown = after.fields.map(({ label, village, street, status }) => [label, village, street, status])
    expect(shown).toEqual([
      ['户数', '8户', '7户', 'differs'],
      ['人数合计', '8人', '7人', 'differs'],
      ['金额合计', '3,200.00元', '2,800.00元', 'differs'],
      ['名单里差 1 户', '8 户', '7 户', 'differs'],
      ['说明', '有关人员已核对', '有关人员已核对', 'same'],
    ])
    expect(JSON.stringify(before)).toContain('郑*')
    expect(JSON.stringify(after)).not.toMatch(/[*]|\/row\//)
  })

  test('lists that agree say so, whatever their groups would be', () => {
    const same = compareSides(side(list(STREET)), side(list(STREET)), { folded: true, owes })
    expect(same.fields.at(-1)).toMatchObject({ label: '名单一致', village: '7 户', status: 'same' })
  })

  test('a list of one side alone is no difference', () => {
    const alone = compareSides(side(list(STREET)), null, { folded: true, owes })
    expect(alone.fields.at(-1)).toMatchObject({ label: '名单', village: '7 户', street: null })
  })

  test('of a group that is too small not even the number of households', () => {
    const small = compareSides(side(list(['张*', '李*'], '农村低保')), side(list(['张*'], '农村低保')), { folded: true, owes }) // prettier-ignore
    expect(small.fields).toEqual([
      expect.objectContaining({ label: '名单有不一样', village: '有名单', street: '有名单' }),
    ])
  })

  test('an account is compared line by line as before', () => {
    const account: ContentBlock = { type: 'money', label: '收支明细', openingFen: 0, lines: [{ date: '2026-03-05', direction: 'income', item: '租金', amountFen: 100, handler: '陈*' }], closingFen: 100 } // prettier-ignore
    const sides = [side(account), side(account)] as const
    expect(compareSides(...sides, { folded: true, owes })).toEqual(
      compareSides(...sides, { folded: false, owes }),
    )
  })
})

describe('a side that has not disclosed', () => {
  test('is told so once, not for every field, and only if it owes the item', () => {
    const alone = compareSides(side(list(STREET)), null, {
      folded: false,
      owes: { village: true, street: false },
    })
    expect(alone.sentence).toBe('这一项由村里公开，街道不用公开，没有可以对照的。')
    expect(new Set(alone.fields.map(({ status }) => status))).toEqual(new Set(['alone']))
    expect(alone.counts).toEqual({ same: 0, differs: 0, villageMissing: 0, streetMissing: 0 })
    const late = compareSides(side(list(STREET)), null, { folded: false, owes })
    expect(late.sentence).toBe('街道还没有公开这一事项，暂时无法对照。')
    const streetOnly = compareSides(null, side(list(STREET)), {
      folded: false,
      owes: { village: false, street: true },
    })
    expect(streetOnly.sentence).toBe('这一项由街道公开，村里不用公开，没有可以对照的。')
  })

  const asked = { levels: null, subjects: [] as string[], category: 'finance' }
  test.each([
    [
      { ...asked, levels: ['village' as const], subjects: ['行政村'] },
      { village: true, street: false },
    ],
    [
      { ...asked, subjects: ['村民委员会', '农村集体经济组织'] },
      { village: true, street: false },
    ],
    [
      { ...asked, levels: ['county' as const, 'town' as const, 'village' as const] },
      { village: true, street: true },
    ],
    [
      { ...asked, category: 'general', levels: ['town' as const], subjects: ['镇人民政府'] },
      { village: false, street: true },
    ],
    [
      { ...asked, subjects: ['乡镇人民政府', '行政村村民委员会'] },
      { village: true, street: true },
    ],
    [
      { ...asked, category: 'general' },
      { village: true, street: true },
    ],
  ])('%j obliges %j', (given, expected) => expect(owesOf(given, false)).toEqual(expected))

  test('an item of the village’s own catalogue obliges nobody else', () => {
    expect(owesOf(asked, true)).toEqual({ village: true, street: false })
  })
})
