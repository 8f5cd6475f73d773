import { readFileSync } from 'node:fs'
import path from 'node:path'
import { releaseFaults } from '../../../config/taro/release'
import { calledFunctions, PRIVACY, PRIVATE_FUNCTIONS, wechatFunctions } from '../../support/weapp/phoneFacts'
import { listFiles } from '../../support/weapp/pack'

const ROOT = path.resolve(__dirname, '../../..')
const read = (...parts: string[]) => readFileSync(path.join(ROOT, ...parts), 'utf8')
const SOURCES = path.join(ROOT, 'miniapp', 'src')
const source = listFiles(SOURCES)
  .filter(file => /\.tsx?$/.test(file))
  .map(file => readFileSync(path.join(SOURCES, file), 'utf8'))
  .join('\n')

test('the privacy guide declares what the code uses of people’s privacy, and nothing else', () => {
  const used = calledFunctions().filter(name => PRIVATE_FUNCTIONS.includes(name))
  const declared = PRIVACY.declared.flatMap(({ functions }) => functions)
  expect(used.length).toBeGreaterThan(0)
  expect([...declared].sort()).toEqual([...used].sort())
  for (const { kind, functions, why } of PRIVACY.declared) {
    expect(PRIVACY.known[kind]).toEqual(expect.arrayContaining(functions))
    expect(why).toMatch(/^用于[^a-zA-Z]{8,}。$/)
  }
  for (const name of PRIVACY.openTypes) expect(source).not.toContain(`openType="${name}"`)
})

test('each private function of the list is one that WeChat has', () => {
  const known = wechatFunctions()
  expect(PRIVATE_FUNCTIONS.filter(name => !known.includes(name))).toEqual([])
})

test('the app asks for no place of the person, so it needs no permission words for one', () => {
  const places = Object.entries(PRIVACY.known).filter(([kind]) => kind.includes('位置'))
  const asked = calledFunctions().filter(name => places.some(([, functions]) => functions.includes(name)))
  expect(asked).toEqual([])
  expect(read('miniapp', 'src', 'app.config.ts')).not.toMatch(/requiredPrivateInfos|permission:/)
})

test('WeChat’s search sees no page with names', () => {
  const { rules } = JSON.parse(read('miniapp', 'src', 'sitemap.json')) as {
    rules: { action: string; page: string }[]
  }
  expect(rules.at(-1)).toEqual({ action: 'disallow', page: '*' })
  const allowed = rules.filter(({ action }) => action === 'allow').map(({ page }) => page)
  for (const page of allowed) expect(listFiles(SOURCES)).toContain(`${page}.tsx`)
  expect(allowed.join(' ')).not.toMatch(
    /notice|alongside|finance|payout|staff|objection|inbox|matrix|household/,
  )
})

const BASE = 'https://mingbai.example.gov.cn/api/v1'
const REFUSED: [string, string | undefined, string | undefined, string][] = [
  ['the trial appid', 'touristappid', BASE, 'AppID 不是真的'],
  ['no appid', undefined, BASE, 'AppID 不是真的'],
  ['no address', 'wx0123456789abcdef', undefined, '没有写明接口地址'],
  ['http', 'wx0123456789abcdef', 'http://mingbai.example.gov.cn/api/v1', '必须以 https:// 开头'],
  ['this machine', 'wx0123456789abcdef', 'https://127.0.0.1/api/v1', '不能是本机'],
  ['an IP', 'wx0123456789abcdef', 'https://8.8.8.8/api/v1', '不能是本机'],
  ['a port', 'wx0123456789abcdef', 'https://a.gov.cn:8443/api/v1', '不带端口'],
  ['another path', 'wx0123456789abcdef', 'https://a.gov.cn/', '/api/v1'],
]

test.each(REFUSED)('a release with %s is refused in plain words', (_case, appid, apiBase, words) => {
  const faults = releaseFaults({ appid, apiBase })
  expect(faults).toHaveLength(1)
  expect(faults[0]).toContain(words)
})

test('a release with a real appid and a public address is built', () => {
  expect(releaseFaults({ appid: 'wx0123456789abcdef', apiBase: BASE })).toEqual([])
})
