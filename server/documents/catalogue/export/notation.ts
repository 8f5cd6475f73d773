import { audienceText, levelsText, MODE_TEXTS } from '@server/domain/catalogueDraft/cellText'
import { readAudience } from '@server/domain/catalogue/fields/audience'
import { readBasis } from '@server/domain/catalogue/fields/basis'
import { readChannels } from '@server/domain/catalogue/fields/channels'
import { readElements } from '@server/domain/catalogue/fields/elements'
import { readSubjects } from '@server/domain/catalogue/fields/subjects'
import type { CatalogueColumns } from '@shared/contract/catalogues/catalogue'

/**
 * Writes values in the notation of the national layout, so that the catalogue parser reads the same value. Of several
 * common notations the first that the parser reads back unchanged is used.
 */

const same = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right)

/** Returns the first notation that reads back unchanged; else the first of all. */
const sound = <T>(value: T, notations: readonly string[], read: (text: string) => T): string =>
  notations.find(text => same(read(text), value)) ?? notations[0] ?? ''

const numbered = (parts: readonly string[]): string =>
  parts.map((part, index) => `${index + 1}.${part}`).join('\n')
const bulleted = (parts: readonly string[]): string => parts.map(part => `●${part}`).join('\n')
const bracketed = (parts: readonly string[]): string =>
  parts.map((part, index) => `（${index + 1}）${part}`).join('\n')

export const elementsCell = (value: CatalogueColumns['elements']): string =>
  sound(
    value,
    [
      value.join('\n'),
      bulleted(value),
      numbered(value),
      bracketed(value),
      value.map(part => `${part}；`).join('\n'),
    ],
    text => readElements(text).value,
  )

export function basisCell(value: CatalogueColumns['basis']): string {
  const texts = value.map(({ text }) => text)
  return sound(value, [texts.join('\n'), numbered(texts), texts.join('、')], text => readBasis(text).value)
}

export const subjectsCell = (value: CatalogueColumns['subjects']): string =>
  sound(value, [value.join('、'), value.join('\n'), numbered(value)], text => readSubjects(text).value)

const boxed = ({ name, ticked }: CatalogueColumns['channels'][number]): string =>
  ticked === null ? name : `${ticked ? '■' : '□'}${name}`

export const channelsCell = (value: CatalogueColumns['channels']): string =>
  sound(
    value,
    [value.map(boxed).join('\n'), value.map(({ name }) => name).join('、')],
    text => readChannels(text).value,
  )

export const audienceCell = (value: CatalogueColumns['audience']): string =>
  sound(
    value,
    [audienceText(value), audienceText(value).replace(/（(.*)）$/u, '：$1')],
    text => readAudience(text).value,
  )

export const modeCell = (value: CatalogueColumns['mode']): string => (value === null ? '' : MODE_TEXTS[value])

export const levelsCell = (value: CatalogueColumns['levels']): string => levelsText(value)
