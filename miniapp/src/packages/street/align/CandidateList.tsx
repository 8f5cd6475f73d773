import { flatMap } from '@shared/common/lists'
import type { AlignmentLine, LinkSuggestion } from '@shared/contract/catalogues/alignment'
import { Choices } from '../../../components/controls/Choices'
import { type Choice, VILLAGE_ONLY, nameOf } from './choices'

interface Props {
  line: AlignmentLine
  choice: Choice | null
  onChoose: (choice: Choice) => void
}

const OWN = 'village-only'

const percent = (score: number) => `${Math.round(score * 100)}%`

/** Describes score and reasons for a clerk. */
export const whyOf = ({ word, score, reasons, area }: LinkSuggestion): string =>
  [`${word} ${percent(score)}`, ...reasons, `属于${area}`].join('；')

const candidatesOf = ({ links, suggestions }: AlignmentLine): LinkSuggestion[] => {
  const successors = flatMap(links, ({ successor }) => successor ?? [])
  const known = new Set(successors.map(({ itemKey }) => itemKey))
  return [...successors, ...suggestions.filter(({ itemKey }) => !known.has(itemKey))]
}

/** Selects a suggested item, a searched item, or the village's own. */
export function CandidateList({ line, choice, onChoose }: Props) {
  const candidates = candidatesOf(line)
  const options = candidates.map(one => ({
    value: one.itemKey,
    label: nameOf(one.path),
    help: whyOf(one),
  }))
  const own = { value: OWN, label: VILLAGE_ONLY.name, help: '街道目录里没有这样的事项' }
  const looked =
    choice?.itemKey && !options.some(({ value }) => value === choice.itemKey)
      ? [{ value: choice.itemKey, label: choice.name, help: '自己从街道目录里找的' }]
      : []
  const choose = (value: string) => {
    const found = candidates.find(({ itemKey }) => itemKey === value)
    if (found) onChoose({ itemKey: value, name: nameOf(found.path), relation: found.relation })
    else if (value === OWN) onChoose(VILLAGE_ONLY)
  }
  return (
    <Choices
      label={`“${nameOf(line.path)}”对应街道的哪一项`}
      options={[...looked, ...options, own]}
      value={choice ? (choice.itemKey ?? OWN) : null}
      onChange={choose}
    />
  )
}
