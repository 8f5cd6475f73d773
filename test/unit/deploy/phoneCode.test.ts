import { execFileSync } from 'node:child_process'
import path from 'node:path'

/** What the gate behind the builds says of each program, in one run of Node since it is an ES module. */
const refusals = (programs: readonly string[]): boolean[] => {
  const gate = path.resolve(__dirname, '../../../config/setup/phoneCode.mjs')
  const script = `import { newerThanPhones } from ${JSON.stringify(gate)}
    const programs = JSON.parse(process.argv[1])
    console.log(JSON.stringify(programs.map(code => newerThanPhones(code).length > 0)))`
  const args = ['--input-type=module', '-e', script, JSON.stringify(programs)]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as boolean[]
}

const REFUSED = [
  String.raw`/(?<=a)b/`,
  String.raw`/(?<!a)b/`,
  String.raw`/(?<year>\d+)/`,
  String.raw`/\p{L}/u`,
  String.raw`/a/s`,
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
const ACCEPTED = [
  String.raw`/(^|[^a])b(?!c)/u`,
  String.raw`new RegExp('(?:a)|(?=b)', 'giuy')`,
  'async function f() { await g() }',
  'class A extends B { get c() { return super.c ** 2 } }',
  'const [a, ...rest] = f(...b)',
]

test('code that an old phone cannot parse or match with is refused, the rest of ES2017 is not', () => {
  const programs = [...REFUSED, ...ACCEPTED]
  const verdicts = refusals(programs)
  expect(programs.filter((_, at) => verdicts[at])).toEqual(REFUSED)
})
