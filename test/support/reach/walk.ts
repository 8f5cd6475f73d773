import type { Visitor } from '../journeys/visitor'

/** Something that can be pressed and may lead to another page. */
export interface Way {
  name: string
  /** Ways of one kind in a list look alike; of those a few are enough. */
  kind: string
}

/** A person that looks for every page that presses lead to. */
export interface Walker extends Visitor {
  ways(): Promise<Way[]>
  /** Number of pages that are open, the shown one included. */
  depth(): Promise<number>
}

/** On every page: they start over, and are no way of a person's work. */
const DOCK = new Set(['公开栏', '目录', '查找', '我的', '跳到正文', '退出登录', '意见反馈', '明白栏'])
/** Rows of one list that are tried. */
const ALIKE = 2
const DEEPEST = 7

/** What each way was found to lead to, whoever pressed it: `route name` → route. */
export type Known = Map<string, string>

function fewOfEach(ways: readonly Way[]): Way[] {
  const counts = new Map<string, number>()
  return ways.filter(({ name, kind }) => {
    if (DOCK.has(name) || name === '') return false
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    return !kind.split(' ').includes('row') || count <= ALIKE
  })
}

/**
 * Logs in and presses its way from 我的 through every page that is `own` to the work; a page outside is noted and not entered further.
 * Gives the routes.
 */
export async function pagesReached(
  walker: Walker,
  persona: string,
  known: Known,
  own: (route: string) => boolean,
): Promise<Set<string>> {
  const reached = new Set<string>()

  async function tryWay(route: string, { name }: Way, depth: number): Promise<void> {
    const leadsTo = known.get(`${route} ${name}`)
    if (leadsTo !== undefined && reached.has(leadsTo)) return
    await walker.press(name)
    const now = await walker.route()
    known.set(`${route} ${name}`, now)
    if ((await walker.depth()) <= depth) return
    if (!reached.has(now)) await explore(now)
    await walker.goBack()
  }

  async function explore(route: string): Promise<void> {
    reached.add(route)
    const depth = await walker.depth()
    if (!own(route) || depth >= DEEPEST) return
    for (const way of fewOfEach(await walker.ways())) {
      await tryWay(route, way, depth)
      // A press that started over has left this page for good.
      if ((await walker.route()) !== route) return
    }
  }

  await walker.logIn(persona)
  await explore(await walker.route())
  return reached
}
