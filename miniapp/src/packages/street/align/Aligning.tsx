import { useState } from 'react'
import { recordOf } from '@shared/common/lists'
import type { AlignmentLine, AlignmentPage, LinkDecision } from '@shared/contract/catalogues/alignment'
import { Button } from '../../../components/controls/Button'
import { Toast } from '../../../components/controls/Toast'
import { EmptyState } from '../../../components/page/EmptyState'
import { Problems } from '../../../components/page/Problems'
import { Section } from '../../../components/page/Section'
import { Box } from '../../../elements/dom'
import { type Choice, confirmedAll, proposed } from './choices'
import { LineCard } from './LineCard'
import { LinkRow } from './LinkRow'
import { useDeciding } from './useDeciding'

interface Props {
  page: AlignmentPage
  onDecided: (page: AlignmentPage) => void
  onConflict: () => void
}

/** Items per page, few enough for an old phone and for a check before confirming all. */
const AT_ONCE = 10

/** Places of buttons that are not an item's own. */
const WHOLE_PAGE = 'page'
const ORPHANS = 'orphans'

/** Links the items of a village catalogue page by page; one at a time or the whole page. */
export function Aligning({ page, onDecided, onConflict }: Props) {
  const { village, issuer, items: lines, orphans, mayDecide } = page
  const [chosen, setChosen] = useState<Record<string, Choice | null>>({})
  const [from, setFrom] = useState(0)
  const { later, busy, held, problemsAt, decide } = useDeciding({
    village: village.code,
    issuer: issuer.code,
    onDecided: (next, keys) => {
      setChosen(before => recordOf(Object.entries(before).filter(([key]) => !keys.has(key))))
      onDecided(next)
    },
    onConflict,
  })
  const choiceFor = (line: AlignmentLine) => (line.key in chosen ? chosen[line.key]! : proposed(line))
  const start = Math.min(from, Math.max(0, Math.floor((lines.length - 1) / AT_ONCE) * AT_ONCE))
  const shown = lines.slice(start, start + AT_ONCE)
  const waiting = shown.filter(({ key }) => !held.has(key))
  const all = confirmedAll(waiting, choiceFor)
  const choices = waiting.filter(line => line.open && choiceFor(line)).length

  if (lines.length === 0 && orphans.length === 0) {
    return <EmptyState title="没有要对应的" text="村里的目录都是直接采用街道的事项，本来就对应。" />
  }
  return (
    <>
      {shown.map(line => (
        <LineCard
          key={line.key}
          line={line}
          issuer={issuer.code}
          choice={choiceFor(line)}
          mayDecide={mayDecide}
          busy={busy || held.has(line.key)}
          onChoose={choice => setChosen({ ...chosen, [line.key]: choice })}
          problems={problemsAt(line.key)}
          onDecide={decisions => decide(decisions, line.key)}
        />
      ))}
      <Box className="buttons">
        {mayDecide && choices > 0 && (
          <Button
            label={`本页 ${choices} 项按建议全部确认`}
            disabled={busy}
            onPress={() => decide(all, WHOLE_PAGE)}
          />
        )}
        {start > 0 && <Button look="plain" label="上一页" onPress={() => setFrom(start - AT_ONCE)} />}
        {start + AT_ONCE < lines.length && (
          <Button look="plain" label="下一页" onPress={() => setFrom(start + AT_ONCE)} />
        )}
      </Box>
      <Problems problems={problemsAt(WHOLE_PAGE)} />
      <Box live="polite">
        {later.waiting && <Toast text={`${later.waiting.label}，5 秒后生效`} onUndo={later.undo} />}
      </Box>
      {orphans.length > 0 && (
        <Section title="村里已经去掉的">
          {orphans.map(orphan => (
            <LinkRow
              key={`${orphan.villageKey}/${orphan.itemKey ?? ''}`}
              link={orphan}
              busy={busy || held.has(orphan.villageKey)}
              onUndo={mayDecide ? () => decide([orphanRejected(orphan)], ORPHANS) : null}
            />
          ))}
          <Problems problems={problemsAt(ORPHANS)} />
        </Section>
      )}
    </>
  )
}

const orphanRejected = ({
  villageKey,
  itemKey,
  relation,
  version,
}: AlignmentPage['orphans'][number]): LinkDecision => ({
  villageKey,
  itemKey,
  decision: 'reject',
  relation,
  seen: version,
})
