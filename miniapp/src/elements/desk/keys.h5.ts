import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'

/** The page on top of the stack; the others stay in the document, hidden. */
const shownPage = (): HTMLElement | null =>
  document.querySelector<HTMLElement>('.taro_page:not(.taro_page_shade)')

/** Rows of lists, each with the link or button that opens it. */
const ROWS = 'main a.row, main button.row, main .todos__open'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select')

/** Presses the enabled button of the shown page that names these keys; it does what its press does, with all its questions. */
function pressNamed(keys: string): boolean {
  const named = shownPage()?.querySelector<HTMLElement>(`[aria-keyshortcuts="${keys}"]:not([disabled])`)
  named?.click()
  return Boolean(named)
}

/** Presses the one solid button of the page; without one, what is named for saving. */
function goOn(): boolean {
  const main = shownPage()?.querySelector<HTMLElement>(
    'main .button:not(.button--plain):not(.button--danger):not(.button--off)',
  )
  if (!main) return pressNamed('Control+S')
  main.click()
  return true
}

/** Moves the focus to the next or previous row; into the list when it is elsewhere. */
function moveInRows(step: 1 | -1): boolean {
  const rows = [...(shownPage()?.querySelectorAll<HTMLElement>(ROWS) ?? [])]
  if (rows.length === 0) return false
  const at = rows.findIndex(row => row === document.activeElement)
  const next = rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
  return true
}

export interface DeskKeys {
  onHelp: () => void
  /** Ctrl+K: opens the search over pages, villages and items. */
  onPalette: () => void
}

type KeyAct = (keys: DeskKeys) => boolean

const WITH_CONTROL: Readonly<Record<string, KeyAct>> = {
  s: () => pressNamed('Control+S'),
  S: () => pressNamed('Control+S'),
  Enter: goOn,
  k: ({ onPalette }) => {
    onPalette()
    return true
  },
}

const ALONE: Readonly<Record<string, KeyAct>> = {
  ArrowDown: () => moveInRows(1),
  ArrowUp: () => moveInRows(-1),
  '?': ({ onHelp }) => {
    onHelp()
    return true
  },
}

/** Returns the act of a key; none: the browser's own use of it. */
function actOf(event: KeyboardEvent): KeyAct | undefined {
  if (event.altKey) return undefined
  if (event.ctrlKey || event.metaKey) return event.shiftKey ? undefined : WITH_CONTROL[event.key]
  return isTyping(event.target) ? undefined : ALONE[event.key]
}

/**
 * Listens for the keys of the desk while the caller is shown: Ctrl+S, Ctrl+Enter, Ctrl+K, ↑, ↓ and ?. A field that is being typed in
 * keeps its own arrows.
 */
export function useDeskKeys(keys: DeskKeys): void {
  const latest = useRef(keys)
  const shown = useRef(true)
  useDidShow(() => {
    shown.current = true
  })
  useDidHide(() => {
    shown.current = false
  })
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!shown.current || event.defaultPrevented) return
      if (actOf(event)?.(latest.current)) event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
