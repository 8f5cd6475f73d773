import type { OrgRef } from '@shared/contract/people/org'
import type { NoticeForm as Form, WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import { api } from '../../../../api/client'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { Box, Heading } from '../../../../elements/dom'
import { isTenant } from '../../../../format/org'
import { useParams } from '../../../../hooks/useParams'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { replace, routes } from '../../../../routes'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { useGridRoom } from '../../grid/useGridRoom'
import { NoticeForm } from '../../form/NoticeForm'
import type { SaveNotice } from '../../form/useNoticeForm'

interface Editing {
  form: Form
  /** The stored notice; null for a new one. */
  stored: WorkNoticePage | null
  /** Villages that a street's new notice can concern. */
  villages: OrgRef[]
}

/** Loads the form of a stored notice: the item's form with the notice's own content. */
async function loadStored(id: string): Promise<Editing> {
  const stored = await api('GET /work/:id', { params: { id } })
  const { orgCode, itemId, period, content } = stored.notice
  const form = await api('GET /catalogue-items/:id/form', {
    params: { id: itemId },
    query: { org: orgCode, period },
  })
  return { form: { ...form, content }, stored, villages: [] }
}

async function loadNew(itemId: string, org: string, period?: string): Promise<Editing> {
  const [form, { items }] = await Promise.all([
    api('GET /catalogue-items/:id/form', { params: { id: itemId }, query: { org, period } }),
    api('GET /orgs'),
  ])
  const villages = items.filter(one => one.parentCode === org && isTenant(one))
  return { form, stored: null, villages }
}

/** Edits a notice 写公示: a new one for an item, or a stored draft. */
export default function EditPage() {
  const params = useParams()
  const { id, item = '', org = '', period } = params
  const key = id ? `edit:${id}` : `edit:${org}:${item}:${period ?? ''}`
  const editing = useResource<Editing>(key, () => (id ? loadStored(id) : loadNew(item, org, period)), IN_WORK)
  const inGrid = useGridRoom()
  return (
    <Frame title="写公示" narrow={!inGrid}>
      <LoginGate error={editing.error}>
        <Loaded resource={editing}>
          {({ form, stored, villages }) => (
            <>
              <Box as="header" className="board">
                <Heading level={1} className="title">
                  {form.item.path.slice(-1)[0]}
                </Heading>
                <Box
                  as="p"
                  className="small"
                >{`${form.item.orgName}公开目录 · ${form.item.path.join(' › ')}`}</Box>
              </Box>
              <Box className="desk-form">
                <NoticeForm
                  key={`${key}:${form.period}`}
                  form={form}
                  draftKey={stored ? stored.notice.id : `${form.orgCode}:${item}:${form.period}`}
                  url={stored ? routes.edit({ id }) : routes.edit({ item, org, period: form.period })}
                  basedOn={stored?.notice.version ?? null}
                  stored={stored && routes.review(stored.notice.id)}
                  villages={villages}
                  save={saverOf(form, item, stored)}
                  onSaved={saved => replace(routes.review(saved.notice.id))}
                  onPeriod={stored ? null : next => replace(routes.edit({ item, org, period: next }))}
                />
              </Box>
            </>
          )}
        </Loaded>
      </LoginGate>
    </Frame>
  )
}

/** Creates the save function: stores a new notice, or a new version of the stored one. */
function saverOf(form: Form, itemId: string, stored: WorkNoticePage | null): SaveNotice {
  if (!stored) {
    const { orgCode } = form
    return (content, regards, key) =>
      api('POST /notices', { body: { orgCode, itemId, regards, content } }, key)
  }
  const { id, version } = stored.notice
  return (content, _regards, key) =>
    api('PUT /notices/:id', { params: { id }, body: { version, content } }, key)
}
