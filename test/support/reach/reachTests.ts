import { reportFigure } from '../figures'
import { type Build, callsOf } from './pageCalls'
import { ROLES, type RoleName, isExcused, rightsOf } from './rights'
import { prepareCases } from './cases'
import type { RunningServer } from '../server/runningServer'
import { type Known, type Walker, pagesReached } from './walk'

/** Public pages and those of one's own account are walked by the villager; staff go on from their work alone. */
const isWork = (route: string): boolean =>
  route === 'pages/mine/index' ||
  route === 'pages/notice/index' ||
  /^packages\/(staff|street|matrix|admin|power|removal|objection|application|inbox|account)\//.test(route)

interface Site {
  open: () => Promise<Walker>
  server: () => RunningServer
}

/** Each right of these roles is within reach of presses from 我的, on the phone and in the browser alike. */
export function reachTests({ open, server }: Site, build: Build, roles: readonly RoleName[]): void {
  const known: Known = new Map()
  const figures: string[] = []

  beforeAll(() => prepareCases(server()))

  test.each(roles)('%s: from 我的 by presses alone to every page that the rights need', async role => {
    const walker = await open()
    const { pages, refused } = await pagesReached(walker, ROLES[role], known, isWork)
    const calls = new Set([...pages].flatMap(page => [...callsOf(page, build)]))
    const wanted = rightsOf(role).filter(right => !isExcused(right, build))
    const missing = wanted.filter(right => !calls.has(right))
    figures.push(`${role} ${wanted.length - missing.length}/${wanted.length}`)
    expect({ role, pages: [...pages].sort(), missing, refused }).toMatchObject({ missing: [], refused: [] })
    expect(await walker.errors()).toEqual([])
  })

  afterAll(() =>
    reportFigure(`rights reached by presses from 我的 (${build}): ${figures.join(', ')}; ${known.size} ways`),
  )
}
