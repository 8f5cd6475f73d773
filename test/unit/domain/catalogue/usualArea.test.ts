import { readParts } from '../../../../server/documents/catalogue/readParts'

/** A village's list 村务公开清单 often names no area 领域: there is a usual one. */
const HEAD = '序号,公开事项,公开内容,公开依据,公开时限,公开主体'
const row = (nth: number, item: string) =>
  `${nth},${item},收支明细,农村集体经济组织财务公开规定,每季度,村民委员会`
const read = (usualArea: string | undefined, ...lines: string[]) =>
  readParts({ file: '清单.csv', bytes: Buffer.from(lines.join('\n')), ...(usualArea && { usualArea }) })

test('a list that names no area is of the usual one; without one that is asked for', async () => {
  const lines = [HEAD, row(1, '财务收支'), row(2, '债权债务')]
  const parts = [expect.objectContaining({ area: '村务公开', rows: [expect.anything(), expect.anything()] })]
  expect(await read('村务公开', ...lines)).toMatchObject({ prepared: { parts } })
  expect(await read(undefined, ...lines)).toMatchObject({ issues: [{ code: 'area-unknown' }] })
})

test('an area that the title names goes before the usual one', async () => {
  const lines = ['社会救助领域政务公开标准目录', HEAD, row(1, '低保'), row(2, '临时救助')]
  expect(await read('村务公开', ...lines)).toMatchObject({ prepared: { parts: [{ area: '社会救助' }] } })
})
