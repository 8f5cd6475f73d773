/** What is no text, put where a text is wanted: it must be refused, whatever it says. */
export const NOT_TEXTS: readonly unknown[] = [
  { $ne: null },
  { $gt: '' },
  { $regex: '.*' },
  { $where: 'sleep(2000) || true' },
  { $in: ['draft', 'published'] },
  { toString: 'x' },
  ['x'],
  [{ $ne: 1 }],
  0,
  true,
]

/** Texts that say more to some databases and engines than to people: they must be taken unchanged, or refused. */
export const TEXTS: readonly string[] = [
  '$ne',
  '{"$gt":""}',
  '$where',
  'this.state == this.state',
  '.*',
  '__proto__',
  'constructor',
  'prototype',
  '[object Object]',
]

/** Keys that would reach a prototype, as raw JSON: never a part of any request. */
export const PROTOTYPES: readonly string[] = [
  '"__proto__":{"polluted":"yes"}',
  '"constructor":{"prototype":{"polluted":"yes"}}',
  '"prototype":{"polluted":"yes"}',
]

/** What a name in an address becomes in the hands of a generous parser. */
export const ADDRESS_FORMS = [
  '[$ne]',
  '[$regex]',
  '[]',
  '[__proto__]',
  '.$gt',
  '[constructor][prototype]',
] as const

const PROTOTYPE_OWNERS = [Object, Array, String, Function, Number, Boolean, Promise, Map] as const

/** Everything that hangs on the prototypes of the program: the same before and after. */
export const prototypesNow = (): string =>
  JSON.stringify(PROTOTYPE_OWNERS.map(({ prototype }) => Reflect.ownKeys(prototype).map(String)))
