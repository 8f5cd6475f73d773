import { scanReadPicture } from '../../../../server/documents/privacy/pictures/pictureText'
import type { ReadPicture } from '../../../../server/documents/privacy/context'
import { Chance } from '../../../support/privacy/chance'
import { mobile, residentId } from '../../../support/privacy/identities'

/** What is found in the text of a picture, whose reader drops blanks between figures. */

const page = (...texts: string[]): ReadPicture => ({
  width: 1000,
  height: 1000,
  boxes: texts.map((text, at) => ({
    text,
    score: 0.9,
    quad: [[10, 10 + 40 * at], [900, 10 + 40 * at], [900, 34 + 40 * at], [10, 34 + 40 * at]],
  })),
}) // prettier-ignore

const severitiesOf = (...texts: string[]) =>
  scanReadPicture(page(...texts), { today: '2026-12-01' })
    .filter(({ kind }) => kind === 'mobile' || kind === 'resident-id')
    .map(({ kind, severity }) => `${kind} ${severity}`)

const chance = new Chance(7)
const PHONE = mobile(chance)
const ID = residentId(chance)
/** Figures that run together, and are no numbers of persons. */
const FIGURES = '70908864167369494169296951741059847'

test('a phone number at a row of figures that ran together is for a person to look at', () => {
  expect(severitiesOf(`${FIGURES} ${PHONE}`)).toEqual(['mobile review'])
  expect(severitiesOf(`${PHONE} ${FIGURES}`)).toEqual(['mobile review'])
})

test('beside other numbers of persons, in a line or a cell of its own, it blocks', () => {
  expect(severitiesOf(`${ID} ${PHONE}`)).toEqual(['resident-id block', 'mobile block'])
  expect(severitiesOf(`${ID}${PHONE} ${PHONE}`).every(one => one.endsWith('block'))).toBe(true)
  expect(severitiesOf(FIGURES, PHONE)).toEqual(['mobile block'])
  expect(severitiesOf(`电话${PHONE}，合计${FIGURES}`)).toEqual(['mobile block'])
})

test('figures between the rules of a table are no phone number, one bar may be a misread figure', () => {
  expect(severitiesOf('1323|459|3153||2260|2779|4906')).toEqual([])
  expect(severitiesOf(`张三|${PHONE}|低保|300`)).toEqual(['mobile block'])
})
