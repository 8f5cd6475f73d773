import type { WriteOptions } from '@shared/client'
import type { DraftDiff } from '@shared/contract/catalogues/catalogueDraft'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { Link } from '../../../components/controls/Link'
import { Problems } from '../../../components/page/Problems'
import { Section } from '../../../components/page/Section'
import { Box, Txt } from '../../../elements/dom'
import { useAction } from '../../../hooks/useAction'
import { routes } from '../../../routes'

interface Props {
  diff: DraftDiff
  onChanged: () => void
}

/** Shows the next step: submission, then activation by a person who did not work on the draft. */
export function Steps({ diff: { draft, issues, against, listVersion }, onChanged }: Props) {
  const write = useAction(onChanged)
  const may = (ability: (typeof draft.abilities)[number]) => draft.abilities.includes(ability)
  const { id, version } = draft
  const press = (step: (key: WriteOptions) => Promise<unknown>) => async () => {
    if (await write.run(step)) onChanged()
  }
  const submit = press(key =>
    api('POST /catalogue-drafts/:id/submit', { params: { id }, body: { version } }, key),
  )
  const reopen = press(key =>
    api('POST /catalogue-drafts/:id/reopen', { params: { id }, body: { version } }, key),
  )
  const activate = press(key =>
    api('POST /catalogue-drafts/:id/activate', { params: { id }, body: { version, against } }, key),
  )
  const apply = press(key =>
    api(
      'POST /orgs/:code/village-catalogue/apply',
      { params: { code: draft.orgCode }, body: { draft: id, version, listVersion: listVersion ?? 0 } },
      key,
    ),
  )
  return (
    <Section title="下一步">
      <Standing draft={draft} open={issues.length} />
      <Box className="buttons">
        {may('apply') && (
          <Button
            label="用到村里的目录"
            disabled={write.busy || issues.length > 0}
            onPress={() => void apply()}
          />
        )}
        {may('submit') && (
          <Button
            label="提交，请另一个人启用"
            disabled={write.busy || issues.some(({ code }) => code !== 'not-yet')}
            onPress={() => void submit()}
          />
        )}
        {may('activate') && (
          <Button
            label="启用目录"
            disabled={write.busy || issues.length > 0}
            onPress={() => void activate()}
          />
        )}
        {may('reopen') && (
          <Button look="plain" label="退回核对" disabled={write.busy} onPress={() => void reopen()} />
        )}
        {draft.state === 'active' && !draft.ofVillage && (
          <Link className="button" label="看公开目录" url={routes.catalogue(draft.orgCode)} />
        )}
        {draft.state === 'active' && draft.ofVillage && (
          <Link className="button" label="去村里的目录" url={routes.villageCatalogue(draft.orgCode)} />
        )}
      </Box>
      <Problems problems={write.problems} />
    </Section>
  )
}

const standing = (isOpen: boolean, ofVillage: boolean): string => {
  if (ofVillage) {
    return isOpen
      ? '上面的都办完，就可以用到目录里。'
      : '都核对好了，可以用到目录里。目录改了以后，由村里的另一个人看过再启用。'
  }
  return isOpen ? '上面的都办完，就可以提交。' : '都核对好了，可以提交。启用要由街道的另一个人办。'
}

function Standing({ draft, open }: { draft: DraftDiff['draft']; open: number }) {
  const { state, stateLabel, activateRefusal, writers, ofVillage } = draft
  if (state === 'active') return <Txt className="state state--ok">{`✓ ${stateLabel}`}</Txt>
  if (state === 'discarded') return <Txt className="state">{stateLabel}</Txt>
  if (state === 'open') {
    return (
      <Box as="p" className="lead">
        {standing(open > 0, ofVillage)}
      </Box>
    )
  }
  return (
    <Box as="p" className="lead">
      {activateRefusal ?? `${writers.join('、')} 核对好了，请您看过以上不同再启用。`}
    </Box>
  )
}
