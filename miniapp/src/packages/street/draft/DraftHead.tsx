import { useState } from 'react'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { Link } from '../../../components/controls/Link'
import { Problems } from '../../../components/page/Problems'
import { Breadcrumbs } from '../../../components/page/Breadcrumbs'
import { Box, Heading, Txt } from '../../../elements/dom'
import { fullDate } from '../../../format/date'
import { useAction } from '../../../hooks/useAction'
import { routes } from '../../../routes'
import { importStep } from './importStep'
import type { CheckingProps } from './types'

/** Shows name, source and remaining work. */
export function DraftHead({ draft, onChanged, onConflict }: CheckingProps) {
  const { id, source, areas, rows, open, flagged, createdBy, createdAt, abilities } = draft
  const write = useAction(onConflict)
  const [sure, setSure] = useState(false)
  const discard = () =>
    void write.run(async key =>
      onChanged(
        await api(
          'POST /catalogue-drafts/:id/discard',
          { params: { id }, body: { version: draft.version } },
          key,
        ),
      ),
    )
  return (
    <>
      <Breadcrumbs steps={[importStep(draft), { label: '核对' }]} />
      <Box as="header" className="board">
        <Heading level={1} className="title">
          {source.file}
        </Heading>
        <Box as="p" className="small">
          {`${areas.join('、') || '领域还没写明'} · ${rows} 行 · ${createdBy} ${fullDate(createdAt)}导入 · ${draft.stateLabel}`}
        </Box>
        <Progress open={open} flagged={flagged} />
        <Box className="buttons">
          <Link
            className={open > 0 ? 'button button--plain' : 'button'}
            label={draft.ofVillage ? '看和村里目录的不同' : '看和现行目录的不同'}
            url={routes.draftDiff(id)}
          />
          {abilities.includes('discard') && (
            <Button
              look={sure ? 'plain' : 'danger'}
              label={sure ? '不作废' : '作废草稿'}
              disabled={write.busy}
              onPress={() => setSure(!sure)}
            />
          )}
          {sure && <Button look="danger" label="确定作废" disabled={write.busy} onPress={discard} />}
        </Box>
        <Problems problems={write.problems} />
      </Box>
      <Warnings messages={draft.warnings.filter(({ field }) => field === undefined)} />
    </>
  )
}

/** Shows the progress; the bar repeats the words. */
function Progress({ open, flagged }: { open: number; flagged: number }) {
  const done = flagged === 0 ? 1 : Math.max(0, flagged - open) / flagged
  return (
    <Box className="progress">
      <Box live="polite">
        <Txt className={open > 0 ? 'state' : 'state state--ok'}>
          {open > 0 ? `! 还有 ${open} 格要看` : '✓ 全部看过了'}
        </Txt>
      </Box>
      <Box className="progress__bar" decorative>
        <Box className="progress__done" style={{ width: `${Math.round(done * 100)}%` }} />
      </Box>
    </Box>
  )
}

const FEW = 3

/** Shows the reader's warnings that concern no single cell. */
function Warnings({ messages }: { messages: readonly { message: string; row?: number }[] }) {
  const [unfolded, setUnfolded] = useState(false)
  if (messages.length === 0) return null
  const shown = unfolded ? messages : messages.slice(0, FEW)
  return (
    <Box className="entry__unlike">
      {shown.map(({ message, row }, index) => (
        <Box as="p" key={index}>
          {row === undefined ? message : `第 ${row} 行：${message}`}
        </Box>
      ))}
      {messages.length > FEW && (
        <Button
          look="plain"
          label={unfolded ? '收起' : `看全部 ${messages.length} 条说明`}
          onPress={() => setUnfolded(!unfolded)}
        />
      )}
    </Box>
  )
}
