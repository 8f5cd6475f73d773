import { type Token, T } from './tokens'

/** A sentence and the remarks in its brackets. */
export interface Unbracketed {
  outer: Token[]
  remarks: Token[][]
}

const lettersOf = (tokens: readonly Token[]): string => tokens.map(({ type }) => type).join('')

/** Tokens that state a time, which makes the bracket a separate statement. */
const SAYS_TIME = /[QDHTOUFrISRoXZ~ltK]/
/** (变更), (或更新), (含变更): another event of the same clock. */
const MORE_EVENTS = /^j?[VP](?:j[VP])*$/

function closing(tokens: readonly Token[], open: number): number {
  let depth = 0
  for (let index = open; index < tokens.length; index++) {
    if (tokens[index]?.type === T.open) depth++
    if (tokens[index]?.type === T.close && --depth === 0) return index
  }
  return -1
}

/** Treats a bracket inside a phrase as part of its words: 镇(街道)信息. */
const asText = (group: readonly Token[]): Token[] => {
  const first = group[0]
  const last = group.at(-1)
  return first && last ? [{ type: T.text, text: '', start: first.start, stop: last.stop }] : []
}

/** Checks for 20个工作日(含), 20个工作日内(含20个工作日): the last day counts, as it always does. */
function countsItself([including, span, ...more]: readonly Token[], before: Token | undefined): boolean {
  if (including?.text !== '含' || more.length > 0 || !before) return false
  return span === undefined ? COUNTED.has(before.type) : COUNTED.has(span.type)
}
const COUNTED: ReadonlySet<Token['type']> = new Set([T.span, T.day, T.within, T.money, T.date])

function place(group: Token[], before: Token | undefined, next: Token | undefined, into: Unbracketed): void {
  const inner = group.slice(1, -1)
  const letters = lettersOf(inner)
  const first = group[0]
  if (inner.length === 0 || !first || countsItself(inner, before)) return
  if (MORE_EVENTS.test(letters) && (before?.type === T.verb || before?.type === T.publish)) {
    into.outer.push(
      { ...first, type: T.or, text: '或' },
      ...inner.filter(({ type }, i) => i > 0 || type !== T.or),
    )
    return
  }
  const within = next !== undefined && next.type !== T.comma
  if (within && !SAYS_TIME.test(letters)) into.outer.push(...asText(group))
  else into.remarks.push(inner)
}

/** Extracts the brackets of a sentence; an unmatched bracket is dropped. */
export function unbracket(tokens: readonly Token[]): Unbracketed {
  const result: Unbracketed = { outer: [], remarks: [] }
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]
    if (!token || token.type === T.close) continue
    const close = token.type === T.open ? closing(tokens, index) : -1
    if (close > 0) {
      place(tokens.slice(index, close + 1), result.outer.at(-1), tokens[close + 1], result)
      index = close
    } else if (token.type !== T.open) {
      result.outer.push(token)
    }
  }
  return result
}
