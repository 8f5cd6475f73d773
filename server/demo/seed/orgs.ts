import type { Contact, Org } from '@shared/contract/people/org'
import data from './data/orgs.json'

/** Data of one village or community 村/社区 besides its organisation row. */
export type SeedVillage = (typeof data.streets)[number]['villages'][number]
/** A street or town 街道/镇 of the demonstration area. */
export type SeedStreet = (typeof data.streets)[number]

export const SEED_AREA = data.newArea
export const SEED_STREETS: readonly SeedStreet[] = data.streets
/** The district office and the three administrators 三员 of the whole area. */
export const SEED_AREA_STAFF = data.areaStaff

interface Office {
  phone: string
  contact: { name: string; jobTitle: string }
}

const officeContact = (office: Office): Contact[] => [{ ...office.contact, phone: office.phone }]

function streetOrg(street: SeedStreet): Org {
  return {
    code: street.code,
    name: street.name,
    kind: street.kind as Org['kind'],
    parentCode: street.parent,
    path: [SEED_AREA.code, street.parent, street.code],
    supervisorName: null,
    contacts: [
      { name: street.clerks[0]!, jobTitle: '政务公开专员', phone: street.phone },
      { name: street.clerks[1]!, jobTitle: '村（居）务公开指导', phone: street.phone },
    ],
  }
}

function villageOrg(street: SeedStreet, village: SeedVillage): Org {
  const head = village.kind === 'village' ? '村委会主任' : '居委会主任'
  const { people, phone } = village
  return {
    code: village.code,
    name: village.name,
    kind: village.kind as Org['kind'],
    parentCode: street.code,
    path: [SEED_AREA.code, street.parent, street.code, village.code],
    supervisorName: village.supervisorName,
    contacts: [
      { name: people.head, jobTitle: head, phone },
      { name: people.editor, jobTitle: '公开信息员', phone },
      { name: people.supervisor, jobTitle: `${village.supervisorName}主任`, phone },
    ],
  }
}

/**
 * Returns the organisation tree 机构树 of the demonstration area, parents before children. All names and phones are
 * fictional.
 */
export function seedOrgs(): Org[] {
  const root: Org = {
    code: SEED_AREA.code,
    name: SEED_AREA.name,
    kind: 'new-area',
    parentCode: null,
    path: [SEED_AREA.code],
    supervisorName: null,
    contacts: officeContact(SEED_AREA),
  }
  const cities = data.newCities.map((city): Org => ({
    code: city.code,
    name: city.name,
    kind: 'new-city',
    parentCode: root.code,
    path: [root.code, city.code],
    supervisorName: null,
    contacts: officeContact(city),
  }))
  const streets = SEED_STREETS.map(streetOrg)
  const villages = SEED_STREETS.flatMap(street => street.villages.map(village => villageOrg(street, village)))
  return [root, ...cities, ...streets, ...villages]
}
