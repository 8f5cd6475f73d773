import { useState } from 'react'
import { flatMap } from '@shared/common/lists'
import type { AlignmentLine, LinkDecision, LinkSuggestion } from '@shared/contract/catalogues/alignment'
import { LINK_TEXTS } from '@shared/texts/links'
import { Button } from '../../../components/controls/Button'
import { Problems } from '../../../components/page/Problems'
import { Box, Heading, Txt } from '../../../elements/dom'
import { CandidateList, whyOf } from './CandidateList'
import { type Choice, VILLAGE_ONLY, confirmed, decided, nameOf, proposed } from './choices'
import { FindItem } from './FindItem'
import { LinkRow } from './LinkRow'
import { RelationSteps } from './RelationSteps'

interface Props {
  line: AlignmentLine
  issuer: string
  choice: Choice | null
  mayDecide: boolean
  busy: boolean
  /** Problems of the last decision on this item. */
  problems: readonly string[]
  onChoose: (choice: Choice | null) => void
  onDecide: (decisions: LinkDecision[]) => void
}

/** Shows a village item next to the street's item that may match. */
export function LineCard(props: Props) {
  const { line, choice, mayDecide, busy, problems, onDecide } = props
  const [unfolded, setUnfolded] = useState(false)
  const links = line.links.filter(({ state }) => state !== 'rejected')
  const fold = unfolded ? '收起' : line.open ? '换一个' : '再对应一项'
  return (
    <Box as="article" className="pair">
      <VillageSide line={line} />
      <Box className="pair__side">
        {links.map(link => (
          <LinkRow
            key={link.itemKey ?? ''}
            link={link}
            busy={busy}
            onUndo={mayDecide ? () => onDecide([decided(line, 'reject', link)]) : null}
          />
        ))}
        {line.open && <Proposal line={line} choice={choice} />}
        {mayDecide && (
          <Box className="buttons">
            {line.open && choice && <Verdict {...props} choice={choice} />}
            <Button look="plain" label={fold} onPress={() => setUnfolded(!unfolded)} />
          </Box>
        )}
        <Problems problems={problems} />
        {unfolded && <Alternatives {...props} />}
      </Box>
    </Box>
  )
}

function VillageSide({ line: { area, path, elements } }: { line: AlignmentLine }) {
  return (
    <Box className="pair__side">
      <Txt className="row__meta">{`村里的：${area}`}</Txt>
      <Heading level={2} className="heading">
        {nameOf(path)}
      </Heading>
      {elements.length > 0 && <Txt className="row__text">{elements.join('、')}</Txt>}
    </Box>
  )
}

const suggestionOf = ({ links, suggestions }: AlignmentLine, choice: Choice): LinkSuggestion | undefined =>
  [...flatMap(links, ({ successor }) => (successor ? [successor] : [])), ...suggestions].find(
    ({ itemKey }) => itemKey === choice.itemKey,
  )

/** Shows the proposal and its reasons. */
function Proposal({ line, choice }: Pick<Props, 'line' | 'choice'>) {
  if (!choice) {
    return (
      <Box as="p" className="state">
        ! 还没有定，请选一项
      </Box>
    )
  }
  const suggestion = suggestionOf(line, choice)
  const own = choice.itemKey === null
  const isProposed = choice.itemKey === (proposed(line)?.itemKey ?? null)
  return (
    <Box>
      <Txt className="row__meta">{own ? '建议' : `建议对应街道的（${LINK_TEXTS[choice.relation]}）`}</Txt>
      <Txt className="row__name">{choice.name}</Txt>
      {line.memory && isProposed && <Txt className="row__name">{`✓ ${line.memory}`}</Txt>}
      <Txt className="row__text">
        {suggestion ? whyOf(suggestion) : own ? '街道目录里没有像的事项' : '自己选的'}
      </Txt>
    </Box>
  )
}

/** Shows the buttons to confirm or reject the proposal. */
function Verdict({ line, choice, busy, onChoose, onDecide }: Props & { choice: Choice }) {
  const own = choice.itemKey === null
  const refuse = () => {
    onChoose(null)
    if (suggestionOf(line, choice)) onDecide([decided(line, 'reject', choice)])
  }
  return (
    <>
      <Button
        label={own ? '确认村里特有' : '确认对应'}
        disabled={busy}
        onPress={() => onDecide(confirmed(line, choice))}
      />
      <Button look="danger" label={own ? '先不定' : '不是这一项'} disabled={busy} onPress={refuse} />
    </>
  )
}

/** Selects another suggestion, another relation or any other item. */
function Alternatives({ line, issuer, choice, busy, onChoose, onDecide }: Props) {
  return (
    <Box className="pair__more">
      <CandidateList line={line} choice={choice} onChoose={onChoose} />
      <FindItem id={line.key} issuer={issuer} onFind={onChoose} />
      {choice && choice.itemKey !== null && (
        <RelationSteps value={choice.relation} onChange={relation => onChoose({ ...choice, relation })} />
      )}
      {choice && !line.open && choice !== VILLAGE_ONLY && (
        <Box className="buttons">
          <Button
            label={`也对应：${choice.name}`}
            disabled={busy}
            onPress={() => onDecide(confirmed(line, choice))}
          />
        </Box>
      )}
    </Box>
  )
}
