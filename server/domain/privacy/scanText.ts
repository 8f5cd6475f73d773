import { FIELD_POLICY } from '@shared/facts/disclosure/fieldPolicy'
import { detectBankCards, detectSocialSecurityCards } from './detectors/cards'
import { fieldRuleOf, hitsOfColumn, numberLabelOf, silencedBy } from './columns'
import {
  detectAddresses,
  detectEmails,
  detectGps,
  detectPassports,
  detectPlates,
  detectWechat,
} from './detectors/contacts'
import { detectDisguised } from './detectors/disguised'
import { detectGlued } from './detectors/glued'
import { maskValue } from './mask'
import { namesByModel, wholeName } from './detectors/modelNames'
import { detectNames, nameBeforeNumber } from './detectors/nameDetectors'
import { prepareText, sourceSpan } from './detectors/normalize'
import { detectHealth, detectMinors } from './detectors/people'
import { detectLandlines, detectMobiles } from './detectors/phones'
import { detectProseNames } from './detectors/proseNames'
import { detectIdInParts } from './detectors/idInParts'
import { detectDisabilityCards, detectResidentIds, yearsBetween } from './detectors/residentId'
import type { Detector, Finding, Hit, ScanContext, ScanText } from './types'
import { detectWeakMasks } from './detectors/weakMasks'

/** Detectors of digits: they compete for the same characters, the best proved wins. */
const NUMBER_DETECTORS: readonly Detector[] = [
  detectDisabilityCards,
  detectResidentIds,
  detectIdInParts,
  detectSocialSecurityCards,
  detectBankCards,
  detectPassports,
  detectMobiles,
  detectLandlines,
  detectWeakMasks,
  detectDisguised,
  detectGlued,
]

/** Detectors of words: each is independent. */
const WORD_DETECTORS: readonly Detector[] = [
  detectEmails,
  detectWechat,
  detectPlates,
  detectGps,
  detectAddresses,
  detectMinors,
  detectHealth,
]

/** Full names: by rules, by the model where there is one, and a text that is nothing but a name. */
function personsIn(scan: ScanText, { names, alone }: ScanContext, today: string): Hit[] {
  const byRules = [...detectNames(scan, { today }), ...detectProseNames(scan, { today })]
  const byModel = names ? namesByModel(scan, names) : []
  return bestOf([...byRules, ...byModel, ...(alone ? wholeName(scan, names) : [])])
}

const size = (hit: Hit): number => hit.end - hit.start
const overlap = (a: Hit, b: Hit): boolean => a.start < b.end && b.start < a.end

/** Sorts hits by offset and removes overlaps: the most certain, then the longest stays. */
export function bestOf(hits: readonly Hit[]): Hit[] {
  const ranked = [...hits].sort(
    (a, b) => (b.certainty ?? 0) - (a.certainty ?? 0) || size(b) - size(a) || a.start - b.start,
  )
  const taken = new Map<number, Hit>()
  const kept: Hit[] = []
  for (const hit of ranked) {
    let free = true
    for (let at = hit.start; free && at < hit.end; at += 1) free = !taken.has(at)
    if (!free) continue
    for (let at = hit.start; at < hit.end; at += 1) taken.set(at, hit)
    kept.push(hit)
  }
  return kept
}

const bestOfEachKind = (hits: readonly Hit[]): Hit[] =>
  [...new Set(hits.map(({ kind }) => kind))].flatMap(kind => bestOf(hits.filter(hit => hit.kind === kind)))

/** Returns the birth date `YYYY-MM-DD` in an ID number of 15 or 18 characters. */
const birthIn = (digits: string): string => {
  const date = digits.length === 15 ? `19${digits.slice(6, 12)}` : digits.slice(6, 14)
  return `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`
}

/** Finds the owner of an identifier: the name before it, and whether the person is a minor. */
function ownersOf(scan: ScanText, numbers: readonly Hit[], today: string): Hit[] {
  return numbers.flatMap(hit => {
    const hits: Hit[] = []
    if (hit.severity === 'block') {
      const name = nameBeforeNumber(scan.text, hit.start)
      if (name) hits.push(name)
    }
    const proved = hit.kind === 'resident-id' && hit.severity === 'block' && (hit.certainty ?? 0) >= 80
    if (
      proved &&
      /^\d{17}[\dX]$/.test(hit.value ?? '') &&
      yearsBetween(birthIn(hit.value ?? ''), today) < FIELD_POLICY.adultAge
    ) {
      hits.push({ kind: 'minor', severity: 'review', start: hit.start, end: hit.end, certainty: 5 })
    }
    return hits
  })
}

function toFinding(scan: ScanText, hit: Hit): Finding {
  const span = sourceSpan(scan, hit.start, hit.end)
  const written = scan.text.slice(hit.start, hit.end)
  const text = scan.source.slice(span.start, span.end)
  return {
    kind: hit.kind,
    severity: hit.severity,
    ...span,
    text,
    mask: maskValue(hit.kind, hit.kind === 'person-name' ? text : (hit.value ?? written)),
    ...(hit.byModel && { byModel: true }),
  }
}

/** Short figures and words that mean nothing without a column label; most cells of a table. */
const PLAIN_CELL = /^(?:[\d.,% -]{1,10}|[\u4e00-\u9fff]{1,3})$/

export const systemToday = (): string => new Date().toISOString().slice(0, 10)

/**
 * Scans one text for personal data 个人信息: a paragraph, a cell, a field's value (`context.label`: its name).
 * @returns findings in order, with offsets into `source` and a proposed mask each
 */
export function scanText(source: string, context: ScanContext = {}): Finding[] {
  const today = context.today ?? systemToday()
  const rule = fieldRuleOf(context.label)
  if (!context.label && !context.alone && PLAIN_CELL.test(source)) return []
  if ((rule?.id === 'count' || rule?.id === 'handler') && PLAIN_CELL.test(source)) return []
  const prepared = prepareText(source, context)
  const labelled: ScanText = { ...prepared, columnLabel: numberLabelOf(rule) ?? prepared.columnLabel }
  const persons = personsIn(labelled, context, today)
  const scan: ScanText = { ...labelled, persons }
  const found = (detectors: readonly Detector[]) => detectors.flatMap(detect => detect(scan, { today }))
  const numbers = bestOf(found(NUMBER_DETECTORS)).filter(hit => !silencedBy(rule, hit))
  const words = [...found(WORD_DETECTORS), ...persons, ...ownersOf(scan, numbers, today)].filter(
    hit => !silencedBy(rule, hit),
  )
  const fromColumn = hitsOfColumn(scan, rule).filter(
    hit => hit.kind === 'person-name' || !numbers.some(n => overlap(n, hit)),
  )
  return [...numbers, ...bestOfEachKind([...words, ...fromColumn])]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map(hit => toFinding(scan, hit))
}
