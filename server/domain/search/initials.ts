/** Sorts Chinese characters by pinyin 拼音; every full ICU build of Node contains the Unicode table. */
const BY_READING = new Intl.Collator('zh-u-co-pinyin')

/** The first character of every initial in that order. */
const FIRST_OF = [
  ...'吖a八b嚓c咑d妸e发f旮g哈h讥j咔k垃l妈m拏n噢o妑p七q呥r扨s它t穵w夕x丫y帀z'.matchAll(/(.)(.)/gu),
].map(([, first = '', initial = '']) => ({ first, initial }))

/** The second initial of characters with two readings common in village affairs: 重阳, 会计, 银行, 调整. */
const ALSO = new Map(
  [...'重c长c会k行h调t传z藏z降x单s区o曾z参s查z车j盛c乐y便p校j系j给j还h厦x解x朝z'.matchAll(/(.)(.)/gu)].map(
    ([, letter = '', initial = '']) => [letter, initial],
  ),
)

function firstReading(letter: string): string {
  return FIRST_OF.findLast(({ first }) => BY_READING.compare(first, letter) <= 0)?.initial ?? letter
}

const known = new Map<string, readonly string[]>()

/** Returns the pinyin initials 拼音首字母 of a character; a non-Chinese character itself. */
export function initialsOf(letter: string): readonly string[] {
  const found = known.get(letter)
  if (found) return found
  const also = ALSO.get(letter)
  const first = /\p{Script=Han}/u.test(letter) ? firstReading(letter) : letter
  const initials = also ? [first, also] : [first]
  known.set(letter, initials)
  return initials
}
