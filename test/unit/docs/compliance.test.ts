import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** docs/compliance.md: each control has its row, and what it names is there. */
const ROOT = path.resolve(__dirname, '../../..')
const text = readFileSync(path.join(ROOT, 'docs', 'compliance.md'), 'utf8')
const rows = text.split('\n').filter(line => /^\| 8\./.test(line)).map(line => line.split('|').slice(1, -1).map(cell => cell.trim())) // prettier-ignore

/** Files and folders in a text, written between backticks; a test may be written without its ending. */
const named = [...text.matchAll(/`((?:server|shared|test|docs|config|miniapp)\/[\w./-]+|[\w-]+\.(?:md|yml|json))`/g)].map(([, file]) => file!) // prettier-ignore

test('every file and test that it names exists', () => {
  expect(named.length).toBeGreaterThan(40)
  expect(named.filter(file => !['', '.test.ts'].some(ending => existsSync(path.join(ROOT, file + ending))))).toEqual([]) // prettier-ignore
})

test('every control is there, with what the product does or that it does nothing, and what is left to do', () => {
  const clauses = rows.map(([clause]) => clause!)
  const computing = Array.from({ length: 11 }, (_none, nth) => `8.1.4.${nth + 1} `)
  for (const clause of [...computing, '8.1.1 ', '8.1.5 ', '8.1.9 ', '8.1.10 ', '8.2 ', '8.3 ']) {
    expect([clause, clauses.some(one => one.startsWith(clause))]).toEqual([clause, true])
  }
  for (const [clause, does, proof, left] of rows) {
    expect([clause, Boolean(does), Boolean(left)]).toEqual([clause, true, true])
    expect([clause, proof !== '' || does!.startsWith('没有')]).toEqual([clause, true])
  }
})
