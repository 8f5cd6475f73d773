import { execFileSync } from 'node:child_process'
import path from 'node:path'

const CONFIG = path.resolve(__dirname, '../../../config/phone')

/** Evaluates an expression over the functions of the gate, in one run of Node since they are ES modules. */
function inGate<T>(expression: string, given: unknown): T {
  const script = `import { scriptFaults } from ${JSON.stringify(path.join(CONFIG, 'scripts.mjs'))}
    import { styleFaults } from ${JSON.stringify(path.join(CONFIG, 'styles.mjs'))}
    import { templateFaults } from ${JSON.stringify(path.join(CONFIG, 'templates.mjs'))}
    import { callFaults, wechatFunctions } from ${JSON.stringify(path.join(CONFIG, 'wechatApi.mjs'))}
    const given = JSON.parse(process.argv[1])
    console.log(JSON.stringify(${expression}))`
  const args = ['--input-type=module', '-e', script, JSON.stringify(given)]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as T
}

/** What is wrong with each text, by the gate. */
const names = (call: string, texts: readonly string[]): string[][] =>
  inGate(`given.map(text => ${call}.map(({ name }) => name))`, texts)

const REFUSED_SYNTAX = [
  String.raw`/(?<=a)b/`,
  String.raw`/(?<!a)b/`,
  String.raw`/(?<year>\d+)/`,
  String.raw`/\p{L}/u`,
  String.raw`/a/s`,
  String.raw`/a/d`,
  String.raw`/[a--b]/v`,
  String.raw`new RegExp('(?<=a)b')`,
  'var tail = "(?<!a)b"; new RegExp(tail)',
  'new RegExp(`(?<=${a})b`)',
  String.raw`new RegExp('\\p{L}', 'u')`,
  `RegExp('a', 'gs')`,
  'a?.b',
  'a ?? b',
  '({ ...a })',
  'try { a() } catch { b() }',
  'a = 10n',
]
const ACCEPTED_SYNTAX = [
  String.raw`/(^|[^a])b(?!c)/u`,
  String.raw`new RegExp('(?:a)|(?=b)', 'giuy')`,
  'async function f() { await g() }',
  'class A extends B { get c() { return super.c ** 2 } }',
  'const [a, ...rest] = f(...b)',
]

test('code that an old phone cannot parse or match with is refused, the rest of ES2017 is not', () => {
  const programs = [...REFUSED_SYNTAX, ...ACCEPTED_SYNTAX]
  const found = names(`scriptFaults(text, 'weapp')`, programs)
  expect(programs.filter((_, at) => found[at]!.length > 0)).toEqual(REFUSED_SYNTAX)
})

const MISSING: [string, string][] = [
  ['f(a.at(-1))', 'TypedArray.prototype.at'],
  ['a.findLast(f)', 'TypedArray.prototype.findLast'],
  ['a.replaceAll("a", "b")', 'String.prototype.replaceAll'],
  ['a.matchAll(/b/g)', 'String.prototype.matchAll'],
  ['Object.hasOwn(a, "b")', 'Object.hasOwn'],
  ['Object.fromEntries(a)', 'Object.fromEntries'],
  ['Object.groupBy(a, f)', 'Object.groupBy'],
  ['Promise.allSettled(a)', 'Promise.allSettled'],
  ['structuredClone(a)', 'structuredClone'],
  ['window.structuredClone(a)', 'structuredClone'],
  ['BigInt(a)', 'BigInt'],
  ['new WeakRef(a)', 'WeakRef'],
  ['Array.prototype.at.call(a, 0)', 'TypedArray.prototype.at'],
]

test.each(['weapp', 'h5'])('a built-in that a phone of %s lacks is named', build => {
  const found = names(
    `scriptFaults(text, '${build}')`,
    MISSING.map(([code]) => code),
  )
  for (const [at, [code, name]] of MISSING.entries()) {
    expect([code, found[at]]).toEqual([code, expect.arrayContaining([name])])
  }
})

test('what a test asks for first, and what only has such a name, is no fault', () => {
  const fine = [
    'var f = typeof structuredClone === "function" ? structuredClone : copy',
    'if (typeof a.at === "function") a.at(0)',
    'kept.at.slice(0, 10)',
    'function structuredClone(a) { return a } structuredClone(b)',
    'a.map(f).filter(g).flatMap(h)',
    'page.structuredClone',
  ]
  expect(names(`scriptFaults(text, 'weapp')`, fine)).toEqual(fine.map(() => []))
})

test('a mini program has no web interfaces, the browser has', () => {
  const web = ['fetch(a)', 'localStorage.b', 'document.title', 'new TextEncoder()']
  expect(names(`scriptFaults(text, 'weapp')`, web)).toEqual([
    ['fetch'],
    ['localStorage'],
    ['document'],
    ['TextEncoder'],
  ])
  expect(names(`scriptFaults(text, 'h5')`, web)).toEqual([[], [], [], []])
})

test('a fault names its line and column', () => {
  const places = inGate<unknown>(`scriptFaults(given, 'weapp')`, 'var a\n\nf(b.at(-1))')
  expect(places).toEqual([{ name: 'TypedArray.prototype.at', place: '3:2' }])
})

test('styles: what WeChat or an old engine does not know is refused', () => {
  const refused: [string, string][] = [
    ['.a[data-b]{color:red}', '属性选择器 [data-b]'],
    ['*{color:red}', '通配选择器 * *'],
    ['.a:is(.b,.c){color:red}', '选择器 :is'],
    ['.a:where(.b){color:red}', '选择器 :where'],
    ['.a:has(.b){color:red}', '选择器 :has'],
    ['.a{text-wrap:balance}', '属性 text-wrap'],
    ['.a{height:100dvh}', '单位 dvh'],
    ['.a{width:max(1px,2vw)}', '函数 max()'],
    ['.a{overflow-wrap:anywhere}', 'overflow-wrap: anywhere'],
    ['.a{display:flex;gap:4px}', 'gap（flex）'],
    ['@layer a{.b{color:red}}', '@layer'],
    ['.a{inset:0}', '属性 inset'],
  ]
  const found = names(
    `styleFaults(text, 'weapp')`,
    refused.map(([css]) => css),
  )
  for (const [at, [css, name]] of refused.entries()) {
    expect([css, found[at]]).toEqual([css, expect.arrayContaining([name])])
  }
  const fine = [
    '.a > .b + .c::after{color:#0b5f66;width:calc(100% - 2rpx)}',
    '@supports (text-wrap:balance){.a{text-wrap:balance}}',
    '.a{display:grid;gap:4px}',
    '.a{-webkit-appearance:none;appearance:none}',
  ]
  expect(names(`styleFaults(text, 'weapp')`, fine)).toEqual(fine.map(() => []))
})

test('templates: a picture without an address and a handler without a function are refused', () => {
  const texts = [
    '<view><image mode="widthFix"/></view>',
    '<image src="{{i.p12}}"/>',
    '<view bindtap="gone"/>',
    '<view bindtap="eh" catch:tap="eh" wx:if="{{a<b}}"/>',
  ]
  expect(names(`templateFaults(text, new Set(['eh']))`, texts)).toEqual([
    ['<image> 没有 src'],
    [],
    ['<view> bindtap 没有处理函数 gone'],
    [],
  ])
})

test('calls: a function that WeChat does not have, or has in newer base libraries only, is refused', () => {
  const texts = [
    'Taro.chooseImages()',
    'Taro.getSkylineInfoSync()',
    'Taro.chooseMedia()',
    'Taro.getCurrentPages()',
  ]
  const [unknown, ...fine] = names('callFaults(text, wechatFunctions())', texts)
  expect(unknown).toEqual(['wx.chooseImages 不存在'])
  expect(fine).toEqual([[], [], []])
  const since = inGate<string[]>(
    '[...wechatFunctions()].filter(([, since]) => /^3\\./.test(since)).map(([name]) => name)',
    null,
  )
  expect(since.length).toBeGreaterThan(3)
  const [tooNew] = names('callFaults(text, wechatFunctions())', [`Taro.${since[0]}()`])
  expect(tooNew![0]).toContain('要基础库 3.')
})
