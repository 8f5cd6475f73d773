import type { Mode } from '@shared/contract/catalogues/catalogue'
import type { Reading } from '../reading'
import { fold } from '../text'
import { type Tick, tickedPart } from './ticks'

const combine = (active: boolean, onRequest: boolean): Mode | null => {
  if (active && onRequest) return 'both'
  if (active) return 'active'
  return onRequest ? 'on-request' : null
}

/** Checks for 主动 or 依申请: a column 公开方式 may mean the manner (全文发布) instead. */
export const isModeText = (text: string): boolean => /主动|申请/.test(fold(text))

/** Reads the mode 公开方式/公开属性 from the text of one column. */
export function readMode(raw: string): Reading<Mode | null> {
  const folded = fold(tickedPart(raw))
  const value = combine(/主动/.test(folded), /申请/.test(folded))
  if (value === null && fold(raw) !== '') {
    return { value, doubts: [`公开方式“${raw.trim()}”不是主动或依申请公开`] }
  }
  return { value, doubts: [] }
}

/** A tick column of 公开方式 with its cell. */
export interface ModeTick {
  mode: 'active' | 'on-request'
  tick: Tick
}

/** Reads the mode from the tick columns 主动 and 依申请. */
export function modeOfTicks(ticks: readonly ModeTick[]): Reading<Mode | null> {
  const on = (mode: 'active' | 'on-request'): boolean =>
    ticks.some(entry => entry.mode === mode && (entry.tick.ticked === true || isModeText(entry.tick.words)))
  const doubts = ticks.flatMap(({ tick }) => {
    if (tick.doubt) return [tick.doubt]
    return tick.ticked === null && !isModeText(tick.words) ? [`勾选栏里的“${tick.words}”看不懂`] : []
  })
  return { value: combine(on('active'), on('on-request')), doubts }
}
