import { suggestAlignment } from '../../../../server/domain/alignment/suggest'
import catalogue from '../../../fixtures/alignment/catalogue.json'

/** Village item → the catalogue item that a clerk would choose; null = the village's own. Labelled by hand. */
const LABELLED: [name: string, catalogueId: string | null][] = [
  ['低保对象名单', 'c4'],
  ['城乡居民最低生活保障对象名单', 'c4'],
  ['农村低保享受人员公示', 'c4'],
  ['低保申请怎么办理', 'c2'],
  ['低保政策', 'c1'],
  ['低保初审名单', 'c3'],
  ['五保户供养情况', 'c6'],
  ['特困人员名单', 'c6'],
  ['临时困难救助对象', 'c7'],
  ['医疗救助情况', 'c8'],
  ['扶贫资金使用情况', 'c9'],
  ['衔接资金分配', 'c9'],
  ['粮食直补发放名册', 'c10'],
  ['耕地地力补贴发放', 'c10'],
  ['购买农机补贴', 'c11'],
  ['高龄老人补贴发放情况', 'c12'],
  ['高龄津贴领取名单', 'c12'],
  ['养老院收费标准', 'c13'],
  ['贫困户名单', 'c14'],
  ['防返贫监测对象', 'c14'],
  ['危旧房改造名单', 'c15'],
  ['残疾人补贴名单', 'c16'],
  ['困难残疾人生活补贴和重度残疾人护理补贴对象名单', 'c16'],
  ['救助投诉举报电话', 'c17'],
  ['村规民约', null],
  ['村民委员会印章使用管理制度', null],
  ['村级财务收支情况', null],
  ['换届选举、辞职、罢免、职务终止、补选', null],
  ['党员发展公示', null],
  ['红白理事会建设、移风易俗', null],
  ['宅基地审批情况', null],
]

const align = (name: string) => suggestAlignment([{ id: 'v', path: [name] }], catalogue, 3)[0]!

describe('suggestAlignment', () => {
  it('puts the item that a clerk would choose among the first three always, and first nearly always', () => {
    const matched = LABELLED.filter(([, id]) => id !== null)
    const first = matched.filter(([name, id]) => align(name).suggestions[0]?.catalogueId === id)
    const missed = matched.filter(
      ([name, id]) => !align(name).suggestions.some(row => row.catalogueId === id),
    )
    expect(missed).toEqual([])
    expect(first.length / matched.length).toBeGreaterThanOrEqual(0.95)
  })

  it('leaves to the village what no catalogue carries, and nothing else', () => {
    const wrong = LABELLED.filter(([name, id]) => align(name).villageOnly !== (id === null))
    expect(wrong).toEqual([])
  })

  it('says why in words, and names a former policy’s successor', () => {
    expect(align('粮食直补发放名册').suggestions[0]).toMatchObject({
      relation: 'successor',
      reasons: expect.arrayContaining(['“粮食直补”和“耕地地力保护补贴”是同一事项的旧称与新称']),
    })
    expect(align('低保对象名单').suggestions[0]?.relation).toBe('same')
  })

  it('knows a line that lumps several matters together as wider than one of them', () => {
    const { suggestions } = align('低保、特困、临时救助对象')
    expect(suggestions.slice(0, 3).every(row => row.relation === 'subset')).toBe(true)
  })

  it('gives an item of the very same name the full score, whatever the width of its letters', () => {
    const [best] = suggestAlignment([{ id: 'v', path: ['最低生活保障', '办事指南 '] }], catalogue)[0]!
      .suggestions
    expect(best).toMatchObject({ catalogueId: 'c2', score: 1, reasons: ['名称相同'] })
  })

  it('keeps scores within 0 and 1, in falling order, and no more than asked for', () => {
    for (const [name] of LABELLED) {
      const scores = align(name).suggestions.map(row => row.score)
      expect(scores.length).toBeLessThanOrEqual(3)
      expect([...scores].sort((a, b) => b - a)).toEqual(scores)
      expect(scores.every(score => score >= 0 && score <= 1)).toBe(true)
    }
  })
})
