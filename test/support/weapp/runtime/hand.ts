import type { Pressable } from '../types'

/** Finding and pressing things as a person with a screen reader does: by role and name, never by class. */

const PRESSABLE = [
  'button',
  'a[href]',
  'navigator',
  'mp-picker',
  'mp-switch',
  'mp-checkbox',
  'mp-radio',
  ...['button', 'link', 'tab', 'checkbox', 'radio', 'switch', 'option', 'menuitem'].map(
    role => `[role="${role}"]`,
  ),
].join(', ')

const FIELD = 'mp-input, mp-textarea, .phone-sheet input'

/** White space as a reader hears it. */
export function squeeze(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim()
}

function isShown(element: Element): boolean {
  for (let node: Element | null = element; node; node = node.parentElement) {
    if (node.hasAttribute('hidden') || node.getAttribute('aria-hidden') === 'true') return false
    if ((node as HTMLElement).style.display === 'none') return false
  }
  return true
}

function roleOf(element: Element): string {
  return element.getAttribute('role') ?? element.localName
}

/** A fold that is closed, or a list of which one is chosen. */
function opensOf(element: Element): Pressable['opens'] {
  if (element.getAttribute('aria-expanded') === 'false') return 'fold'
  return element.getAttribute('role') === 'button' && element.closest('mp-picker') ? 'list' : null
}

function nameOf(element: Element): string {
  return squeeze(element.getAttribute('aria-label') ?? element.textContent)
}

function isDisabled(element: Element): boolean {
  return element.hasAttribute('disabled') || element.getAttribute('aria-disabled') === 'true'
}

/** Exact name first, then the first name that contains it. */
function byName(elements: Element[], name: string, names = nameOf): Element | undefined {
  return (
    elements.find(element => names(element) === name) ??
    elements.find(element => names(element).includes(name))
  )
}

export class Hand {
  /** `surface` is what can be touched now: an open sheet, or the page and the tab bar. */
  constructor(private readonly surface: () => Element[]) {}

  private find(selector: string): Element[] {
    return this.surface().flatMap(root => [...root.querySelectorAll(selector)].filter(isShown))
  }

  pressables(): Pressable[] {
    return this.find(PRESSABLE).map(element => ({
      role: roleOf(element),
      name: nameOf(element),
      disabled: isDisabled(element),
      kind: element.className,
      opens: opensOf(element),
    }))
  }

  press(name: string, role?: string): void {
    const candidates = this.find(PRESSABLE).filter(element => !role || roleOf(element) === role)
    const found = byName(candidates, name)
    if (!found) {
      const there = this.pressables().map(({ role, name }) => `${role} ${name}`)
      throw new Error(`nothing to press is called "${name}"; there is: ${there.join(' | ')}`)
    }
    if (isDisabled(found)) throw new Error(`"${name}" is disabled`)
    touch(found.querySelector(':scope > input') ?? found)
  }

  write(label: string, value: string): void {
    const fieldName = (field: Element) => {
      const own = field.querySelector('input, textarea') ?? field
      return squeeze(field.getAttribute('aria-label') ?? own.getAttribute('placeholder'))
    }
    const found = byName(this.find(FIELD), label, fieldName)
    if (!found) {
      throw new Error(
        `no field is called "${label}"; there is: ${this.find(FIELD).map(fieldName).join(' | ')}`,
      )
    }
    const field = found.matches('input') ? found : found.querySelector('input, textarea')
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
    if (field.disabled) throw new Error(`the field "${label}" is disabled`)
    field.value = value
    for (const type of ['focus', 'input', 'blur']) field.dispatchEvent(new Event(type, { bubbles: true }))
  }
}

/** The DOM events of one finger; glass-easel makes `tap` of them. */
function touch(element: Element): void {
  for (const type of ['mousedown', 'mouseup', 'click']) {
    element.dispatchEvent(
      new MouseEvent(type, { bubbles: true, composed: true, cancelable: true, clientX: 1, clientY: 1 }),
    )
  }
}
