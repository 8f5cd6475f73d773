import { pagesOfApp } from '../../support/anyPage/appPages'
import { type Build, callsOf } from '../../support/reach/pageCalls'
import { ROLE_NAMES, isExcused, rightsOf } from '../../support/reach/rights'

const PAGES = pagesOfApp()

test('the pages are found', () => {
  expect(PAGES).toEqual(expect.arrayContaining(['pages/mine/index', 'packages/staff/pages/edit/index']))
})

describe.each(['weapp', 'h5'] as Build[])('%s', build => {
  const calls = new Set(PAGES.flatMap(page => [...callsOf(page, build)]))

  /** test/miniapp/reach presses its way to the pages. */
  test.each(ROLE_NAMES)('%s: each right has a page that asks for it', role => {
    const missing = rightsOf(role).filter(right => !isExcused(right, build) && !calls.has(right))
    expect({ role, missing }).toEqual({ role, missing: [] })
  })
})
