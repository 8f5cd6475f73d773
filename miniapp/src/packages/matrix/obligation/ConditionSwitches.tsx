import type { ObligationList, SetConditions } from '@shared/contract/disclosure/obligation'
import { api } from '../../../api/client'
import { SwitchRow } from '../../../components/form/SwitchRow'
import { Problems } from '../../../components/page/Problems'
import { Section } from '../../../components/page/Section'
import { Box, Txt } from '../../../elements/dom'
import { useAction } from '../../../hooks/useAction'

interface Props {
  org: string
  conditions: ObligationList['conditions']
  mayChange: boolean
  onChanged: () => void
}

type Name = SetConditions['conditions'][number]

/** Shows switches for the conditions of time limits: 财务往来较多 … */
export function ConditionSwitches({ org, conditions, mayChange, onChanged }: Props) {
  const write = useAction(onChanged)
  if (conditions.length === 0) return null
  const put = async (name: string, on: boolean) => {
    const names = conditions.filter(one => (one.name === name ? on : one.holds)).map(one => one.name as Name)
    if (
      await write.run(key =>
        api('PUT /orgs/:code/conditions', { params: { code: org }, body: { conditions: names } }, key),
      )
    ) {
      onChanged()
    }
  }
  return (
    <Section title="本地情况">
      <Problems problems={write.problems} />
      {conditions.map(({ name, label, holds }) =>
        mayChange ? (
          <SwitchRow
            key={name}
            label={label}
            text="目录里按这个分不同的时限"
            on={holds}
            onChange={on => void put(name, on)}
          />
        ) : (
          <Box key={name} className="row">
            <Txt className="row__title">{label}</Txt>
            <Txt className="state">{holds ? '✓ 是' : '不是'}</Txt>
          </Box>
        ),
      )}
    </Section>
  )
}
