import type { OrgRef } from '@shared/contract/people/org'
import { formerWords, isNamed, mergedShort, mergedWords, nameThen } from '../../../miniapp/src/format/org'

const renamed = { name: '东风村', formerNames: [{ name: '东一村', until: '2026-11-20' }] }
const merged = { name: '东一村', mergedInto: { code: 'V2', name: '东二村', day: '2026-11-20' } }
const plain: Pick<OrgRef, 'name' | 'formerNames' | 'mergedInto'> = { name: '东三村' }

test('a renamed village says what it was called, and what a notice of that time bore', () => {
  expect(formerWords(renamed)).toBe('曾用名：东一村（到2026年11月20日）')
  expect(nameThen(renamed, '2026-11-19')).toBe('公开时名为“东一村”，现名“东风村”')
  expect(nameThen(renamed, '2026-11-20')).toBe('')
  expect([formerWords(plain), nameThen(plain, '2026-01-01')]).toEqual(['', ''])
})

test('a merged village says where it is now', () => {
  expect(mergedWords(merged)).toBe('东一村已于2026年11月20日并入东二村，以前公开的都留在这里。')
  expect([mergedShort(merged), mergedShort(plain), mergedWords(plain)]).toEqual(['已并入东二村', '', ''])
})

test('a village is found by its former name', () => {
  expect([isNamed(renamed, '东一'), isNamed(renamed, '东风'), isNamed(plain, '东一')]).toEqual([
    true,
    true,
    false,
  ])
})
