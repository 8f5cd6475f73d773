import type { ReadingPlace, Zone } from '@shared/contract/reading/zone'

/** A reading place as it is typed; `has` one a line. */
export interface PlaceFields extends Omit<ReadingPlace, 'has'> {
  key: string
  has: string
}

let made = 0
const key = (): string => `place-${(made += 1)}`

export const newPlace = (): PlaceFields => ({
  key: key(),
  kind: 'hall',
  name: '',
  address: '',
  hours: '',
  phone: '',
  has: '',
})

export const fieldsOf = ({ places }: Zone): PlaceFields[] =>
  places.map(place => ({ ...place, key: key(), has: place.has.join('\n') }))

/** What is sent: lines without anything in them are left out. */
export const placesOf = (places: readonly PlaceFields[]): ReadingPlace[] =>
  places.map(({ key: _key, has, ...place }) => ({
    ...place,
    has: has
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean),
  }))
