import { readFileSync } from 'node:fs'
import path from 'node:path'
import { COLLECTIONS, LASTING } from '@server/compose'
import { listFiles } from '../../support/weapp/pack'

const SERVER = path.resolve(__dirname, '../../../server')
const REMOVES = /\.of\((\w+)\)\s*\.(?:deleteOne|deleteMany|findOneAndDelete)\(/g
/** Removed and written again in the same transaction. */
const REPLACED = ['publications']

/** Names of the collections of which a command removes rows. */
const removed = new Set(
  listFiles(SERVER)
    .filter(file => file.endsWith('.ts') && !file.startsWith('demo/'))
    .flatMap(file =>
      [...readFileSync(path.join(SERVER, file), 'utf8').matchAll(REMOVES)].map(([, name]) => name!),
    ),
)
const nameOf = (definition: string) => definition.charAt(0).toLowerCase() + definition.slice(1)

test('what a command removes is declared as removable, and nothing else', () => {
  const names = [...removed].map(nameOf)
  expect(names.length).toBeGreaterThan(10)
  expect(names.filter(name => LASTING.includes(name)).sort()).toEqual(REPLACED)
  const expiring = [
    'agreements',
    'feedbacks',
    'loginTickets',
    'logins',
    'sessions',
    'textVectors',
    'ticketTries',
  ]
  const mayGo = COLLECTIONS.filter(({ lasting }) => !lasting).map(({ name }) => name)
  expect(mayGo.filter(name => !names.includes(name)).sort()).toEqual(expiring)
})
