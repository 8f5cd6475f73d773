import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'

/** Words of the office or of engineers that a villager of 68 does not know; the pages say them in other words. */
const REFUSED = [
  '财务年档',
  '按项目汇总',
  '这个栏目全部公开的内容',
  '各栏目更新情况',
  '停更',
  '程序有问题',
  '通过监督机构提',
  '直接向村（居）委会提',
  '说不准',
  '存证点有运营方',
  '照清单办的事',
  '按姓和组对上',
  '摘要有',
  '两边的户数或人数',
  '和街道公开的对照',
  '谁写的、谁监督',
  '读给我听',
  '公示期已满（',
  '请报公示编号',
  '件办结。',
  '（本地设定）',
]

const ROOT = path.resolve(__dirname, '../../..')
const READ_BY_VILLAGERS = [
  'miniapp/src/pages',
  'miniapp/src/components',
  'miniapp/src/hooks',
  'miniapp/src/packages/account',
  'miniapp/src/packages/column',
  'miniapp/src/packages/finance',
  'miniapp/src/packages/inbox',
  'miniapp/src/packages/objection',
  'miniapp/src/packages/payout',
  'miniapp/src/packages/power/pages',
  'miniapp/src/packages/removal/pages/register',
  'miniapp/src/packages/verify',
  'server/reading',
  'server/domain/comparison',
  'shared/facts/participation',
  'shared/power',
  'shared/presentation',
  'shared/texts',
]

const COMMENTS = /\/\*[\s\S]*?\*\/|(^|[^:'"`])\/\/[^\n]*/g

const files = READ_BY_VILLAGERS.flatMap(folder =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name))
    .map(name => path.join(folder, name)),
)

test('there is something to look through', () => {
  expect(files.length).toBeGreaterThan(250)
})

test.each(REFUSED)('no page says “%s”', word => {
  const saying = files.filter(file =>
    readFileSync(path.join(ROOT, file), 'utf8').replace(COMMENTS, '$1').includes(word),
  )
  expect(saying).toEqual([])
})
