import { readText } from '../../../../server/domain/catalogue/linear'
import { readAtoms } from '../../../../server/domain/catalogue/linear/atoms'
import { readRecords } from '../../../../server/domain/catalogue/linear/records'
import { readTables } from '../../../../server/domain/catalogue/tables'
import { gridOf } from '../../../support/tables/grid'

/** Items written as labels with their values: lines, cards, drawn tables. */

const BODY = '公开内容：名单、标准\n公开时限：及时公开\n公开主体：民政局'
const rows = (text: string) => readText(text).rows

describe('labelled lines', () => {
  test('stand under the class above them, which is no part of the record', () => {
    const [first, second] = rows(`一、制度类\n公开事项：低保\n${BODY}\n\n公开事项：特困\n${BODY}`)
    expect(first).toMatchObject({
      row: 2,
      path: ['制度类', '低保'],
      inherited: ['path'],
      deadline: '及时公开',
    })
    expect(second).toMatchObject({ row: 7, path: ['制度类', '特困'], inherited: ['path'] })
    expect(rows(`公开事项：低保\n${BODY}`)[0]).toMatchObject({ path: ['低保'], inherited: [] })
  })

  test('name their area themselves, or stand below it; a new area ends the class', () => {
    const own = readText(
      `领域：社会救助领域\n公开事项：低保\n${BODY}\n\n领域：养老服务\n公开事项：津贴\n${BODY}`,
    )
    expect(own.areas).toEqual(['社会救助', '养老服务'])
    expect(own.rows.map(({ area, path }) => [area, ...path])).toEqual([
      ['社会救助', '低保'],
      ['养老服务', '津贴'],
    ])
    const below = readText(
      `社会救助领域\n制度类\n公开事项：低保\n${BODY}\n\n养老服务领域\n公开事项：津贴\n${BODY}`,
    )
    expect(below.rows.map(({ area, path }) => [area, ...path])).toEqual([
      ['社会救助', '制度类', '低保'],
      ['养老服务', '津贴'],
    ])
  })

  test('have their number and, where no label gives it, their name in the line before', () => {
    const [first, second] = rows(`1.低保\n${BODY}\n\n2.特困\n${BODY}`)
    expect([first, second].map(row => [row?.displayNo, ...(row?.path ?? [])])).toEqual([
      ['1', '低保'],
      ['2', '特困'],
    ])
  })

  test('that are numbered themselves keep the numbers out of the values', () => {
    const [row] = rows('公开事项：低保\n1、公开内容：名单、标准\n2、公开时限：及时公开\n3、公开主体：民政局')
    expect(row).toMatchObject({ elements: ['名单', '标准'], deadline: '及时公开', subjects: ['民政局'] })
  })

  test('in one sentence end at their marks', () => {
    const [row] = rows('公开事项：低保；公开内容：名单；公开时限：及时公开；公开主体：民政局。')
    expect(row).toMatchObject({ path: ['低保'], deadline: '及时公开', subjects: ['民政局'] })
  })

  test('are none with few labels, without an item, or above a table', () => {
    expect(readRecords('公开事项：低保\n公开时限：及时')).toBeUndefined()
    expect(readRecords('公开时限：及时\n公开主体：甲\n公开方式：主动\n公开对象：全社会')).toBeUndefined()
    const table = '1|低保|名单|及时|甲|\n2|特困|名单|及时|甲|'
    expect(readRecords(`公开事项：甲\n公开时限：乙\n公开主体：丙\n公开方式：丁\n${table}`)).toBeUndefined()
    expect(readRecords('')).toBeUndefined()
  })

  test('a title over them is the text’s; 同上 does not reach over an area', () => {
    const ditto = BODY.replace('及时公开', '同上')
    const { title, rows: read } = readText(
      `某县公开目录\n社会救助领域\n公开事项：低保\n${BODY}\n\n养老服务领域\n公开事项：津贴\n${ditto}`,
    )
    expect(title).toBe('某县公开目录')
    expect(read[1]?.uncertain.map(({ field }) => field)).toContain('deadline')
    expect(rows(`公开事项：低保\n${BODY}\n\n公开事项：特困\n${ditto}`)[1]).toMatchObject({
      deadline: '及时公开',
      inherited: ['deadline'],
    })
  })
})

describe('cards', () => {
  const card = (...pairs: string[][]) => readTables([gridOf(pairs, { name: '一' })])
  const NAME = ['公开事项', '低保']
  const TIME = ['公开时限', '及时公开']
  const WHO = ['公开主体', '民政局']

  test('have an item and two more fields, in three rows', () => {
    expect(card(NAME, TIME, WHO).rows).toMatchObject([
      { row: 1, sheet: '一', path: ['低保'], deadline: '及时公开', subjects: ['民政局'] },
    ])
    expect(card(NAME, TIME).rows).toEqual([])
    expect(card(TIME, WHO, ['公开方式', '主动']).rows).toEqual([])
    expect(card([...NAME, ...TIME], WHO).rows).toEqual([])
    expect(card(NAME, TIME, WHO, ['', ''])).toMatchObject({ tables: 1, rows: [{ path: ['低保'] }] })
  })

  test('are none where a label has a label beside it, or a line holds more than a title', () => {
    expect(card(NAME, TIME, WHO, ['公开依据', '公开方式']).tables).toBe(0)
    expect(card(['甲', '乙'], NAME, TIME, WHO).tables).toBe(0)
    expect(card(['社会救助领域公开目录', ''], NAME, TIME, WHO)).toMatchObject({
      title: '社会救助领域公开目录',
      areas: ['社会救助'],
      tables: 1,
    })
  })
})

test('a drawn table keeps the lines around it; a text with bars alone is none', () => {
  const drawn = ['某县公开目录', '┌──┬──┬──┬──┐', '│序号│事项│时限│主体│', '├──┼──┼──┼──┤', '│1│低│及时│甲│', '│ │保│    │局│', '└──┴──┴──┴──┘', '说明'] // prettier-ignore
  const read = readAtoms(drawn.join('\n'))
  expect(read.layout).toBe('rows')
  expect(read.atoms.map(({ line, text }) => `${line} ${text}`)).toEqual(['1 某县公开目录', '3 序号', '3 事项', '3 时限', '3 主体', '5 1', '5 低保', '5 及时', '5 甲局', '8 说明']) // prettier-ignore
  expect(readAtoms('甲│乙\n丙│丁\n戊│己').atoms).toHaveLength(3)
  expect(readAtoms('┌─┐\n│甲│\n└─┘').atoms.map(({ text }) => text)).toContain('│甲│')
})
