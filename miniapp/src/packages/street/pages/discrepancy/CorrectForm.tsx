import type { DiscrepancyPage } from '@shared/contract/disclosure/discrepancy'
import { api } from '../../../../api/client'
import { Section } from '../../../../components/page/Section'
import { Box } from '../../../../elements/dom'
import { open, routes } from '../../../../routes'
import { WordsForm } from './WordsForm'

interface Props {
  notice: DiscrepancyPage['notice']
  onChanged: () => void
}

/**
 * Starts a correction 更正 of the village's own notice; the old edition stays public until the new one is
 * published.
 */
export function CorrectForm({ notice, onChanged }: Props) {
  if (!notice.mayCorrect) {
    return (
      <Section title="更正">
        <Box as="p">{`村里的公示现在是“${notice.stateLabel}”，更正的一版公开以后，这里会自动对照。`}</Box>
      </Section>
    )
  }
  return (
    <WordsForm
      title="更正村里的公示"
      label="更正原因"
      help="原因和新的一版一起公开，旧的一版还能查到。改好后照常审核、公开。"
      action="开始更正"
      least={4}
      send={async (reason, key) => {
        await api(
          'POST /notices/:id/correct',
          { params: { id: notice.id }, body: { version: notice.version, reason } },
          key,
        )
        open(routes.edit({ id: notice.id }))
      }}
      onChanged={onChanged}
    />
  )
}
