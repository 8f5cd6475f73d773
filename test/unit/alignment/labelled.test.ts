import { CATALOGUES, catalogueOf, labelledPairs } from '../../support/alignment/labelled'

const pairs = [...labelledPairs('pairs'), ...labelledPairs('holdout')]

describe('labelled pairs', () => {
  it('are many, of every relation, and a third of them is held out', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(150)
    expect(new Set(pairs.map(pair => pair.relation))).toEqual(
      new Set(['same', 'subset', 'successor', 'village-only']),
    )
    expect(labelledPairs('holdout').length / pairs.length).toBeGreaterThan(0.3)
  })

  it('point to items that stand in the catalogue they are labelled for', () => {
    const known = new Map(
      (Object.keys(CATALOGUES) as (keyof typeof CATALOGUES)[]).map(name => [
        name,
        new Set(catalogueOf(name).map(item => item.id)),
      ]),
    )
    const astray = pairs.filter(pair => pair.match.some(id => !known.get(pair.catalogue)?.has(id)))
    expect(astray).toEqual([])
    const undecided = pairs.filter(pair => (pair.match.length === 0) !== (pair.relation === 'village-only'))
    expect(undecided).toEqual([])
  })
})
