import { coveredBy, leftOutOf } from '../../../../server/domain/villageCatalogue/leftOut'

const item = (key: string, more: object = {}) => ({
  key,
  area: '村级财务',
  path: [key],
  levels: ['village' as const],
  subjects: [],
  mode: 'active' as const,
  category: 'general',
  ...more,
})
const link = (villageKey: string, itemKey: string, more: object = {}) => ({
  villageKey,
  itemKey,
  relation: 'same' as const,
  state: 'confirmed' as const,
  ...more,
})

test('covers its own keys and what is linked with them, not what was rejected or is linked with others', () => {
  const links = [
    link('own', 'a'),
    link('own', 'b', { state: 'rejected' }),
    link('else', 'c'),
    link('former', 'street'),
  ]
  expect([...coveredBy(['own', 'street'], links)].sort()).toEqual(['a', 'former', 'own', 'street'])
})

test('a part of a street’s item covers it; the street’s item covers the same matter alone', () => {
  expect(coveredBy(['own'], [link('own', 'a', { relation: 'subset' })]).has('a')).toBe(true)
  expect(coveredBy(['a'], [link('own', 'a', { relation: 'subset' })]).has('own')).toBe(false)
})

test('leaves out what obliges: not what is given on request, nor what is for the street alone', () => {
  const street = [item('a'), item('b', { mode: 'on-request' }), item('c', { levels: ['town'] }), item('d')]
  const own = [item('d'), item('x'), item('y')]
  expect(
    leftOutOf(['d', 'y'], { street, own, links: [] }).map(({ key, ofStreet }) => [key, ofStreet]),
  ).toEqual([
    ['a', true],
    ['x', false],
  ])
})
