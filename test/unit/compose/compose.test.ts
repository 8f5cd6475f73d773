import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { ANSWERS, FEATURES, REACTIONS } from '@server/compose'
import { canonicalNames } from '@server/platform/migrations/canonicalNames'
import { generalCategory } from '@server/platform/migrations/generalCategory'
import { MIGRATIONS } from '@server/migrations'
import { POLICY_TABLES } from '@server/policies'
import { SCHEMA_VERSION } from '@server/platform/migrations/schemaVersion'

const SERVER = path.resolve(__dirname, '../../../server')

/** Names that a call defines anywhere in the server, e.g. `defineEvent<…>('noticeWithdrawn')`. */
function definedBy(call: string): string[] {
  const files = readdirSync(SERVER, { recursive: true, encoding: 'utf8' }).filter(file =>
    file.endsWith('.ts'),
  )
  const pattern = new RegExp(`= ${call}<[^()]*>\\(\\s*'(\\w+)'`, 'g')
  const texts = files.map(file => readFileSync(path.join(SERVER, file), 'utf8'))
  return texts.flatMap(text => [...text.matchAll(pattern)].map(([, name]) => name!)).sort()
}

test('each event of each room has exactly one line of reactions', () => {
  expect(definedBy('defineEvent')).toHaveLength(13)
  expect(REACTIONS.map(({ event }) => event).sort()).toEqual(definedBy('defineEvent'))
})

test('each question of each room has exactly one line of answers', () => {
  expect(definedBy('defineQuestion').length).toBeGreaterThan(6)
  expect(ANSWERS.map(({ question }) => question).sort()).toEqual(definedBy('defineQuestion'))
})

test('the policies of every feature are in the joined table', () => {
  const tables: readonly unknown[] = POLICY_TABLES
  const own = FEATURES.flatMap(({ policies }) => (policies ? [policies] : []))
  expect(own.filter(table => !tables.includes(table))).toEqual([])
  expect(own).toHaveLength(tables.length)
})

test('the migrations lead step by step to the layout of this program', () => {
  expect(MIGRATIONS.map(({ to }) => to)).toEqual(MIGRATIONS.map((_, nth) => nth + 2))
  expect(MIGRATIONS.at(-1)?.to).toBe(SCHEMA_VERSION)
  const own = FEATURES.flatMap(({ migrations = [] }) => migrations)
  // Of the platform alone: they change what several rooms store.
  expect(new Set([...own, canonicalNames, generalCategory])).toEqual(new Set(MIGRATIONS))
})
