import type { Way } from '../reach/walk'

/** Runs in the page: what may lead to another page of the app or part of this one, as it is shown. */
export function waysOf(root: string): Way[] {
  const pages = document.querySelectorAll(root)
  const page = pages[pages.length - 1]
  const roleOf = (element: Element): Way['role'] => {
    if (element.localName === 'select') return 'list'
    if (element.localName === 'a') return 'link'
    return element.getAttribute('role') === 'tab' ? 'tab' : 'fold'
  }
  return [...(page?.querySelectorAll('a[href^="#"], [role=tab], [aria-expanded=false], select') ?? [])]
    .filter(element => element.getClientRects().length > 0 && !element.hasAttribute('disabled'))
    .map(element => ({
      role: roleOf(element),
      name: (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim(),
      kind: element.className,
    }))
}

/** Runs in the page: the names of all that can be pressed on it. */
export function pressablesOf(root: string): string[] {
  const pages = document.querySelectorAll(root)
  const page = pages[pages.length - 1]
  return [...(page?.querySelectorAll('a[href], button') ?? [])]
    .filter(element => element.getClientRects().length > 0)
    .map(element =>
      (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim(),
    )
}
