import { flatMap } from '@shared/common/lists'
import type { VillageCatalogueDiff } from '@shared/contract/catalogues/villageCatalogue'
import { api } from '../../../api/client'
import { Breadcrumbs } from '../../../components/page/Breadcrumbs'
import { Button } from '../../../components/controls/Button'
import { EmptyState } from '../../../components/page/EmptyState'
import { Link } from '../../../components/controls/Link'
import { Problems } from '../../../components/page/Problems'
import { Section } from '../../../components/page/Section'
import { SHORTEST_REASON } from '../../../components/form/ReasonForm'
import { Box, Heading, Txt } from '../../../elements/dom'
import { useAction } from '../../../hooks/useAction'
import { routes } from '../../../routes'
import { AreaPart } from './AreaPart'
import { LeftOutForm, type Reasons } from './LeftOutForm'
import { sumText } from './sumText'

interface Props {
  diff: VillageCatalogueDiff
  /** Kept by the page, so that a refusal loses none. */
  reasons: Reasons
  onReasons: (reasons: Reasons) => void
  onChanged: () => void
}

/** Shows how a village's list differs from the one in force, what it leaves out, then the activation 启用. */
export function ListDifference({ diff, reasons, onReasons, onChanged }: Props) {
  const { areas, leftOut, mayActivate } = diff
  return (
    <>
      <Head diff={diff} />
      {areas.length === 0 && <EmptyState title="和现行目录一样" text="没有增加、去掉或改动的事项。" />}
      {areas.map(area => (
        <AreaPart key={area.area} area={area} mayUpdate={false} busy={false} onDecide={() => undefined} />
      ))}
      {leftOut.length > 0 && (
        <LeftOutForm items={leftOut} mayWrite={mayActivate} reasons={reasons} onReasons={onReasons} />
      )}
      <Activation diff={diff} reasons={reasons} onChanged={onChanged} />
    </>
  )
}

function Head({ diff: { org, areas, writers } }: { diff: VillageCatalogueDiff }) {
  return (
    <>
      <Breadcrumbs
        steps={[{ label: `${org.name}公开目录`, url: routes.villageCatalogue(org.code) }, { label: '不同' }]}
      />
      <Box as="header" className="board">
        <Heading level={1} className="title">
          和现行目录的不同
        </Heading>
        {writers.length > 0 && <Box as="p" className="small">{`由 ${writers.join('、')} 改`}</Box>}
        <Box as="p" className="lead">
          {sumText(areas)}
        </Box>
        <Box className="buttons">
          <Link className="button button--plain" label="回去改" url={routes.villageCatalogue(org.code)} />
        </Box>
      </Box>
    </>
  )
}

function Activation({ diff, reasons, onChanged }: Omit<Props, 'onReasons'>) {
  const { org, version, inForce, leftOut, mayActivate, activateRefusal } = diff
  const write = useAction(onChanged)
  const given = flatMap(leftOut, ({ key }) => {
    const reason = reasons[key]?.trim() ?? ''
    return reason.length >= SHORTEST_REASON ? [{ key, reason }] : []
  })
  const activate = async () => {
    const body = { version, reasons: given }
    const done = await write.run(key =>
      api('POST /orgs/:code/village-catalogue/activate', { params: { code: org.code }, body }, key),
    )
    if (done) onChanged()
  }
  return (
    <Section title="启用">
      {version > 0 && version === inForce && <Txt className="state state--ok">✓ 已启用，没有新的改动</Txt>}
      {version !== inForce && !mayActivate && (
        <Box as="p" className="lead">
          {activateRefusal ?? '由村主任或监督委员会看过以上不同再启用。'}
        </Box>
      )}
      <Problems problems={write.problems} />
      {mayActivate && (
        <Box className="buttons">
          <Button label="看过了，启用这份目录" disabled={write.busy} onPress={() => void activate()} />
        </Box>
      )}
    </Section>
  )
}
