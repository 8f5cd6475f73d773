import type { PageCost } from '../types'
import type { Caller } from './glassEasel'
import type { OpenPage } from './pageStack'

/** Report the UTF-8 bytes of every `setData` of a page or component. */
export function watchSetData(caller: Caller, report: (bytes: number) => void): void {
  const original = caller.setData.bind(caller)
  caller.setData = (data: Record<string, unknown>, callback?: () => void) => {
    report(new TextEncoder().encode(JSON.stringify(data)).length)
    original(data, callback)
  }
}

/** Elements that built-in components draw inside themselves are not nodes of the page. */
const isDrawnInside = (element: Element) => element.parentElement?.localName.startsWith('mp-') ?? false

/** Performance bar P10: `setData` bytes, nodes, depth of one page. */
export function pageCost({ route, frame, setData }: OpenPage): PageCost {
  let nodes = 0
  let depth = 0
  const visit = (element: Element, level: number) => {
    nodes += 1
    depth = Math.max(depth, level)
    for (const child of element.children) if (!isDrawnInside(child)) visit(child, level + 1)
  }
  const page = frame.querySelector('page')
  for (const child of page?.children ?? []) visit(child, 1)
  return { route, setData: [...setData], nodes, depth }
}
