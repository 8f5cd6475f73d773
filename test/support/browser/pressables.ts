import type { Way } from '../reach/walk'

/** What can be pressed on a page, as the browser has it. */
export interface Pressable {
  tag: string
  name: string
  /** Classes of its style. */
  kind: string
  role: string | null
  href: string | null
  /** A fold that is closed. */
  closed: boolean
}

const LINK = /^\/?#\//

/** What it leads to; null: it acts, or leaves the app. */
function leadsTo({ tag, role, href, closed }: Pressable): Way['role'] | null {
  if (tag === 'select') return 'list'
  if (role === 'tab') return 'tab'
  if (closed) return 'fold'
  return tag === 'a' && LINK.test(href ?? '') ? 'link' : null
}

export function waysOf(pressables: readonly Pressable[]): Way[] {
  return pressables.flatMap(pressable => {
    const { name, kind } = pressable
    const role = leadsTo(pressable)
    return role ? [{ name, kind, role }] : []
  })
}

/** Runs in the page: what is shown of the page on top and can be pressed. */
export function listPressables(root: string): Pressable[] {
  const nameOf = (element: Element) =>
    (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim()
  const page = [...document.querySelectorAll(root)].at(-1)
  return [...(page?.querySelectorAll('button, a[href], summary, select') ?? [])]
    .filter(element => element.getClientRects().length > 0 && !element.matches(':disabled'))
    .map(element => ({
      tag: element.localName,
      name: nameOf(element),
      kind: element.className,
      role: element.getAttribute('role'),
      href: element.getAttribute('href'),
      closed: element.getAttribute('aria-expanded') === 'false',
    }))
}

/** Runs in the page: the shown element with this accessible name, exact first, else the first that contains it. */
export function findPressable({
  name,
  role,
  root,
}: {
  name: string
  role?: string
  root: string
}): Element | null {
  const TAGS: Record<string, string> = { link: 'a[href]', button: 'button', tab: '[role=tab]' }
  const tags = TAGS[role ?? ''] ?? 'button, a[href], summary'
  const pages = document.querySelectorAll(root)
  const page = pages[pages.length - 1]
  const shown = [...(page?.querySelectorAll(tags) ?? [])].filter(
    element => element.getClientRects().length > 0,
  )
  const nameOf = (element: Element) =>
    (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim()
  return (
    shown.find(element => nameOf(element) === name) ??
    shown.find(element => nameOf(element).includes(name)) ??
    null
  )
}
