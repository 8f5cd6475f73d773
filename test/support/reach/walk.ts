import type { Visitor } from '../journeys/visitor'
import { settledText } from './settled'

/** Something that can be pressed and leads to another page, or shows another part of this one. */
export interface Way {
  name: string
  role: string
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
/** Pages on top of each other; WeChat opens ten. */
const DEEPEST = 7
const PATIENCE_MS = 3_000
const LOOK_EVERY_MS = 50

/** What each way was found to lead to, for all persons: `route name` → route. */
export type Known = Map<string, string>

function fewOfEach(ways: readonly Way[]): Way[] {
  const counts = new Map<string, number>()
  return ways.filter(({ name, kind, role }) => {
    if (DOCK.has(name) || name === '') return false
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    return role === 'tab' || !kind.split(' ').includes('row') || count <= ALIKE
  })
}

/**
 * Logs in and presses its way from 我的 through every page that is `own` to the work, every tab of it; a page outside is noted and not
 * entered further. Gives the routes.
 */
export async function pagesReached(
  walker: Walker,
  persona: string,
  known: Known,
  own: (route: string) => boolean,
): Promise<Set<string>> {
  const reached = new Set<string>()
  const tried = new Set<string>()

  /** Presses a link; true: another page is open now. A page may take a moment to open. */
  async function opens(name: string, depth: number): Promise<boolean> {
    await walker.press(name, 'link')
    for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_EVERY_MS) {
      if ((await walker.depth()) !== depth) return (await walker.depth()) > depth
      await new Promise(resolve => setTimeout(resolve, LOOK_EVERY_MS))
    }
    return false
  }

  async function tryLink(route: string, name: string, depth: number): Promise<void> {
    const key = `${route} ${name}`
    const leadsTo = known.get(key)
    if (tried.has(key) || (leadsTo !== undefined && reached.has(leadsTo))) return
    // Its words may have changed since the page was looked at.
    if (!(await walker.ways()).some(way => way.name === name)) return
    tried.add(key)
    const isOpen = await opens(name, depth)
    const now = await walker.route()
    known.set(key, now)
    if (!isOpen) return
    await explore(now)
    await walker.goBack()
  }

  /** A page that was reached before may offer more for another notice or case. */
  async function explore(route: string): Promise<void> {
    reached.add(route)
    await settledText(walker)
    const depth = await walker.depth()
    if (!own(route) || depth >= DEEPEST) return
    await tryWays(route, depth)
  }

  async function tryWays(route: string, depth: number): Promise<void> {
    const isHere = async () => (await walker.route()) === route
    const ways = fewOfEach(await walker.ways())
    for (const { name } of ways.filter(({ role }) => role === 'link')) {
      await tryLink(route, name, depth)
      // A press that started over has left this page for good.
      if (!(await isHere())) return
    }
    for (const { name } of ways.filter(({ role }) => role === 'tab')) {
      const key = `${route} tab ${name}`
      if (tried.has(key)) continue
      tried.add(key)
      await walker.press(name, 'tab')
      await tryWays(route, depth)
      if (!(await isHere())) return
    }
  }

  await walker.logIn(persona)
  await explore(await walker.route())
  return reached
}
