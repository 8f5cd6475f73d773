import { hoisted } from '../../../server/http/openapi/hoist'
import type { JsonSchema } from '../../../server/http/openapi/walk'

const PART = {
  type: 'object',
  properties: { label: { type: 'string' }, before: { type: 'string' }, after: { type: 'string' } },
  required: ['label', 'before', 'after'],
}
const having = (name: string): JsonSchema => ({ type: 'object', properties: { [name]: PART } })

test('a part that several schemas repeat is said once, under the property that has it', () => {
  const said = hoisted(new Map([['One', having('change')], ['Other', having('change')]])) // prettier-ignore
  expect([...said.keys()]).toEqual(['One', 'Other', 'Change'])
  expect(said.get('Change')).toEqual(PART)
  expect(said.get('One')).toEqual({
    type: 'object',
    properties: { change: { $ref: '#/components/schemas/Change' } },
  })
})

test('a component that says the same lends its own name and stays whole', () => {
  const said = hoisted(new Map<string, JsonSchema>([['Row', PART], ['One', having('row')]])) // prettier-ignore
  expect(said.get('Row')).toEqual(PART)
  expect(said.get('One')).toMatchObject({ properties: { row: { $ref: '#/components/schemas/Row' } } })
  expect(said.size).toBe(2)
})

test('what is said once stays where it is', () => {
  const alone = new Map([['One', having('change')]])
  expect(hoisted(alone)).toBe(alone)
})
