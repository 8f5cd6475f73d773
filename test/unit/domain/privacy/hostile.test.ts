import { scanText } from '../../../../server/domain/privacy'
import { processorMs } from '../../../support/processorTime'

/** Strings made to send a backtracking pattern astray; the time must grow with the length, not with its square. */
const UNITS = ['1', '1 ', '1-', '1\n', '1*', '*', 'X', '12.', '张', '张三、', '姓名：', '户主张三', 'a@', 'a.', '路1号', '村1号单元', '一', '经度1', '微信', '029-', '身份证号：1', '8岁', '2015年3月', '(', ' ', '1\u001f', '残疾等级：', '1.', '6217 ', '男，', '×', '\u200b', '0', '门牌', 'E1'] // prettier-ignore

const timeOf = (text: string) => processorMs(() => scanText(text, { today: '2026-11-24' }))

const MOST = 40
const TRIES = 3

/** How much longer the eightfold length takes; a try that fell on a compilation or a garbage collection is repeated. */
async function growthOf(unit: string): Promise<number> {
  const small = unit.repeat(Math.ceil(5_000 / unit.length))
  const large = unit.repeat(Math.ceil(40_000 / unit.length))
  await timeOf(small)
  let least = Infinity
  for (let nth = 0; nth < TRIES && least >= MOST; nth += 1) {
    const once = Math.max(await timeOf(small), 5)
    least = Math.min(least, (await timeOf(large)) / once)
  }
  return least
}

test.each(UNITS)('%j repeated is read in linear time', async unit => {
  expect(await growthOf(unit)).toBeLessThan(MOST)
})
