import { readFileSync } from 'node:fs'
import path from 'node:path'
import {
  caseSubject,
  noticeSubject,
  officeSubject,
  powerSubject,
  TERM_SUBJECTS,
} from '../../../server/domain/search/meaning/sources'
import type { Subject } from '../../../server/domain/search/meaning/subject'
import { currentStep, livePath } from '../../../server/domain/power/case'
import { seedRows } from '../../../server/demo/seed'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'

/** A plain question with what answers it. */
export interface Asked {
  village: string
  half: string
  question: string
  right: (subject: Subject) => boolean
  /** A part of the answer that the record holds; empty: none is asked for. */
  answer: string
}

const fixture = (name: string) => readFileSync(path.resolve('test/fixtures/search', name), 'utf8')

function isRight(ref: string): (subject: Subject) => boolean {
  const [kind, words = ''] = ref.split(':')
  return subject =>
    subject.kind === kind && [subject.name, ...(subject.path ?? [])].some(name => name.includes(words))
}

/** Reads the questions of the fixtures. */
export function askedQuestions(): Asked[] {
  const [, ...lines] = fixture('questions.tsv').trim().split('\n')
  return lines.map(line => {
    const [village = '', half = '', question = '', right = '', answer = ''] = line.split('\t')
    const accepted = right.split(',').map(isRight)
    return { village, half, question, right: subject => accepted.some(one => one(subject)), answer }
  })
}

const NOW = new Date('2026-11-20T02:00:00Z')
const VILLAGE = 'XQ-DH-LX-V01'

/** The newest notice of each item, as the site finds them in the demonstration's village. */
function seededNotices({ notices, catalogues }: ReturnType<typeof seedRows>): Subject[] {
  const items = new Map(catalogues.flatMap(one => one.items).map(item => [item._id, item]))
  const newest = new Map<string, Subject>()
  const published = notices
    .flatMap(({ publication, record }) => (publication && record ? [{ publication, record }] : []))
    .filter(({ publication: { orgCode, live } }) => orgCode === VILLAGE && live)
    .sort((a, b) => b.publication.publishedAt.getTime() - a.publication.publishedAt.getTime())
  for (const { publication, record } of published) {
    if (newest.has(publication.itemId)) continue
    const blocks = JSON.parse(record.folded ?? record.canonical) as PresentedBlock[]
    newest.set(publication.itemId, noticeSubject(publication, items.get(publication.itemId)!, blocks))
  }
  return [...newest.values()]
}

/** Everything that a villager of the demonstration may find. */
function seededSubjects(): Subject[] {
  const rows = seedRows(NOW)
  const org = rows.orgs.find(({ _id }) => _id === VILLAGE)!
  const cases = rows.matters.cases.flatMap(({ _id, orgCode, title, state, open }) => {
    const step = currentStep(state)
    if (orgCode !== VILLAGE || !open || !step || state.item.nature === 'service') return []
    const done = livePath(state).length
    return [
      caseSubject({
        id: _id,
        title,
        itemName: state.item.name,
        step: done + 1,
        steps: done + 1,
        stepName: step.name,
        amount: null,
      }),
    ]
  })
  const powers = rows.powers.find(({ _id }) => _id === VILLAGE)!.items.map(powerSubject)
  const offices = org.contacts.map(contact => officeSubject(org.name, contact))
  return [...seededNotices(rows), ...powers, ...cases, ...offices, ...TERM_SUBJECTS]
}

/** The subjects of the two villages of the questions. */
export const villagesAsked = (): Record<string, Subject[]> => ({
  liuwan: seededSubjects(),
  shitang: [
    ...(JSON.parse(fixture('otherVillage.json')) as { subjects: Subject[] }).subjects,
    ...TERM_SUBJECTS,
  ],
})
