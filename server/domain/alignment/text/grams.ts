/** Factors of runs of one, two and three characters. */
const LENGTH_WEIGHTS = [0, 0.4, 1, 1] as const

/** Characters that build sentences but name nothing. */
const FUNCTION_CHARACTERS = new Set(
  '的了么怎多少谁给找去哪要在上下里和与就才都也把被让几一个是有不没这那回每往着得到来能会该用啥咱俺我们他它还再又很太什想及或等叫做拿领钱款元块月年天次家户人'.split(
    '',
  ),
)

/** Words on money and procedure of nearly every matter. */
const COMMON_WORDS = new Set([
  '补贴',
  '补助',
  '津贴',
  '资金',
  '发放',
  '申请',
  '办理',
  '登记',
  '公家',
  '怎么',
  '什么',
  '多少',
  '村里',
  '每月',
  '每年',
  '条件',
  '政策',
  '服务',
  '管理',
  '工作',
  '农村',
  '城乡',
  '村级',
  '情况',
  '补钱',
  '信息',
  '项目',
  '人员',
])
const COMMON = 0.5
const FUNCTION = 0.12

/** Weight of a gram before its rarity counts: length, sentence words, common words. */
export function gramWeight(gram: string): number {
  let content = 0
  for (const char of gram) content += FUNCTION_CHARACTERS.has(char) ? 0 : 1
  const share = content / gram.length
  return (
    (LENGTH_WEIGHTS[gram.length] ?? 1) *
    (FUNCTION + (1 - FUNCTION) * share ** 1.5) *
    (COMMON_WORDS.has(gram) ? COMMON : 1)
  )
}

/** Collects the runs of 1 to 3 characters of folded text; they never cross a punctuation mark or a level of the path. */
export function gramsIn(folded: string): Set<string> {
  const grams = new Set<string>()
  for (const piece of folded.split(/[^\p{L}\p{N}]+/u)) {
    for (let at = 0; at < piece.length; at++) {
      for (let length = 1; length <= 3 && at + length <= piece.length; length++) {
        grams.add(piece.slice(at, at + length))
      }
    }
  }
  return grams
}
