import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import seconds from '../../../config/jest/longTests.json'

const ROOT = path.resolve(__dirname, '../../..')
const SCRIPT =
  "import('./config/jest/longTests.mjs').then(m => console.log(JSON.stringify(m.leftForLater(['test']))))"

function leftOn(turn: number): { long: number; left: string[] } {
  const env = { ...process.env, SAMPLE_TURN: String(turn) }
  return JSON.parse(execFileSync('node', ['-e', SCRIPT], { cwd: ROOT, env, encoding: 'utf8' })) as never
}

const files = Object.keys(seconds)
const days = [0, 1, 2].map(leftOn)

test('every long test file exists and has its day within three', () => {
  expect(files.filter(file => !existsSync(path.join(ROOT, file)))).toEqual([])
  expect(days.map(({ long }) => long)).toEqual([files.length, files.length, files.length])
  expect(files.filter(file => days.every(({ left }) => left.includes(file)))).toEqual([])
})

test('a day has a third of the long files, and those that differ from main', () => {
  const always = files.filter(file => days.every(({ left }) => !left.includes(file)))
  for (const { long, left } of days) {
    expect(long - left.length).toBeLessThanOrEqual(Math.ceil(long / 3) + always.length)
  }
})
