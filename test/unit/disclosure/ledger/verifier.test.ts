import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'

const FOLDER = path.resolve(__dirname, '..', '..', '..', '..', 'server', 'cli', 'verifier')
const MOST_LINES = 400

test(`the independent verifier has at most ${MOST_LINES} lines and needs nothing but node:crypto and node:fs`, () => {
  const texts = readdirSync(FOLDER).map(file => readFileSync(path.join(FOLDER, file), 'utf8'))
  const lines = texts.map(text => text.split('\n').length - 1).reduce((sum, count) => sum + count, 0)
  expect(lines).toBeLessThanOrEqual(MOST_LINES)
  const imported = texts.flatMap(text => [...text.matchAll(/^(?:import|export) .*?from '(.+)'$/gm)])
  const foreign = new Set(imported.map(([, name = '']) => name).filter(name => !/^\.\/\w+$/.test(name)))
  expect([...foreign].sort()).toEqual(['node:crypto', 'node:fs'])
  expect(texts.join('')).not.toMatch(/\b(?:require|import)\(/)
})
