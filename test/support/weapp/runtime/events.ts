import { hostElement, type Caller, type FrameworkElement } from './glassEasel'
import { recordOf } from './record'

/** An event as a mini program's handler gets it: plain data, no DOM. */
interface MiniProgramEvent {
  type: string
  timeStamp: number
  detail: unknown
  target: EventTarget
  currentTarget: EventTarget
  mark: Record<string, unknown>
  touches: unknown[]
  changedTouches: unknown[]
  preventDefault(): void
  stopPropagation(): void
}

interface EventTarget {
  id: string
  dataset: Record<string, unknown>
  offsetLeft: number
  offsetTop: number
}

/** What glass-easel hands to a listener. */
interface FrameworkEvent {
  type: string
  timeStamp: number
  detail: unknown
  /** A component is named by its caller, a plain node by itself. */
  target: Caller | FrameworkElement
  currentTarget: Caller | FrameworkElement
  mark: Record<string, unknown> | null
  getEventBubbleStatus(): unknown
}

type Handler = (this: unknown, ...args: unknown[]) => unknown

function isFrameworkEvent(value: unknown): value is FrameworkEvent {
  return (
    typeof value === 'object' && value !== null && 'getEventBubbleStatus' in value && 'currentTarget' in value
  )
}

function toTarget(target: Caller | FrameworkElement): EventTarget {
  const host = '_$' in target ? hostElement(target as Caller) : null
  return {
    id: target.id,
    dataset: { ...target.dataset },
    offsetLeft: host?.offsetLeft ?? 0,
    offsetTop: host?.offsetTop ?? 0,
  }
}

function toMiniProgramEvent(event: FrameworkEvent): MiniProgramEvent {
  return {
    type: event.type,
    timeStamp: event.timeStamp,
    detail: event.detail,
    target: toTarget(event.target),
    currentTarget: toTarget(event.currentTarget),
    mark: event.mark ?? {},
    touches: [],
    changedTouches: [],
    preventDefault: () => undefined,
    stopPropagation: () => undefined,
  }
}

/** The same definition with handlers that get mini-program events instead of framework events. */
export function withPlainEvents<T extends Record<string, unknown>>(definition: T): T {
  const wrap = (handler: Handler): Handler =>
    function wrapped(this: unknown, ...args) {
      return handler.apply(
        this,
        args.map(arg => (isFrameworkEvent(arg) ? toMiniProgramEvent(arg) : arg)),
      )
    }
  return recordOf(
    Object.entries(definition).map(([key, value]) => [
      key,
      typeof value === 'function' ? wrap(value as Handler) : value,
    ]),
  ) as T
}
