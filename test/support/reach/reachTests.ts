import { reportFigure } from '../figures'
import { type Build, callsOf } from './pageCalls'
import { EXCUSED, ROLES, type RoleName, rightsOf } from './rights'
import { type Known, type Walker, pagesReached } from './walk'

/** Public pages and those of one's own account are walked by the villager; staff go on from their work alone. */
const isWork = (route: string): boolean =>
  route === 'pages/mine/index' ||
  route === 'pages/notice/index' ||
  /^packages\/(staff|street|matrix|admin|power|objection|application|inbox|account)\//.test(route)

/** Each right of these roles is within reach of presses from 我的, on the phone and in the browser alike. */
export function reachTests(open: () => Promise<Walker>, build: Build, roles: readonly RoleName[]): void {
  const known: Known = new Map()
  let rights = 0

  test.each(roles)('%s: from 我的 by presses alone to every page that the rights need', async role => {
    const walker = await open()
    const pages = await pagesReached(walker, ROLES[role], known, isWork)
    const calls = new Set([...pages].flatMap(page => [...callsOf(page, build)]))
    const wanted = rightsOf(role).filter(right => !(right in EXCUSED))
    rights += wanted.length
    expect({
      role,
      pages: [...pages].sort(),
      missing: wanted.filter(right => !calls.has(right)),
    }).toMatchObject({
      missing: [],
    })
    expect(await walker.errors()).toEqual([])
  })

  afterAll(() =>
    reportFigure(
      `${rights} rights of ${roles.length} roles reached by presses from 我的 (${build}, ${known.size} ways pressed)`,
    ),
  )
}
