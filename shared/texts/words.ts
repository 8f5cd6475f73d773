import type { OrgKind } from '../contract/people/org'
import type { OrgWords } from '../contract/reading/site'

/** Terms of a village; communities use other terms (村民委员会组织法, 城市居民委员会组织法). */
const VILLAGE: OrgWords = { affairs: '村务', residents: '村民', place: '村' }
const COMMUNITY: OrgWords = { affairs: '居务', residents: '居民', place: '社区' }
const GOVERNMENT: OrgWords = { affairs: '政务', residents: '群众', place: '街道' }
const TOWN: OrgWords = { affairs: '政务', residents: '群众', place: '镇' }
const AREA: OrgWords = { affairs: '政务', residents: '群众', place: '本地' }

const WORDS: Record<OrgKind, OrgWords> = {
  village: VILLAGE,
  community: COMMUNITY,
  street: GOVERNMENT,
  town: TOWN,
  'new-city': AREA,
  'new-area': AREA,
}

export const wordsFor = (kind: OrgKind): OrgWords => WORDS[kind]
