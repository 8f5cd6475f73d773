import type { DraftDiff, SetTerms } from '@shared/contract/catalogues/catalogueDraft'
import { api } from '../../../api/client'
import { EmptyState } from '../../../components/page/EmptyState'
import { Link } from '../../../components/controls/Link'
import { Problems } from '../../../components/page/Problems'
import { Section } from '../../../components/page/Section'
import { Breadcrumbs } from '../../../components/page/Breadcrumbs'
import { Box, Heading, Txt } from '../../../elements/dom'
import { useAction } from '../../../hooks/useAction'
import { routes } from '../../../routes'
import { AreaPart } from './AreaPart'
import { sumText } from './sumText'
import { importStep } from '../draft/importStep'
import { EffectiveFrom } from './EffectiveFrom'
import { ScopeChoice } from './ScopeChoice'
import { Steps } from './Steps'

interface Props {
  diff: DraftDiff
  onChanged: () => void
}

/** Shows the whole difference: areas, open issues, then the next step. */
export function Difference({ diff, onChanged }: Props) {
  const { draft, areas, successors } = diff
  const write = useAction(onChanged)
  const mayUpdate = draft.abilities.includes('update')

  const setTerms = (terms: Partial<Pick<SetTerms, 'successors' | 'effectiveFrom' | 'scope'>>) =>
    void write
      .run(key =>
        api(
          'PUT /catalogue-drafts/:id/terms',
          {
            params: { id: draft.id },
            body: { version: draft.version, effectiveFrom: draft.effectiveFrom, successors, ...terms },
          },
          key,
        ),
      )
      .then(done => done && onChanged())
  const decide = (key: string, rowId: string | null) =>
    setTerms({ successors: [...successors.filter(one => one.key !== key), { key, rowId }] })

  return (
    <>
      <Head diff={diff} />
      {diff.scope.asked && (
        <ScopeChoice
          scope={diff.scope}
          mayUpdate={mayUpdate}
          busy={write.busy}
          onChoose={scope => setTerms({ scope })}
        />
      )}
      {areas.length === 0 && <EmptyState title="草稿里还没有事项" text="写明每一行的领域以后再来看。" />}
      {areas.map(area => (
        <AreaPart key={area.area} area={area} mayUpdate={mayUpdate} busy={write.busy} onDecide={decide} />
      ))}
      {!draft.ofVillage && (
        <Section title="生效日">
          <EffectiveFrom
            key={draft.effectiveFrom ?? ''}
            from={draft.effectiveFrom}
            mayUpdate={mayUpdate}
            busy={write.busy}
            onSet={effectiveFrom => setTerms({ effectiveFrom })}
          />
        </Section>
      )}
      <Feedback title="启用以后" entries={diff.remarks} />
      <Feedback
        title={draft.ofVillage ? '还差这些才能用到目录里' : '还差这些才能启用'}
        entries={briefly(diff.issues)}
      />
      <Problems problems={write.problems} />
      <Steps diff={diff} onChanged={onChanged} />
    </>
  )
}

function Head({ diff: { draft, areas } }: { diff: DraftDiff }) {
  return (
    <>
      <Breadcrumbs
        steps={[importStep(draft), { label: '核对', url: routes.draft(draft.id) }, { label: '不同' }]}
      />
      <Box as="header" className="board">
        <Heading level={1} className="title">
          {draft.ofVillage ? '和村里目录的不同' : '和现行目录的不同'}
        </Heading>
        <Box as="p" className="small">{`${draft.source.file} · ${draft.stateLabel}`}</Box>
        <Box as="p" className="lead">
          {sumText(areas)}
        </Box>
        <Box className="buttons">
          <Link className="button button--plain" label="回去核对" url={routes.draft(draft.id)} />
        </Box>
      </Box>
    </>
  )
}

/** Leaves out issues of unchecked cells, which are listed on the checking page. */
function briefly(issues: DraftDiff['issues']): DraftDiff['issues'] {
  const open = issues.filter(({ code }) => code === 'cell-open')
  const told = { code: 'cell-open', message: `还有 ${open.length} 格没有核对，请回去核对。` }
  return [...(open.length > 0 ? [told] : []), ...issues.filter(({ code }) => code !== 'cell-open')]
}

const MOST = 30

/** Shows remarks for the decision; long lists are truncated, with their number. */
function Feedback({ title, entries }: { title: string; entries: DraftDiff['issues'] }) {
  if (entries.length === 0) return null
  return (
    <Section title={title}>
      {entries.slice(0, MOST).map(({ message }, index) => (
        <Txt key={index} className="told">{`! ${message}`}</Txt>
      ))}
      {entries.length > MOST && <Txt className="row__meta">{`还有 ${entries.length - MOST} 条。`}</Txt>}
    </Section>
  )
}
