import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import guide from '@shared/facts/people/privacyGuide.json'
import { IN_FORCE, POLICIES, type PolicyName } from '@shared/facts/people/policies/inForce'
import { AgreementKind } from '@shared/contract/people/agreement'

/** 隐私政策, 用户协议 and 单独同意书: what people agreed to must never change under their feet. */
const FOLDER = path.resolve(__dirname, '../../../shared/facts/people/policies')

interface Text {
  title: string
  version: number
  date: string
  sections: { title: string; paragraphs: string[]; table?: string }[]
}

const read = (name: string) => JSON.parse(readFileSync(path.join(FOLDER, `${name}.json`), 'utf8')) as Text
const { kept } = JSON.parse(readFileSync(path.join(FOLDER, 'retention.json'), 'utf8')) as { kept: unknown }
/** The policy with the tables that it shows. */
const SHOWN: Record<string, unknown> = { privacy: [guide.collected, guide.declared, kept] }
const names = Object.keys(POLICIES) as PolicyName[]

/** Digest of each published version; a changed text needs a new version and a new line here. */
const PUBLISHED: Record<string, string> = {
  'privacy 1': 'efbbf7357132706e',
  'terms 1': '9c78451c08607912',
  'identity 1': 'f00123547893927a',
}

test.each(names)('%s: title and version are those in force, the date is a day', name => {
  const { title, version, date } = read(name)
  expect({ title, version }).toEqual(POLICIES[name])
  expect(new Date(date).toISOString().slice(0, 10)).toBe(date)
})

test.each(names)('%s: the text of a published version never changes', name => {
  const { version, sections } = read(name)
  const digest = createHash('sha256')
    .update(JSON.stringify([sections, SHOWN[name]]))
    .digest('hex')
    .slice(0, 16)
  expect(PUBLISHED[`${name} ${version}`]).toBe(digest)
})

test('every kind of agreement has a version in force, which changes with each text of it', () => {
  expect(Object.keys(IN_FORCE).sort()).toEqual([...AgreementKind.options].sort())
  expect(IN_FORCE.use).toBe(`${POLICIES.privacy.version}.${POLICIES.terms.version}`)
})

test('the privacy policy names who handles the data, each right of the person, and the tables of the guide', () => {
  const { sections } = read('privacy')
  const words = JSON.stringify(sections)
  for (const part of ['{operator}', '{contact}', '查看', '下载', '改名称', '注销', '撤回同意', '未成年人']) {
    expect(words).toContain(part)
  }
  expect(sections.flatMap(({ table }) => table ?? [])).toEqual(['collected', 'functions', 'kept'])
  expect(guide.declared.length * guide.collected.length).toBeGreaterThan(0)
})
