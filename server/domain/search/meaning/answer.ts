import { fold } from '../../alignment/text/fold'
import { gramsIn, gramWeight } from '../../alignment/text/grams'
import { plainWords } from '../../alignment/text/spoken'
import type { Question } from './question'
import type { Ranked } from './rank'
import type { Line, Subject } from './subject'

/** What the record says to a question, word for word. */
export interface Answer {
  subject: Subject
  line: Line
}

type AskedFor = Question['asks'] extends ReadonlySet<infer Kind> ? Kind : never

/** What the answer to a closed kind of question has in it. */
const SHAPES: readonly (readonly [asked: AskedFor, said: RegExp])[] = [
  ['amount', /\d[\d,.]*(?:万?元|%|公里|米|亩)|免费/u],
  ['count', /\d[\d,.]*(?:户|人|个|份|次|笔|座)/u],
  ['time', /\d(?::|：|年(?!第|[上下]半)|月|日)|[点时]\d|\d天|[点号]前|按[月季年]/u],
  ['phone', /\d{3,4}[- ]\d{4}|\d{5}/u],
]
/** What a row has in it that gives the figure which is meant. */
const FIGURES: readonly (readonly [asked: AskedFor, said: RegExp])[] = [
  ['each', /每|标准|自理|一次/u],
  ['left', /余额|结余|欠|余\d/u],
  ['spent', /支出|已用|合计|工资/u],
]
const FIGURE = 0.5
/** Weight of what names the subject itself: it is in many of its rows. */
const OWN_NAME = 0.25
/** Weight of the label: it names what the value says. */
const LABEL = 0.6
/** Share of the question's words in the row, figure included. */
const LEAST = 0.34
/** The subject is surely meant. */
const SURE = 0.45

const gramsOf = (text: string) => gramsIn(plainWords(fold(text)))

/** Label of the sentence of a record. */
export const SENTENCE = '一句话'

const saying = (rules: readonly (readonly [asked: AskedFor, said: RegExp])[], { asks }: Question) => {
  const wanted = rules.filter(([kind]) => asks.has(kind))
  return ({ label, value }: Line) => wanted.some(([, said]) => said.test(`${label} ${value}`))
}

/** The rows that look like an answer; all of them where the question asks for nothing of a closed kind. */
function shaped(question: Question, lines: readonly Line[]): readonly Line[] {
  const isClosed = SHAPES.some(([kind]) => question.asks.has(kind))
  const found = isClosed ? lines.filter(saying(SHAPES, question)) : lines
  const meant = found.filter(saying(FIGURES, question))
  return meant.length > 0 ? meant : found
}

/** Finds the row that says most of what the question names; null where none says enough. */
function nearestRow(question: Question, subject: Subject, lines: readonly Line[]): Line | null {
  const words = lines.map(({ label, value }) => ({ label: gramsOf(label), value: gramsOf(value) }))
  const own = gramsOf([subject.name, ...(subject.path ?? [])].join('\n'))
  const weights = new Map<string, number>()
  for (const gram of gramsOf(question.words)) {
    const count = words.filter(({ label, value }) => label.has(gram) || value.has(gram)).length
    if (count === 0) continue
    weights.set(gram, gramWeight(gram) * (own.has(gram) ? OWN_NAME : 1) * Math.log(1 + lines.length / count))
  }
  const all = [...weights.values()].reduce((sum, one) => sum + one, 0)
  const isFigure = saying(FIGURES, question)
  const scores = lines.map((line, at) => {
    let said = 0
    for (const [gram, weight] of weights) {
      if (words[at]!.value.has(gram)) said += weight
      else if (words[at]!.label.has(gram)) said += LABEL * weight
    }
    return (all > 0 ? said / all : 0) + (isFigure(line) ? FIGURE : 0)
  })
  const best = scores.reduce((most, score, at) => (score > scores[most]! ? at : most), 0)
  return (scores[best] ?? 0) < LEAST ? null : lines[best]!
}

/** Least share of an entry of the power list 小微权力, next to the nearest subject, to be what 怎么办 asks for. */
const NEARLY = 0.1

/** The subject that is asked: how something is done (not what it costs) the power list says, where an entry is meant too. */
function subjectAsked({ asks }: Question, ranked: readonly Ranked[]): Subject | null {
  const first = ranked[0]
  if (!first || first.score < SURE || asks.size === 0) return null
  if (!asks.has('how') || asks.has('each') || asks.has('amount')) return first.subject
  const power = ranked.find(({ subject, score }) => subject.kind === 'power' && score >= first.score * NEARLY)
  return (power ?? first).subject
}

/** Finds the row of the first subject that answers a question 问一句; null where the record does not say it. */
export function answerTo(question: Question, ranked: readonly Ranked[]): Answer | null {
  const subject = subjectAsked(question, ranked)
  if (!subject) return null
  const sentence = { label: SENTENCE, value: subject.sentence }
  if (['term', 'case'].includes(subject.kind)) return { subject, line: sentence }
  if (subject.kind === 'power') return question.asks.has('how') ? { subject, line: sentence } : null
  if (subject.kind === 'office') return subject.lines[0] ? { subject, line: subject.lines[0] } : null
  const asksPerson = question.asks.has('who') || question.asks.has('where')
  const lines = [
    ...(asksPerson ? [] : [sentence]),
    ...subject.lines.filter(({ label }) => label !== SENTENCE),
  ]
  const line = nearestRow(question, subject, shaped(question, lines))
  return line && { subject, line }
}
