import type { CatalogueColumns } from '@shared/contract/catalogues/catalogue'
import type { Comparison } from '@shared/contract/disclosure/presentation'
import { uniqueId } from '@shared/presentation/format'
import { foldWords, isWithheld } from '@shared/presentation/foldWords'
import { hasNames } from '@shared/presentation/fold'
import { reachesVillage } from '@server/domain/villageCatalogue/lines'
import { type Disclosure, blocksOf, foldedBlocksOf } from './compareDisclosures'
import { type FigureField, type Owes, compareFields, comparisonOf } from './comparePresented'
import { nounOf, withholds } from './rowCause'

const blockOf = ({ id }: FigureField): string => id.slice(0, id.indexOf('/'))
const isListed = (field: FigureField): boolean => blockOf(field).startsWith('recipients')
const isRow = ({ id }: FigureField): boolean => id.includes('/row/')
const isFile = (field: FigureField): boolean => blockOf(field).startsWith('attachments')

interface Shown {
  /** Even the number of rows is withheld. */
  quiet: boolean
  /** Only one side has disclosed: nothing is compared. */
  alone: boolean
}

function listLabel(unlike: number, noun: string, { quiet, alone }: Shown): string {
  if (alone) return '名单'
  if (unlike === 0) return '名单一致'
  return quiet ? '名单有不一样' : `名单里差 ${unlike} ${noun}`
}

/** Says of a list how many rows it has on each side and how many differ, in place of the rows. */
function listField(rows: readonly FigureField[], shown: Shown): FigureField[] {
  const [first] = rows
  if (!first) return []
  const noun = nounOf(rows)
  const unlike = rows.filter(({ status }) => status !== 'same').length
  const count = (side: 'village' | 'street') => {
    const found = rows.filter(row => row[side] !== null).length
    return found === 0 ? null : shown.quiet ? '有名单' : `${found} ${noun}`
  }
  const label = listLabel(unlike, noun, shown)
  const status = unlike === 0 ? 'same' : 'differs'
  return [{ id: `${blockOf(first)}/list`, block: first.block, label, village: count('village'), street: count('street'), status }] // prettier-ignore
}

/**
 * Reduces a comparison to what may be shown after a publicity period: of lists the sums and how many rows differ, never a
 * row of one side next to the folded group of the other; of words and elements no names.
 */
function afterFolding(
  before: readonly FigureField[],
  folded: readonly FigureField[],
  alone: boolean,
): FigureField[] {
  const quiet = withholds(folded)
  const rowId = uniqueId()
  const lists = [...new Set(before.filter(isListed).map(blockOf))]
  const ofList = (block: string): FigureField[] => [
    ...folded.filter(field => blockOf(field) === block && !isRow(field)),
    ...listField(
      before.filter(field => blockOf(field) === block && isRow(field)),
      { quiet, alone },
    ),
  ]
  const seen = new Set<string>()
  return before.flatMap(field => {
    const block = blockOf(field)
    if (lists.includes(block)) return seen.has(block) ? [] : (seen.add(block), ofList(block))
    if (isFile(field)) return isWithheld({ name: field.label }) ? [] : [field]
    const words = (text: string | null) => text && foldWords(text)
    return [{ ...field, id: rowId(foldWords(field.id)), label: foldWords(field.label), village: words(field.village), street: words(field.street) }] // prettier-ignore
  })
}

/**
 * Compares both sides as they were published; `folded`: a publicity period is over, so that only what remains is shown.
 * The counts stay those of the day of publication.
 */
export function compareSides(
  village: Disclosure | null,
  street: Disclosure | null,
  { folded, owes }: { folded: boolean; owes: Owes },
): Comparison {
  const present = (side: Disclosure | null, blocks: typeof blocksOf) => side && blocks(side)
  const before = compareFields(present(village, blocksOf), present(street, blocksOf))
  const named = [village, street].some(side => side !== null && hasNames(side.content))
  const fields =
    folded && named
      ? afterFolding(
          before,
          compareFields(present(village, foldedBlocksOf), present(street, foldedBlocksOf)),
          village === null || street === null,
        )
      : before
  return comparisonOf(fields, { village: village !== null, street: street !== null, owes }, before)
}

const SELF_GOVERNED = /村|居民|居委|社区|集体经济组织/
const GOVERNMENT_LEVELS: readonly string[] = ['town', 'county', 'city', 'province']

/** Returns which side a standard item obliges: by its levels, else by who is to disclose it; both where it is silent. */
export function owesOf(
  item: Pick<CatalogueColumns, 'levels' | 'subjects'> & { category: string },
  isVillageOwn: boolean,
): Owes {
  const { levels, subjects } = item
  if (isVillageOwn) return { village: true, street: false }
  const bySubjects = subjects.length === 0 || subjects.some(subject => !SELF_GOVERNED.test(subject))
  return {
    village: reachesVillage(item) || (levels === null && subjects.length === 0),
    street: levels === null ? bySubjects : levels.some(level => GOVERNMENT_LEVELS.includes(level)),
  }
}
