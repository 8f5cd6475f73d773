import { TRADITIONAL_PAIRS } from './traditional'

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  TRADITIONAL_PAIRS.flatMap(line => line.match(/../g) ?? []).map(pair => [pair.charAt(0), pair.charAt(1)]),
)
const TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join('')}]`, 'g')

/** Returns the simplified form of a traditional character, any other character unchanged. */
export const simplifyCharacter = (char: string): string => SIMPLIFIED.get(char) ?? char

/**
 * Replaces traditional by simplified characters, one for one, for recognition only; values keep the script of the
 * source.
 */
export const simplify = (text: string): string => text.replace(TRADITIONAL, simplifyCharacter)
