import type { DraftDoubts, DraftPage } from '@shared/contract/catalogues/catalogueDraft'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { Problems } from '../../../components/page/Problems'
import { Section } from '../../../components/page/Section'
import { Box, Txt } from '../../../elements/dom'
import { IN_WORK, useResource } from '../../../hooks/useResource'
import { useAction } from '../../../hooks/useAction'

interface Props {
  draft: DraftPage
  onChanged: (draft: DraftPage) => void
  onSettled: () => void
}

/** Number of cells from which a shared doubt is offered for settling at once. */
const SEVERAL = 3
const SHOWN = 5

type Doubt = DraftDoubts['items'][number]

/** Settles the same doubt in many cells together. */
export function Alike({ draft, onChanged, onSettled }: Props) {
  const { id, version } = draft
  const doubts = useResource<DraftDoubts>(
    `draft-doubts:${id}:${version}`,
    () => api('GET /catalogue-drafts/:id/doubts', { params: { id } }),
    IN_WORK,
  )
  const write = useAction(onSettled)
  const settle = ({ field, reason }: Doubt) =>
    void write.run(async key => {
      onChanged(
        await api(
          'POST /catalogue-drafts/:id/accept',
          { params: { id }, body: { version, field, reason } },
          key,
        ),
      )
      onSettled()
    })
  const several = doubts.data?.items.filter(({ cells }) => cells >= SEVERAL).slice(0, SHOWN) ?? []
  if (several.length === 0) return null
  return (
    <Section title="同样的疑问">
      {several.map(doubt => (
        <Box key={`${doubt.field}${doubt.reason}`} className="row">
          <Txt className="row__main">
            <Txt className="row__title">{`${doubt.label}：${doubt.cells} 格`}</Txt>
            <Txt className="row__text">{doubt.reason}</Txt>
          </Txt>
          <Button
            look="plain"
            label={`都就是这样（${doubt.cells} 格）`}
            disabled={write.busy}
            onPress={() => settle(doubt)}
          />
        </Box>
      ))}
      <Problems problems={write.problems} />
    </Section>
  )
}
