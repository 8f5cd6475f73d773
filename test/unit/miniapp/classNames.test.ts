import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const SOURCE = path.resolve(__dirname, '../../../miniapp/src')
/** Of a rule its first class; the frame of every page is set in several of the main sheets, which are always loaded. */
const RULE = /^\.(?!frame\b)([a-z][\w-]*)(?=[\s,:{])/gm

/** Where each class begins a rule. A stylesheet of a sub-package stays loaded on the web once its page was opened. */
function sheetsOfClasses(): Map<string, Set<string>> {
  const sheets = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.scss'))
    .sort()
  const found = new Map<string, Set<string>>()
  for (const sheet of sheets) {
    for (const [, name] of readFileSync(path.join(SOURCE, sheet), 'utf8').matchAll(RULE)) {
      found.set(name!, (found.get(name!) ?? new Set()).add(sheet))
    }
  }
  return found
}

test('a class has its look in one stylesheet, so that no page changes after another was opened', () => {
  const classes = sheetsOfClasses()
  expect(classes.size).toBeGreaterThan(300)
  const shared = [...classes].filter(([, sheets]) => sheets.size > 1)
  expect(shared.map(([name, sheets]) => `${name}: ${[...sheets].join(', ')}`)).toEqual([])
})
