import { maskName } from './detectors/names'
import { scanText } from './scanText'
import type { PrivacyKind, Severity } from './types'

/** A text with personal data masked, and the kinds found. */
export interface MaskedText {
  text: string
  kinds: PrivacyKind[]
}

/**
 * Masks personal data in a text 遮盖. `block`: numbers that must never be stored (ID, bank card, phone …); `all`:
 * also names, health, addresses and everything that needs a person's review.
 */
export function maskText(source: string, cover: 'block' | 'all', today?: string): MaskedText {
  const wanted = (severity: Severity) => cover === 'all' || severity === 'block'
  const findings = scanText(source, today ? { today } : {}).filter(({ severity }) => wanted(severity))
  let text = ''
  let at = 0
  for (const { start, end, mask } of findings) {
    if (end <= at) continue
    // Of two overlapping findings the second only masks the part after the first.
    text += start >= at ? source.slice(at, start) + mask : '*'.repeat(end - at)
    at = end
  }
  return { text: text + source.slice(at), kinds: [...new Set(findings.map(({ kind }) => kind))] }
}

/** Masks these people's names everywhere in a text: 张三丰 → 张*. */
export function coverNames(source: string, names: Iterable<string>): string {
  let text = source
  for (const name of names) {
    if (name.length > 1 && text.includes(name)) text = text.replaceAll(name, maskName(name))
  }
  return text
}
