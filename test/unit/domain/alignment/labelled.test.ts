import { suggestAlignment, suggestCoverage } from '../../../../server/domain/alignment/suggest'
import { CATALOGUES, LABELLED_FILES, catalogueOf, labelledPairs } from '../../../support/alignment/labelled'
import { type Measured, measure } from '../../../support/alignment/measure'
import { reportFigure } from '../../../support/figures'

const pairs = LABELLED_FILES.flatMap(labelledPairs)

describe('labelled pairs', () => {
  it('are many, of every relation, and a part of them is held out', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(150)
    expect(new Set(pairs.map(pair => pair.relation))).toEqual(
      new Set(['same', 'subset', 'successor', 'village-only']),
    )
    expect(labelledPairs('holdout').length / pairs.length).toBeGreaterThan(0.25)
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

const share = (part: number, whole: number) => `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`
const told = (name: string, found: Measured) =>
  reportFigure(
    `alignment, ${name}: first ${share(found.first, found.matched)}, among three ${share(found.firstThree, found.matched)}, ` +
      `village-only ${share(found.ownFound, found.own)}, wrongly village-only ${share(found.falseOwn, found.matched)}`,
  )

const NAMES = { pairs: 'labelled lines', holdout: 'lines held out', fresh: 'lines written last' }

describe.each(LABELLED_FILES)('ranking of the labelled %s', file => {
  const found = measure(labelledPairs(file))
  told(NAMES[file], found)

  it('puts the right item first nearly always and among three but for the odd line', () => {
    expect({ missed: found.first / found.matched < 0.9, faults: found.faults }).toMatchObject({
      missed: false,
    })
    expect(found.firstThree / found.matched).toBeGreaterThanOrEqual(0.98)
  })

  it("recognises the village's own matters and hardly ever takes another for one", () => {
    expect(found.ownFound / found.own).toBeGreaterThanOrEqual(0.9)
    expect(found.falseOwn / found.matched).toBeLessThanOrEqual(0.03)
  })
})

it('ranks a thousand lines against a thousand items in a few seconds', () => {
  const items = (['town', 'county', 'reference'] as const).flatMap(catalogueOf)
  const catalogue = Array.from({ length: 1000 }, (_, at) => ({ ...items[at % items.length]!, id: `c${at}` }))
  const village = Array.from({ length: 1000 }, (_, at) => ({
    id: `v${at}`,
    path: pairs[at % pairs.length]!.path,
  }))
  const begun = process.cpuUsage()
  expect(suggestAlignment(village, catalogue)).toHaveLength(1000)
  const { user, system } = process.cpuUsage(begun)
  expect((user + system) / 1e6).toBeLessThan(10)
})

describe('suggestCoverage', () => {
  const catalogue = catalogueOf('town')
  const village = [
    { id: 'a', path: ['低保户花名册'] },
    { id: 'b', path: ['村规民约'] },
  ]

  it('tells for each catalogue item which lines may be about it, and which have none', () => {
    const covered = suggestCoverage(village, catalogue)
    expect(covered.map(row => row.catalogueId)).toEqual(catalogue.map(item => item.id))
    const approved = covered.find(row => row.catalogueId === 'shehui-jiuzhu-mouding:6')
    expect(approved).toMatchObject({ missing: false, suggestions: [{ villageId: 'a', relation: 'same' }] })
    expect(covered.find(row => row.catalogueId === 'yanglao-fuwu-fengqing:1')).toMatchObject({
      missing: true,
    })
  })

  it('scores a pair alike from both sides', () => {
    const [forth] = suggestAlignment([village[0]!], catalogue)
    for (const { catalogueId, score } of forth!.suggestions) {
      const back = suggestCoverage(village, catalogue).find(row => row.catalogueId === catalogueId)
      expect(back?.suggestions).toContainEqual(expect.objectContaining({ villageId: 'a', score }))
    }
  })
})
