import ExcelJS from 'exceljs'
import { readRoster } from '../../../../server/documents/roster'
import { identityHash, sameHash } from '../../../../server/people/residents/identityHash'

const xlsx = async (fill: (workbook: ExcelJS.Workbook) => void): Promise<Buffer> => {
  const workbook = new ExcelJS.Workbook()
  fill(workbook)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
const csv = (text: string) => readRoster('名册.csv', Buffer.from(text))

describe('readRoll', () => {
  it('reads a workbook with a heading, own column words, several sheets and a line of totals', async () => {
    const bytes = await xlsx(workbook => {
      const one = workbook.addWorksheet('一组')
      one.addRows([
        ['东一村村民名册'],
        ['序号', '户主 姓名', '公民身份号码', '所属小组', '联系电话'],
        [1, '张 三丰', '11010519491231002X', '一组', 13800138000],
        ['合计', '', '', '', ''],
      ])
      const two = workbook.addWorksheet('二组')
      two.addRows([
        ['姓名*', '身份证后6位'],
        ['买买提·艾力', '012345'],
      ])
      workbook.addWorksheet('旧名册', { state: 'hidden' }).addRows([
        ['姓名', '身份证后6位'],
        ['李旧', '123456'],
      ])
    })
    const { people, issues } = await readRoster('a.xlsx', bytes)
    expect(issues).toEqual([])
    expect(people).toEqual([
      { name: '张三丰', tail: '31002X', group: '一组', phone: '13800138000' },
      { name: '买买提·艾力', tail: '012345', group: null, phone: null },
    ])
  })

  it('takes full-width digits and lower-case x, and warns of four characters', async () => {
    const { people, warnings } = await csv('姓名,身份证后四位\n张三,１２３ｘ')
    expect(people[0]).toMatchObject({ tail: '123X' })
    expect(warnings).toMatchObject([{ code: 'tail-short', row: 2 }])
  })

  it.each([
    ['leading zero lost', '12345', 'id-tail-invalid'],
    ['number made round by a spreadsheet', '110105194912310000', 'id-tail-invalid'],
    ['nothing', '', 'id-tail-missing'],
    ['stars', '31****', 'id-tail-invalid'],
  ])('refuses a tail: %s', async (_what, tail, code) => {
    expect((await csv(`姓名,身份证号\n张三,${tail}`)).issues).toMatchObject([{ code, row: 2 }])
  })

  it('takes the member, not the head of the household beside', async () => {
    const { people, issues } = await csv(
      '户主姓名,成员姓名,与户主关系,身份证号\n张三,张三,户主,123456\n张三,林梅英,妻,12345X',
    )
    expect([issues, people.map(({ name, tail }) => `${name} ${tail}`)]).toEqual([
      [],
      ['张三 123456', '林梅英 12345X'],
    ])
  })

  it.each([
    ['姓名,姓名,身份证号\n张三,林梅英,123456', '第 1 行有两列“姓名”，分不清哪一列是本人的姓名'],
    ['姓名,身份证号,身份证号\n张三,123456,123457', '第 1 行有两列“身份证号”，分不清哪一列是本人的身份证号'],
  ])('asks which of two columns of one header is the person’s: %j', async (text, words) => {
    await expect(csv(text)).rejects.toMatchObject({
      code: 'ambiguous-columns',
      message: expect.stringContaining(words),
    })
  })

  it('takes a header that is merged over two columns for one', async () => {
    const bytes = await xlsx(workbook => {
      const sheet = workbook.addWorksheet('名册')
      sheet.addRows([['姓名', '', '身份证号'], ['张三', '', '123456']]) // prettier-ignore
      sheet.mergeCells('A1:B1')
    })
    expect((await readRoster('a.xlsx', bytes)).people.map(({ name }) => name)).toEqual(['张三'])
  })

  it('refuses a covered name and files without such a table', async () => {
    expect((await csv('姓名,身份证号\n张*,123456')).issues).toMatchObject([{ code: 'name-invalid' }])
    await expect(csv('名称,号码\n甲,1')).rejects.toMatchObject({ code: 'no-table' })
    await expect(readRoster('a.txt', Buffer.from('张三 123456'))).rejects.toMatchObject({
      code: 'unknown-kind',
    })
  })
})

describe('identityHash', () => {
  it('differs by key, village, kind and value, and does not confuse neighbouring values', () => {
    const hashes = [
      identityHash('k', 's', 'tail6', '张三', '123456'),
      identityHash('K', 's', 'tail6', '张三', '123456'),
      identityHash('k', 'S', 'tail6', '张三', '123456'),
      identityHash('k', 's', 'tail4', '张三', '123456'),
      identityHash('k', 's', 'tail6', '张三1', '23456'),
    ]
    expect(new Set(hashes).size).toBe(5)
    expect(sameHash(hashes[0]!, identityHash('k', 's', 'tail6', '张三', '123456'))).toBe(true)
    expect(sameHash(null, null)).toBe(false)
  })
})
