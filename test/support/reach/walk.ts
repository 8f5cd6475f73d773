import type { Visitor } from '../journeys/visitor'
import { settledText } from './settled'

/** Something that can be pressed and leads to another page, or shows another part of this one. */
export interface Way {
  name: string
  /** `link` leads to another page; `tab` and `fold` show another part of this one, `list` one of several. */
  role: 'link' | 'tab' | 'fold' | 'list'
  /** Ways of one kind in a list look alike; of those a few are enough. */
  kind: string
}

/** A person that looks for every page that presses lead to. */
export interface Walker extends Visitor {
  ways(): Promise<Way[]>
  /** Words of what a list offers, in order; nothing is chosen. */
  choicesOf(list: string): Promise<string[]>
  /** Number of pages that are open, the shown one included. */
  depth(): Promise<number>
}

/** On every page: they start over, and are no way of a person's work. */
const DOCK = new Set([
  ...['公开栏', '目录', '查找', '我的', '明白栏', '回公开栏', '去“我的”', '回“我的”'],
  ...['跳到正文', '退出登录', '意见反馈'],
])
/** Rows of one list that are tried. */
const ALIKE = 2
/** Pages on top of each other; WeChat opens ten. */
const DEEPEST = 7
const PATIENCE_MS = 10_000
const LOOK_EVERY_MS = 50

/** What a page says to whom it is not for. */
const REFUSAL = '要有相应的任职才能看'

/** Where a person gets by presses, and which presses lead to a page that refuses. */
interface Reached {
  pages: Set<string>
  refused: string[]
}

/** What each way was found to lead to, for all persons: `route name` → route. */
export type Known = Map<string, string>

const isRow = ({ kind }: Way): boolean => kind.split(' ').includes('row')

/** Name of a way without the numbers and days behind it, which may change while others are tried; a row's is all that is said of it. */
const nameOf = (way: Way): string => (isRow(way) ? way.name : way.name.split('，')[0]!)

function fewOfEach(ways: readonly Way[]): Way[] {
  const counts = new Map<string, number>()
  return ways.filter(way => {
    const { name, kind, role } = way
    if (DOCK.has(name) || name === '') return false
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    return role !== 'link' || !isRow(way) || count <= ALIKE
  })
}

/** Of a list of organisations, written as a tree, the first of each level. */
function firstOfEachLevel(choices: readonly string[]): string[] {
  const levelOf = (choice: string) => /^(?:· ?)*/.exec(choice)?.[0].length ?? 0
  return choices.filter((choice, at) => choices.findIndex(other => levelOf(other) === levelOf(choice)) === at)
}

/**
 * Logs in and presses its way from 我的 through every page that is `own` to the work, every tab, fold and list of it; a page outside is
 * noted and not entered further.
 */
export async function pagesReached(
  walker: Walker,
  persona: string,
  known: Known,
  own: (route: string) => boolean,
): Promise<Reached> {
  const reached = new Set<string>()
  const refused: string[] = []
  /** Reached where the stack was not full, so that its own ways were tried. */
  const entered = new Set<string>()
  const tried = new Set<string>()
  /** What was chosen in a list of a page: its ways lead elsewhere then. */
  const chosen = new Map<string, string>()

  const keyOf = (route: string, way: Way): string =>
    [route, way.role, nameOf(way), chosen.get(route)].filter(Boolean).join(' ')

  const isRefused = async () => (await settledText(walker)).includes(REFUSAL)

  /** Presses a link; true: another page is open now. A page may take a moment to open. */
  async function opens(name: string, depth: number): Promise<boolean> {
    await walker.press(name, 'link')
    for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_EVERY_MS) {
      if ((await walker.depth()) !== depth) return (await walker.depth()) > depth
      await new Promise(resolve => setTimeout(resolve, LOOK_EVERY_MS))
    }
    return false
  }

  async function tryLink(way: Way, key: string, depth: number): Promise<void> {
    const leadsTo = known.get(key)
    if (leadsTo !== undefined && entered.has(leadsTo)) return
    const isOpen = await opens(way.name, depth)
    const now = await walker.route()
    known.set(key, now)
    if (!isOpen) return
    if (await isRefused()) refused.push(key)
    await explore(now)
    // A press on it may have gone back, or started over.
    if ((await walker.depth()) > depth) await walker.goBack()
  }

  /** A page that was reached before may offer more for another notice or case. */
  async function explore(route: string): Promise<void> {
    reached.add(route)
    await settledText(walker)
    const depth = await walker.depth()
    if (own(route) && depth >= DEEPEST) return
    entered.add(route)
    if (own(route)) await tryWays(route, depth)
  }

  async function tryChoices(list: Way, route: string, depth: number): Promise<void> {
    for (const choice of firstOfEachLevel(await walker.choicesOf(list.name))) {
      await walker.choose(list.name, choice)
      await settledText(walker)
      chosen.set(route, choice)
      await tryWays(route, depth)
    }
    chosen.delete(route)
  }

  async function tryWay(way: Way, key: string, route: string, depth: number): Promise<void> {
    if (way.role === 'link') return tryLink(way, key, depth)
    if (way.role === 'list') return tryChoices(way, route, depth)
    await walker.press(way.name, way.role === 'tab' ? 'tab' : 'button')
    await settledText(walker)
  }

  /** What a press has opened is looked at too, the links first; a press that started over has left the page for good. */
  async function tryWays(route: string, depth: number): Promise<void> {
    for (;;) {
      if ((await walker.route()) !== route) return
      const untried = fewOfEach(await walker.ways()).filter(way => !tried.has(keyOf(route, way)))
      const way = untried.find(({ role }) => role === 'link') ?? untried[0]
      if (!way) return
      const key = keyOf(route, way)
      tried.add(key)
      await tryWay(way, key, route, depth)
    }
  }

  await walker.logIn(persona)
  await explore(await walker.route())
  return { pages: reached, refused }
}
