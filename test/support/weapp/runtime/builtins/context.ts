import { type Caller, type ComponentDefinition, hostElement } from '../glassEasel'
import type { Dialogs } from '../wx/dialogs'
import { recordOf } from '../record'

/** What built-in components need from the phone. */
export interface BuiltinContext {
  assets: Record<string, string>
  dialogs: Dialogs
  wx(name: string, options: Record<string, unknown>): void
  /** A pressed button with `open-type="share"`. */
  shareFrom(button: Caller): void
}

/** Value of a field that the user has changed; read by a form on submit. */
export const fieldValues = new WeakMap<Caller, unknown>()

export type Builtin = ComponentDefinition
export type Data = Record<string, unknown>

const ARIA = ['Label', 'Role', 'Hidden', 'Checked', 'Disabled', 'Selected', 'Expanded', 'Live'].map(
  name => `aria${name}`,
)

export function emit(caller: Caller, name: string, detail: unknown = {}): void {
  caller.triggerEvent(name, detail, { bubbles: false, composed: false })
}

/** `disabled` in a template is often the text "false". */
export function isOn(value: unknown): boolean {
  return value === true || value === 'true' || value === ''
}

/** Write the aria properties to the DOM, where a screen reader, axe and our `press` find them. */
function showAria(caller: Caller): void {
  const host = hostElement(caller)
  if (!host) return
  for (const name of ARIA) {
    const value = (caller.data as Data)[name]
    const attribute = name === 'ariaRole' ? 'role' : name.toLowerCase().replace('aria', 'aria-')
    if (value === undefined || value === null || value === '') host.removeAttribute(attribute)
    else host.setAttribute(attribute, String(value))
  }
}

/** A built-in component: named properties, aria, and what is special about it. */
export function builtin(properties: string[], extra: Builtin = {}): Builtin {
  const watchAria = recordOf(
    ARIA.map(name => [
      name,
      function (this: Caller) {
        showAria(this)
      },
    ]),
  )
  const attached = extra.lifetimes?.attached
  return {
    ...extra,
    properties: recordOf([...properties, ...ARIA].map(name => [name, null])),
    observers: { ...watchAria, ...extra.observers },
    lifetimes: {
      ...extra.lifetimes,
      attached(this: Caller) {
        showAria(this)
        attached?.call(this)
      },
    },
  }
}
