import { unbracket } from './brackets'
import { type CompiledProduction, type Statement, type Words, compile, partsOf } from './grammar'
import { EVENT_PRODUCTIONS } from './productionsEvent'
import { PERIODIC_PRODUCTIONS } from './productionsPeriodic'
import { PLAIN_PRODUCTIONS } from './productionsPlain'
import { type Token, T } from './tokens'

/** A sentence's statements in order; `unread`: a part was not understood. */
export interface SentenceReading {
  statements: StatedPart[]
  unread: boolean
}

export interface StatedPart {
  statement: Statement
  /** Words of the applicable branch. */
  condition?: string
  /** 其中…: a branch of the preceding statement. */
  branch: boolean
}

interface Found {
  part: StatedPart
  length: number
}

const PRODUCTIONS: readonly CompiledProduction[] = [
  ...PERIODIC_PRODUCTIONS,
  ...EVENT_PRODUCTIONS,
  ...PLAIN_PRODUCTIONS,
].map(compile)

const LONGEST_SENTENCE = 160
const LONGEST_CONDITION = 30
const IN_CONDITION = /^[VEnmGCPpxjdrogkLYyhON3]$/
/** Tokens that can begin a statement without a preceding comma. */
const BEGINS_STATEMENT = /[QDFrISReoltfAvTUp]/

interface Sentence {
  tokens: readonly Token[]
  letters: string
  words: Words
}

function readStatement(
  { tokens, letters, words }: Sentence,
  from: number,
): { statement: Statement; length: number } | null {
  const rest = letters.slice(from)
  for (const production of PRODUCTIONS) {
    const match = production.expression.exec(rest)
    if (!match || match[0] === '') continue
    const statement = production.build(partsOf(production, match, tokens, from), words)
    if (statement) return { statement, length: match[0].length }
  }
  return null
}

const ELSE_WORDS = /^[nMdj3]+$/

/** Checks whether the tokens can name a branch: 投入资金5万元以上的, 其中行政许可事项, 财务收支情况. */
function namesBranch(tokens: readonly Token[], letters: string): boolean {
  const last = tokens.at(-1)
  if (!last || ELSE_WORDS.test(letters)) return false
  if (tokens[0]?.type === T.condition) return tokens.length > 1 && last.type !== T.or
  return /[dqnmGy3]/.test(last.type)
}

/** Returns the position after the comma and fillers that follow a condition ending at `end`. */
function skipTurn(letters: string, end: number): number {
  return end + (/^c?M*c?/.exec(letters.slice(end))?.[0].length ?? 0)
}

const INTRODUCES = /^(?:其中|对于?|遇[到有]?|凡是?|针对)$/

/** Returns the words of a branch without their introducing word. */
function conditionWords({ tokens, words }: Sentence, from: number, end: number): string {
  return words(tokens.slice(INTRODUCES.test(tokens[from]?.text ?? '') ? from + 1 : from, end))
}

/** Returns the possible ends of a branch: before a comma, a filler, or a word that begins a statement. */
function branchEnds({ tokens, letters }: Sentence, from: number): number[] {
  const ends: number[] = []
  for (let end = from + 1; end <= Math.min(from + LONGEST_CONDITION, letters.length - 1); end++) {
    if (!IN_CONDITION.test(letters.charAt(end - 1))) break
    const parted =
      skipTurn(letters, end) > end ||
      /[dq3]/.test(letters.charAt(end - 1)) ||
      BEGINS_STATEMENT.test(letters.charAt(end))
    if (parted && namesBranch(tokens.slice(from, end), letters.slice(from, end))) ends.push(end)
  }
  /** 涉及群众利益的|事项: the noun after 的 belongs to the branch if that can be parsed. */
  const [whole, cut] = [ends.filter(end => !/dn/.test(letters.slice(end - 1, end + 1))), ends]
  return [...whole, ...cut]
}

const AROUND_CHANGE: readonly string[] = [T.condition, T.generic, T.of]

/** Checks for 如有变更, 遇有变动的: the branch is the event itself. */
const saysChange = (tokens: readonly Token[]): boolean =>
  tokens.some(({ verb }) => verb === 'changed') &&
  tokens.every(({ type, verb }) => verb === 'changed' || AROUND_CHANGE.includes(type))

const countsFromNothing = ({ statement }: Found['part']): boolean =>
  statement.says === 'rule' && statement.rule.kind === 'after-event' && !statement.rule.events

/** Starts the clock of a rule with the change, if its branch is a change. */
function fromChange(part: StatedPart): StatedPart {
  if (part.statement.says !== 'rule') return part
  const rule = { ...part.statement.rule, events: ['changed' as const] }
  return { statement: { ...part.statement, rule }, branch: part.branch }
}

function readBranch(sentence: Sentence, from: number): Found | null {
  for (const end of branchEnds(sentence, from)) {
    const next = skipTurn(sentence.letters, end)
    const subject = readSubject(sentence, next)
    const found = subject ?? readStatement(sentence, next)
    if (!found || found.statement.says === 'neutral') continue
    const condition = conditionWords(sentence, from, subject ? subject.end : end)
    const branch = sentence.tokens[from]?.text === '其中'
    const part: StatedPart = { statement: found.statement, condition, branch }
    const isChange = !subject && saysChange(sentence.tokens.slice(from, end)) && countsFromNothing(part)
    return { part: isChange ? fromChange(part) : part, length: next - from + found.length }
  }
  return null
}

interface WithSubject {
  statement: Statement
  length: number
  /** End of the subject's words. */
  end: number
}

/** Reads a subject after a condition, which it belongs to: 集体财务往来较多的，财务收支情况应每月公布一次. */
function readSubject(sentence: Sentence, from: number): WithSubject | null {
  const run = /^[xnmjd]{1,8}?(?=[MFrISt])/.exec(sentence.letters.slice(from))?.[0]
  if (!run || ELSE_WORDS.test(run)) return null
  const end = from + run.length
  const next = skipTurn(sentence.letters, end)
  const found = readStatement(sentence, next)
  return found && { statement: found.statement, length: next - from + found.length, end }
}

/** Reads a branch named inside its own event: 其中行政处罚决定形成之日起7个工作日内. */
function readNamedBranch(sentence: Sentence, from: number): Found | null {
  if (sentence.tokens[from]?.text !== '其中') return null
  const found = readStatement(sentence, from + 1)
  if (!found || found.statement.says !== 'rule') return null
  const run = /^[^VEQDwsac]+/.exec(sentence.letters.slice(from + 1))?.[0] ?? ''
  const condition = sentence.words(sentence.tokens.slice(from + 1, from + 1 + run.length))
  return condition === ''
    ? null
    : { part: { statement: found.statement, condition, branch: true }, length: found.length + 1 }
}

function readPart(sentence: Sentence, from: number): Found | null {
  const plain = readStatement(sentence, from)
  if (plain) return { part: { statement: plain.statement, branch: false }, length: plain.length }
  return readBranch(sentence, from) ?? readNamedBranch(sentence, from)
}

/** Returns the position after an unreadable part: behind the next comma or ellipsis. */
function resumeAt(letters: string, position: number): number {
  const skipped = /^(?:3|[^c3]*(?:[c3]|$))/.exec(letters.slice(position))?.[0].length ?? 0
  return position + Math.max(skipped, 1)
}

/** Checks for an undecidable choice: 3日内或5日内. */
const isChoice = (before: Token | undefined, { statement }: StatedPart): boolean =>
  /^或/.test(before?.text ?? '') &&
  statement.says === 'rule' &&
  statement.rule.kind === 'after-event' &&
  !statement.rule.events

function readOuter(tokens: readonly Token[], words: Words): SentenceReading {
  const letters = tokens.map(({ type }) => type).join('')
  const sentence: Sentence = { tokens, letters, words }
  const reading: SentenceReading = { statements: [], unread: letters.length > LONGEST_SENTENCE }
  let position = reading.unread ? letters.length : 0
  while (position < letters.length) {
    if (/[cj]/.test(letters.charAt(position))) {
      position++
      continue
    }
    const found = readPart(sentence, position)
    if (found && isChoice(tokens[position - 1], found.part)) {
      reading.unread = true
      reading.statements.pop()
      position += found.length
    } else if (found) {
      reading.statements.push(found.part)
      position += found.length
    } else {
      reading.unread = true
      position = resumeAt(letters, position)
    }
  }
  return reading
}

/** Parses one sentence (no full stop inside), followed by its bracketed remarks. */
export function readSentence(tokens: readonly Token[], words: Words): SentenceReading {
  const { outer, remarks } = unbracket(tokens)
  const readings = [readOuter(outer, words), ...remarks.map(remark => readSentence(remark, words))]
  return {
    statements: readings.flatMap(({ statements }) => statements),
    unread: readings.some(({ unread }) => unread),
  }
}
