import { readingsOf } from './pinyin'

/** Returns the pinyin initials 拼音首字母 of a character, the usual one first; a non-Chinese character itself. */
export const initialsOf = (letter: string): readonly string[] => [
  ...new Set(readingsOf(letter).map(reading => String.fromCodePoint(reading.codePointAt(0)!))),
]
