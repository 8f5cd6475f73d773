import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Build, callsOf } from '../../support/reach/pageCalls'
import { EXCUSED, ROLE_NAMES, rightsOf } from '../../support/reach/rights'

const CONFIG = readFileSync(path.resolve(__dirname, '../../../miniapp/src/app.config.ts'), 'utf8')

/** Every page of the app, as its configuration names them. */
function pagesOfApp(): string[] {
  const [main = ''] = CONFIG.split('subPackages')
  const own = [...main.matchAll(/'(pages\/[^']+)'/g)].map(([, page = '']) => page)
  const packages = [...CONFIG.matchAll(/root: '([^']+)',\s*pages: \[([^\]]*)\]/g)]
  const below = packages.flatMap(([, root = '', pages = '']) =>
    [...pages.matchAll(/'([^']+)'/g)].map(([, page = '']) => `${root}/${page}`),
  )
  return [...own, ...below]
}
const PAGES = pagesOfApp()

test('the pages are found', () => {
  expect(PAGES).toEqual(expect.arrayContaining(['pages/mine/index', 'packages/staff/pages/edit/index']))
})

describe.each(['weapp', 'h5'] as Build[])('%s', build => {
  const calls = new Set(PAGES.flatMap(page => [...callsOf(page, build)]))

  /** test/miniapp/reach.test.ts presses its way to the pages. */
  test.each(ROLE_NAMES)('%s: each right has a page that asks for it', role => {
    const missing = rightsOf(role).filter(right => !(right in EXCUSED) && !calls.has(right))
    expect({ role, missing }).toEqual({ role, missing: [] })
  })
})
