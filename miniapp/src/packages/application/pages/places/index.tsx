import { useState } from 'react'
import { flatMap } from '@shared/common/lists'
import type { Zone } from '@shared/contract/reading/zone'
import { api, urlOf } from '../../../../api/client'
import { Button } from '../../../../components/controls/Button'
import { SaveButton } from '../../../../components/controls/SaveButton'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { Problems } from '../../../../components/page/Problems'
import { Section } from '../../../../components/page/Section'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { Box, Heading, Txt } from '../../../../elements/dom'
import { useAction } from '../../../../hooks/useAction'
import { useFaults } from '../../../../hooks/useFaults'
import { useParams } from '../../../../hooks/useParams'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { idOf, LINES, PlaceForm } from './PlaceForm'
import { fieldsOf, newPlace, type PlaceFields, placesOf } from './placeFields'

/** The street keeps the list of its reading places 查阅点, and prints the papers for them. */
export default function PlacesPage() {
  const org = useParams()['org'] ?? ''
  const zone = useResource<Zone>(
    org && `zone:${org}`,
    () => api('GET /orgs/:code/zone', { params: { code: org } }),
    IN_WORK,
  )
  return (
    <Frame title="信息公开查阅点" narrow>
      <LoginGate>
        <Loaded resource={zone}>{data => <Places key={data.orgCode} zone={data} />}</Loaded>
      </LoginGate>
    </Frame>
  )
}

type Rule = readonly [string, boolean, string]

function Places({ zone }: { zone: Zone }) {
  const { orgCode, orgName } = zone
  const [places, setPlaces] = useState(() => fieldsOf(zone))
  const [saved, setSaved] = useState(false)
  const { busy, problems, run } = useAction()
  const { faults, hold } = useFaults<string>(id => id)
  const change = (next: PlaceFields[]) => {
    setPlaces(next)
    setSaved(false)
  }
  const rules = flatMap<PlaceFields, Rule>(places, place =>
    LINES.filter(({ required }) => required).map(({ field, label }) => [
      idOf(place, field),
      place[field].trim() !== '',
      `请写${label}`,
    ]),
  )
  const save = () => {
    if (!hold(rules)) return
    const body = { places: placesOf(places) }
    void run(async key => {
      await api('PUT /orgs/:code/zone', { params: { code: orgCode }, body }, key)
      setSaved(true)
    })
  }
  return (
    <>
      <Box as="header" className="board">
        <Box as="p" className="small">
          {orgName}
        </Box>
        <Heading level={1} className="board__name">
          信息公开查阅点
        </Heading>
        <Box as="p">群众到哪里看公开的信息、拿指南和申请表。登记后，公开网页和自助查询机上都看得到。</Box>
      </Box>
      {places.length === 0 && (
        <EmptyState title="还没有登记查阅点" text="按“再加一处”，写名称、地址和时间。" />
      )}
      {places.map((place, at) => (
        <PlaceForm
          key={place.key}
          place={place}
          title={`第 ${at + 1} 处`}
          faults={faults}
          onChange={next => change(places.map(one => (one.key === next.key ? next : one)))}
          onRemove={() => change(places.filter(one => one.key !== place.key))}
        />
      ))}
      <Box className="buttons">
        <Button look="plain" label="再加一处" onPress={() => change([...places, newPlace()])} />
        <Button label="保存" disabled={busy} onPress={save} />
      </Box>
      <Problems problems={problems} />
      <Box live="polite">{saved && <Txt className="state state--ok">✓ 已保存</Txt>}</Box>
      <Prints org={orgCode} name={orgName} />
    </>
  )
}

const PAPERS = [
  { paper: 'guide', label: '信息公开指南' },
  { paper: 'form-person', label: '空白申请表（个人）' },
  { paper: 'form-body', label: '空白申请表（单位）' },
  { paper: 'matrix', label: '大厅二维码一览' },
] as const

/** What is printed for a zone, made from the street's own data. */
const Prints = ({ org, name }: { org: string; name: string }) => (
  <Section title="打印" unprinted>
    <Box className="buttons">
      {PAPERS.map(({ paper, label }) => (
        <SaveButton
          key={paper}
          label={label}
          url={urlOf('GET /orgs/:code/zone/paper', { params: { code: org }, query: { paper } })}
          name={`${name}-${label}.pdf`}
        />
      ))}
    </Box>
  </Section>
)
