import { useState } from 'react'
import type { ObjectionAbility, ObjectionPage } from '@shared/contract/participation/objection'
import { api } from '../../../../api/client'
import { Button } from '../../../../components/controls/Button'
import { Problems } from '../../../../components/page/Problems'
import { Section } from '../../../../components/page/Section'
import { Box } from '../../../../elements/dom'
import { type Action, useAction } from '../../../../hooks/useAction'

interface Props {
  page: ObjectionPage
  onChanged: () => void
}

/** Asks the villager whether it is settled; if not, it can be escalated. */
export function OwnSteps({ page, onChanged }: Props) {
  const write = useAction(onChanged)
  const [sure, setSure] = useState(false)
  const { id, version, state } = page.objection
  const may = (ability: ObjectionAbility) => page.abilities.includes(ability)
  const take = (step: Parameters<Action['run']>[0]) =>
    void write.run(step).then(done => {
      if (done) onChanged()
    })
  const settle = (settled: boolean) =>
    take(key => api('POST /objections/:id/settle', { params: { id }, body: { version, settled } }, key))
  if (page.abilities.length === 0) return null
  return (
    <Section title={state.endsWith('answered') ? '解决了没有？' : '接下来'}>
      <Problems problems={write.problems} />
      <Box className="buttons">
        {may('settle') && <Button label="解决了" disabled={write.busy} onPress={() => settle(true)} />}
        {may('settle') && state.endsWith('answered') && (
          <Button look="plain" label="没有解决" disabled={write.busy} onPress={() => settle(false)} />
        )}
        {may('escalate') && (
          <Button
            look="plain"
            label="提请上级处理"
            disabled={write.busy}
            onPress={() =>
              take(key => api('POST /objections/:id/escalate', { params: { id }, body: { version } }, key))
            }
          />
        )}
        {may('withdraw') && !sure && <Button look="danger" label="撤回" onPress={() => setSure(true)} />}
        {may('withdraw') && sure && (
          <Button
            look="danger"
            label="确定撤回，不再办理"
            disabled={write.busy}
            onPress={() =>
              take(key => api('POST /objections/:id/withdraw', { params: { id }, body: { version } }, key))
            }
          />
        )}
      </Box>
    </Section>
  )
}
