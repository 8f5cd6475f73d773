import pinyin from './pinyin.json'
import { LOOK_ALIKES } from './lookAlikes'

/** Folds sounds that regional speech does not distinguish. */
const sound = (reading: string) =>
  reading
    .replace(/^(z|c|s)h/, '$1')
    .replace(/^n(?=[aeiou])/, 'l')
    .replace(/(?<=[aei])ng$/, 'n')

const SOUNDS = new Map<string, Set<string>>()
for (const [reading, characters] of Object.entries(pinyin.readings)) {
  for (const char of characters) {
    const known = SOUNDS.get(char)
    if (known) known.add(sound(reading))
    else SOUNDS.set(char, new Set([sound(reading)]))
  }
}

const LOOKS = new Map<string, Set<string>>()
for (const group of LOOK_ALIKES) {
  for (const char of group) {
    const known = LOOKS.get(char) ?? new Set()
    for (const other of group) if (other !== char) known.add(other)
    LOOKS.set(char, known)
  }
}

function soundsAlike(one: string, other: string): boolean {
  const sounds = SOUNDS.get(one)
  return sounds !== undefined && [...(SOUNDS.get(other) ?? [])].some(reading => sounds.has(reading))
}

const isConfused = (one: string, other: string) =>
  soundsAlike(one, other) || (LOOKS.get(one)?.has(other) ?? false)

/** Words of a vocabulary, to find the one that a word with one wrong character is meant to be. */
export interface Vocabulary {
  pairs: ReadonlySet<string>
  /** Words of 3 and 4 characters by their form with one character left out: `低?保障`. */
  holes: ReadonlyMap<string, ReadonlySet<string>>
}

const LENGTHS = [3, 4] as const
const HAN = /^\p{Script=Han}+$/u

const withHole = (word: string, at: number) => `${word.slice(0, at)}?${word.slice(at + 1)}`

/** Collects pairs of characters and words of 3–4 characters of folded names. */
export function vocabularyOf(names: Iterable<string>): Vocabulary {
  const pairs = new Set<string>()
  const holes = new Map<string, Set<string>>()
  for (const name of names) {
    for (let at = 0; at + 2 <= name.length; at++) pairs.add(name.slice(at, at + 2))
    for (const length of LENGTHS) {
      for (let at = 0; at + length <= name.length; at++) {
        const word = name.slice(at, at + length)
        if (!HAN.test(word)) continue
        for (let hole = 0; hole < length; hole++) enter(holes, withHole(word, hole), word.charAt(hole))
      }
    }
  }
  return { pairs, holes }
}

function enter(holes: Map<string, Set<string>>, form: string, char: string): void {
  const known = holes.get(form)
  if (known) known.add(char)
  else holes.set(form, new Set([char]))
}

/** Neither pair around the character is known. */
function isSuspect(text: string, at: number, vocabularies: readonly Vocabulary[]): boolean {
  const before = text.slice(Math.max(0, at - 1), at + 1)
  const after = text.slice(at, at + 2)
  return [before, after].every(pair => pair.length < 2 || !vocabularies.some(({ pairs }) => pairs.has(pair)))
}

/** The character that would make a known word of 3–4 characters at this place, and looks or sounds like the written one. */
function correction(text: string, at: number, vocabularies: readonly Vocabulary[]): string | null {
  const written = text.charAt(at)
  for (const form of formsAround(text, at)) {
    for (const { holes } of vocabularies) {
      for (const char of holes.get(form) ?? []) if (isConfused(written, char)) return char
    }
  }
  return null
}

/** Words of 4 and of 3 characters around the place, with it left out. */
function formsAround(text: string, at: number): string[] {
  const forms: string[] = []
  for (const length of [...LENGTHS].reverse()) {
    for (let from = Math.max(0, at - length + 1); from <= at && from + length <= text.length; from++) {
      forms.push(withHole(text.slice(from, from + length), at - from))
    }
  }
  return forms
}

/**
 * Repairs single wrong characters of folded text: 最底生活保障 → 最低生活保障. Null when nothing looks wrong. Callers
 * score both forms, so that a wrong repair costs nothing.
 */
export function repaired(text: string, vocabularies: readonly Vocabulary[]): string | null {
  let result = text
  for (let at = 0; at < text.length; at++) {
    if (!HAN.test(result.charAt(at)) || !isSuspect(result, at, vocabularies)) continue
    const char = correction(result, at, vocabularies)
    if (char !== null) result = `${result.slice(0, at)}${char}${result.slice(at + 1)}`
  }
  return result === text ? null : result
}
