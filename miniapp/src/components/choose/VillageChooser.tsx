import { useState } from 'react'
import type { OrgRef } from '@shared/contract/people/org'
import type { VillageChoice, VillageChoices } from '@shared/contract/reading/site'
import { api } from '../../api/client'
import { Box, Press, Txt } from '../../elements/dom'
import { formerWords, isTenant, mergedShort } from '../../format/org'
import { type Pages, usePages } from '../../hooks/usePages'
import { restart, routes } from '../../routes'
import { chooseVillage, useVillage } from '../../state/village'
import { Button } from '../controls/Button'
import { SearchBox } from '../controls/SearchBox'
import { EmptyState } from '../page/EmptyState'
import { Loaded } from '../page/Loaded'
import { Section } from '../page/Section'
import { ScanWay } from './ScanWay'

/** What is listed: the hits of a search, or the parts of an organisation; null: of the root. */
type Asked = { words: string } | { under: string | null }

const keyOf = (asked: Asked) => ('words' in asked ? `choices?${asked.words}` : `choices:${asked.under ?? ''}`)

const queryOf = (asked: Asked) =>
  'words' in asked ? { q: asked.words } : { ...(asked.under !== null && { under: asked.under }) }

/** Chooses the village of this phone: by the code on the wall, by name or pinyin, or from the area down to it. */
export function VillageChooser() {
  const [asked, setAsked] = useState<Asked>({ under: null })
  return (
    <>
      <ScanWay />
      <SearchBox
        id="village-words"
        label="村（社区）的名字"
        placeholder="村名，或拼音，例如 lw"
        maxLength={30}
        onSearch={words => setAsked({ words })}
      />
      <Choices key={keyOf(asked)} asked={asked} onAsk={setAsked} />
    </>
  )
}

function Choices({ asked, onAsk }: { asked: Asked; onAsk: (asked: Asked) => void }) {
  const pages = usePages<VillageChoice>(keyOf(asked), cursor =>
    api('GET /villages', { query: { ...queryOf(asked), ...(cursor !== undefined && { cursor }) } }),
  )
  const searched = 'words' in asked
  return (
    <Loaded resource={pages.first} lines={6}>
      {first => {
        const { trail = [] } = first as Partial<VillageChoices>
        const here = trail[trail.length - 1]
        return (
          <Section title={searched ? `叫“${asked.words}”的` : (here?.name ?? '一级一级找')}>
            <Ways asked={asked} above={trail.slice(0, -1)} onAsk={onAsk} />
            {pages.items.length === 0 && <Nothing words={searched ? asked.words : null} />}
            {pages.items.map(org => (
              <Choice
                key={org.code}
                org={org}
                searched={searched}
                onOpen={() => onAsk({ under: org.code })}
              />
            ))}
            <Further pages={pages} />
          </Section>
        )
      }}
    </Loaded>
  )
}

/** Leads from hits back to the levels, and from a level to those above it. */
function Ways({
  asked,
  above,
  onAsk,
}: {
  asked: Asked
  above: readonly OrgRef[]
  onAsk: (asked: Asked) => void
}) {
  if ('words' in asked) {
    return (
      <Box className="buttons">
        <Button look="plain" label="不找名字，一级一级选" onPress={() => onAsk({ under: null })} />
      </Box>
    )
  }
  if (asked.under === null) return null
  return (
    <Box className="buttons">
      {above.map(({ code, name }) => (
        <Button key={code} look="plain" label={`回到${name}`} onPress={() => onAsk({ under: code })} />
      ))}
    </Box>
  )
}

function Further({ pages: { more, loadingMore, failedMore } }: { pages: Pages<VillageChoice> }) {
  if (!more) return null
  const idle = failedMore ? '没有取到，再试一次' : '还有，接着看'
  return (
    <Button look="plain" wide label={loadingMore ? '正在取…' : idle} disabled={loadingMore} onPress={more} />
  )
}

function Nothing({ words }: { words: string | null }) {
  if (words === null) {
    return (
      <EmptyState
        title="这里还没有村（社区）"
        text="开通以后会列在这里。可以回上一级，看看别的街道（镇）。"
      />
    )
  }
  return (
    <EmptyState
      title={`没有叫“${words}”的村（社区）`}
      text="可以少写一两个字，或者写拼音的头几个字母；同名的多，先写街道再写村，中间空一格，例如“柳溪 东岭”。"
    />
  )
}

interface ChoiceProps {
  org: VillageChoice
  searched: boolean
  /** Goes down to the parts of a street or another level. */
  onOpen: () => void
}

function Choice({ org, searched, onOpen }: ChoiceProps) {
  const chosen = useVillage() === org.code
  const about = [searched && org.above, mergedShort(org) || formerWords(org)].filter(Boolean).join(' · ')
  const lines = (
    <>
      <Txt className="row__main">
        <Txt className="row__title">{org.name}</Txt>
        {about !== '' && <Txt className="row__meta">{about}</Txt>}
      </Txt>
      {chosen && <Txt className="state state--ok">✓ 正在看</Txt>}
      {!isTenant(org) && <Txt className="row__side">往下选 ›</Txt>}
    </>
  )
  if (!isTenant(org)) {
    return (
      <Press className="row" label={`${org.name}${about && `，${about}`}，往下选`} onPress={onOpen}>
        {lines}
      </Press>
    )
  }
  const url = routes.home(org.code)
  const choose = () => {
    chooseVillage(org.code)
    restart(url)
  }
  const label = [org.name, about, chosen && '✓ 正在看'].filter(Boolean).join('，')
  return (
    <Press className="row" label={label} url={url} onPress={choose}>
      {lines}
    </Press>
  )
}
