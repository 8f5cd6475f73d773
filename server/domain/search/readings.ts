import { initialsOf } from './initials'
import pinyin from '../alignment/text/pinyin.json'

/** Readings 拼音 of a character without tones; none for a character outside the table. */
const READINGS = new Map<string, string[]>()
for (const [reading, characters] of Object.entries(pinyin.readings)) {
  for (const char of characters) READINGS.set(char, [...(READINGS.get(char) ?? []), reading])
}

/** Returns the number of characters from `at` whose readings spell the letters; the last one may be cut. */
function spelt(characters: readonly string[], at: number, letters: string): number | null {
  if (letters === '') return 0
  const char = characters[at]
  if (char === undefined) return null
  for (const reading of READINGS.get(char) ?? []) {
    if (reading.startsWith(letters)) return 1
    const rest = letters.startsWith(reading) ? spelt(characters, at + 1, letters.slice(reading.length)) : null
    if (rest !== null) return rest + 1
  }
  return null
}

/** Returns the number of characters from `at` whose initials are the letters. */
function abbreviated(characters: readonly string[], at: number, letters: string): number | null {
  const fits = [...letters].every((letter, next) => {
    const char = characters[at + next]
    return char !== undefined && initialsOf(char).includes(letter)
  })
  return fits ? letters.length : null
}

const LEAST_INITIALS = 3

/**
 * Returns the share of a text, 0–1, that full pinyin 全拼 or initials spell: `dibao` is two thirds of 低保户. Null where
 * they spell nothing in it.
 */
export function shareSpelt(text: string, letters: string): number | null {
  const characters = [...text]
  let most: number | null = null
  for (let at = 0; at < characters.length; at++) {
    const length =
      spelt(characters, at, letters) ??
      (letters.length >= LEAST_INITIALS ? abbreviated(characters, at, letters) : null)
    if (length !== null && length > 1) most = Math.max(most ?? 0, length / characters.length)
  }
  return most
}
