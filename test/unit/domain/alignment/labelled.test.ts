import { FAINT, suggestAlignment, suggestCoverage } from '../../../../server/domain/alignment/suggest'
import { CATALOGUES, LABELLED_FILES, catalogueOf, labelledPairs } from '../../../support/alignment/labelled'
import { type Measured, measure } from '../../../support/alignment/measure'
import { FEATURE_NAMES } from '../../../../server/domain/alignment/pairFeatures'
import { OWN_NAMES } from '../../../../server/domain/alignment/ownership'
import weights from '../../../../server/domain/alignment/model/weights.json'
import { described, measureSet, sumOf as totalOf } from '../../../support/alignment/measureSet'
import { hashOfSets } from '../../../support/alignment/sets'
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
    expect(found.falseOwn / found.matched).toBeLessThanOrEqual(0.035)
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

describe.each([
  ['development', false],
  ['development', true],
  ['north', false],
  ['west', false],
  ['town', false],
  ['south', true],
] as const)('the set %s (kept from the fitting: %s)', (name, unseen) => {
  const figures = measureSet(name, unseen)
  reportFigure(`D15 alignment, set ${name}${unseen ? ', unseen' : ''}: ${described(figures)}`)
  const total = totalOf(figures)

  it('puts the right item first mostly and among three nearly always', () => {
    expect({ missed: total.first / total.lines < 0.88, faults: figures.faults }).toMatchObject({
      missed: false,
    })
    expect(total.firstThree / total.lines).toBeGreaterThanOrEqual(0.96)
  })

  it('is never below plain letter pairs in any group', () => {
    const below = Object.entries(figures.groups).filter(([, group]) => group.first < group.pairsFirst)
    expect(below).toEqual([])
  })

  it('finds the village’s own lines and hardly calls others so', () => {
    expect(figures.saidRightly / figures.own).toBeGreaterThanOrEqual(0.75)
    expect(figures.saidRightly / figures.said).toBeGreaterThanOrEqual(0.75)
  })
})

describe.each(['lists', 'spoken'] as const)('the foreign set %s', name => {
  const figures = measureSet(name, true)
  reportFigure(`D15 alignment, set ${name}, another hand: ${described(figures)}`)
  const total = totalOf(figures)

  it('puts the right item first mostly and among three nearly always', () => {
    expect({ missed: total.first / total.lines < 0.8, faults: figures.faults }).toMatchObject({
      missed: false,
    })
    expect(total.firstThree / total.lines).toBeGreaterThanOrEqual(0.94)
  })

  it('calls few lines the village’s own that are not', () => {
    expect(figures.said - figures.saidRightly).toBeLessThanOrEqual(2)
  })
})

describe('the set coast, in whose writing no result was seen', () => {
  const figures = measureSet('coast', true)
  reportFigure(`D15 alignment, set coast, unseen: ${described(figures)}`)
  const total = totalOf(figures)

  it('puts the right item first mostly and among three nearly always', () => {
    expect({ missed: total.first / total.lines < 0.85, faults: figures.faults.length }).toMatchObject({
      missed: false,
    })
    expect(total.firstThree / total.lines).toBeGreaterThanOrEqual(0.95)
  })

  it('is never below plain letter pairs in any group', () => {
    const below = Object.entries(figures.groups).filter(([, group]) => group.first < group.pairsFirst)
    expect(below).toEqual([])
  })

  it('finds the village’s own lines', () => {
    expect(figures.saidRightly / figures.own).toBeGreaterThanOrEqual(0.85)
    expect(figures.saidRightly / figures.said).toBeGreaterThanOrEqual(0.6)
  })
})

it('keeps weights that were fitted on the sets as they are', () => {
  expect(weights.sets).toBe(hashOfSets())
  expect(weights.rank).toHaveLength(FEATURE_NAMES.length)
  expect(weights.own).toHaveLength(OWN_NAMES.length)
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
    const shown = forth!.suggestions.filter(({ score }) => score >= FAINT)
    expect(shown.length).toBeGreaterThan(0)
    for (const { catalogueId, score } of shown) {
      const back = suggestCoverage(village, catalogue).find(row => row.catalogueId === catalogueId)
      expect(back?.suggestions).toContainEqual(expect.objectContaining({ villageId: 'a', score }))
    }
  })
})
