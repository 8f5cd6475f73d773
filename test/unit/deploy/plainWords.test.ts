import { execFileSync } from 'node:child_process'
import path from 'node:path'

const root = path.resolve(__dirname, '../../..')

/** Lints programs by the rule, in one run of Node since it is an ES module: the refused words of each, with line and column. */
function refused(programs: readonly string[], testNames = false): string[][] {
  const rule = path.join(root, 'config/eslint/plainWords.mjs')
  const script = `import { Linter } from 'eslint'
    import tseslint from 'typescript-eslint'
    import house from ${JSON.stringify(rule)}
    const config = {
      files: ['**/*.tsx'],
      languageOptions: { parser: tseslint.parser },
      plugins: { house },
      rules: { 'house/plain-words': ['error', { testNames: ${testNames} }] },
    }
    const lint = code => new Linter().verify(code, config, 'planted.tsx')
    const shown = ({ line, column, message }) => line + ':' + column + ' ' + message.split('"')[1]
    console.log(JSON.stringify(JSON.parse(process.argv[1]).map(code => lint(code).map(shown))))`
  const args = ['--input-type=module', '-e', script, JSON.stringify(programs)]
  return JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' })) as string[][]
}

const WORDS = [
  ...['tell', 'tells', 'telling', 'told', 'stand', 'stands', 'lie', 'lies', 'mend', 'mends', 'mended'],
  ...['deed', 'deeds', 'ground', 'grounds', 'road', 'roads', 'reckon', 'reckoned', 'anew', 'beside'],
  ...['whoever', 'is let go of', 'by chance'],
]

test('every refused word is found in a line comment and in a block', () => {
  expect(refused(WORDS.map(word => `// one ${word} more\n/**\n * ${word}\n */`))).toEqual(
    WORDS.map(word => [`1:8 ${word}`, `3:4 ${word}`]),
  )
})

test('a word is found whatever its case, and each one in a comment', () => {
  expect(refused(['const a = 1 // Whoever stands Beside it'])).toEqual([
    ['1:16 Whoever', '1:24 stands', '1:31 Beside'],
  ])
})

test('comments of JSX are read too', () => {
  expect(refused(['const a = <p>{/* by chance */}told</p>'])).toEqual([['1:18 by chance']])
})

test('names of code, parts of words, quoted words and texts of the program are no prose', () => {
  const accepted = [
    'const told = (road: string) => `stands ${road}`',
    '// background, standard, outstanding, amended, teller, broadcast, besides, abroad, believe',
    '// the value of `told`, and the state "mended"',
    'const text = "whoever lies"',
  ]
  expect(refused(accepted)).toEqual(accepted.map(() => []))
})

test('names of tests are read where the folder asks for it', () => {
  const programs = [
    `test('the reader is told', () => undefined)`,
    'describe.skip(`by ${way} it stands`, () => undefined)',
    `it.each([1])("a road of %s", () => undefined)`,
    `other('told')`,
  ]
  expect(refused(programs, true)).toEqual([['1:21 told'], ['1:29 stands'], ['1:17 road'], []])
  expect(refused(programs)).toEqual(programs.map(() => []))
})
