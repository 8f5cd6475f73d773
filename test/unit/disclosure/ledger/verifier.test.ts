import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'

const FOLDER = path.resolve(__dirname, '..', '..', '..', '..', 'server', 'cli', 'verifier')
/** Of what verifies the ledger alone, and with the files of an export. */
const MOST_LINES = { ledger: 300, all: 400 }

const textOf = (file: string) => readFileSync(path.join(FOLDER, file), 'utf8')
const linesOf = (text: string) => text.split('\n').length - 1
const importsOf = (text: string) =>
  [...text.matchAll(/^(?:import|export) .*?from '(.+)'$/gm)].map(([, name = '']) => name).sort()

test(`the independent verifier of the ledger has at most ${MOST_LINES.ledger} lines and needs nothing but node:crypto and node:fs`, () => {
  const text = textOf('verifyLedger.ts')
  expect(linesOf(text)).toBeLessThanOrEqual(MOST_LINES.ledger)
  expect(importsOf(text)).toEqual(['node:crypto', 'node:fs'])
})

test(`with the files of an export it has at most ${MOST_LINES.all} lines and needs nothing else`, () => {
  const texts = readdirSync(FOLDER).map(textOf)
  expect(texts.reduce((sum, text) => sum + linesOf(text), 0)).toBeLessThanOrEqual(MOST_LINES.all)
  const foreign = texts.flatMap(importsOf).filter(name => !/^\.\/\w+$/.test(name))
  expect([...new Set(foreign)].sort()).toEqual(['node:crypto', 'node:fs'])
  expect(texts.join('')).not.toMatch(/\b(?:require|import)\(/)
})
