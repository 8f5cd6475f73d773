/**
 * The logic layer of a mini program is bare ECMAScript and `wx`: no DOM, no Node, no `fetch`.
 * Everything else that the window has is shadowed, so that code that would die on a phone dies here.
 */

import type { MissingBuiltins } from '../types'
import { recordOf } from './record'

/** `Intl` is missing on purpose: old Android phones do not have it. */
const LANGUAGE = [
  'Object Array Number Boolean String Symbol BigInt Date Promise RegExp Math JSON Reflect Proxy',
  'Error TypeError RangeError SyntaxError ReferenceError EvalError URIError AggregateError',
  'Map Set WeakMap WeakSet WeakRef FinalizationRegistry ArrayBuffer SharedArrayBuffer DataView Atomics',
  'Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array',
  'Float32Array Float64Array BigInt64Array BigUint64Array',
  'parseInt parseFloat isNaN isFinite encodeURI encodeURIComponent decodeURI decodeURIComponent escape unescape',
]
  .join(' ')
  .split(' ')

/** Of the web, by name: jsdom's window does not list its interfaces when asked. */
const WEB = [
  'window self document navigator location history screen localStorage sessionStorage indexedDB caches crypto performance',
  'fetch XMLHttpRequest WebSocket EventSource Headers Request Response AbortController AbortSignal Worker',
  'URL URLSearchParams Blob File FileReader FormData TextEncoder TextDecoder DOMParser XMLSerializer Image Option Audio',
  'Node Element HTMLElement Document Text Range Event CustomEvent EventTarget MessageChannel BroadcastChannel Intl',
  'MutationObserver IntersectionObserver ResizeObserver requestAnimationFrame cancelAnimationFrame requestIdleCallback',
  'getComputedStyle matchMedia alert confirm prompt atob btoa structuredClone queueMicrotask WebAssembly',
]
  .join(' ')
  .split(' ')

/** Not bindings that a parameter could shadow. */
const UNSHADOWABLE = new Set([
  'eval',
  'arguments',
  'undefined',
  'NaN',
  'Infinity',
  'let',
  'yield',
  'await',
  'static',
])
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/

/** Names that the window gives and a phone does not; `missing`: of the language too. */
export function hiddenNames(visible: Iterable<string>, missing: readonly string[]): string[] {
  const names = new Set<string>(WEB)
  for (
    let scope: object | null = window;
    scope !== null;
    scope = Object.getPrototypeOf(scope) as object | null
  ) {
    for (const name of Object.getOwnPropertyNames(scope)) names.add(name)
  }
  const language = LANGUAGE.filter(name => !missing.includes(name))
  const keep = new Set([...visible, ...language, ...UNSHADOWABLE])
  return [...names].filter(name => IDENTIFIER.test(name) && !keep.has(name)).sort()
}

/** The language's own objects, for `globalThis`. */
export function languageGlobals(missing: readonly string[]): Record<string, unknown> {
  const realm = window as unknown as Record<string, unknown>
  const has = (name: string) => name in realm && !missing.includes(name)
  return recordOf(LANGUAGE.filter(has).map(name => [name, realm[name]]))
}

/** Take away what an old engine lacks from the objects of this window, before the app runs. The runner does without it. */
export function removeBuiltins({ members }: MissingBuiltins): void {
  const realm = window as unknown as Record<string, { prototype?: object } | undefined>
  const typedArray = Object.getPrototypeOf(Uint8Array) as { prototype: object }
  for (const [owner, name, isStatic] of members) {
    const constructor = owner === 'TypedArray' ? typedArray : realm[owner]
    const holder = isStatic ? constructor : constructor?.prototype
    if (holder && holder !== Object.prototype) Reflect.deleteProperty(holder, name)
  }
}

/** WeChat forbids code from text: `Function('…')` gives the global object at best, and refuses everything else. */
export function phoneFunction(globalObject: () => object): unknown {
  const refuse = function PhoneFunction(...source: unknown[]) {
    if (source.length === 1 && source[0] === 'return this') return globalObject
    throw new EvalError('new Function is not allowed in a mini program')
  }
  refuse.prototype = Function.prototype
  return refuse
}
