import { useRouter } from '@tarojs/taro'
import type { NoticeContent } from '@shared/schemas/notice'
import type { NoticeForm as Form, WorkNoticePage } from '@shared/schemas/work'
import { client } from '../../../../api/client'
import { Frame } from '../../../../components/Frame'
import { Loaded } from '../../../../components/Loaded'
import { Box, Heading } from '../../../../elements/dom'
import { useResource } from '../../../../hooks/useResource'
import { replace, routes } from '../../../../routes'
import { LoginGate } from '../../LoginGate'
import { NoticeForm } from '../../form/NoticeForm'

interface Editing {
  form: Form
  /** The stored notice; null while it is new. */
  stored: WorkNoticePage | null
}

/** The form of a stored notice is the item's form with the notice's own content. */
async function loadStored(id: string): Promise<Editing> {
  const stored = await client.workNotice(id)
  const { orgCode, itemId, period, content } = stored.notice
  const form = await client.form(itemId, { org: orgCode, period })
  return { form: { ...form, content }, stored }
}

async function loadNew(itemId: string, org: string, period?: string): Promise<Editing> {
  return { form: await client.form(itemId, { org, period }), stored: null }
}

/** 写公示: a new notice for an item, or a stored draft. */
export default function EditPage() {
  const { params } = useRouter()
  const { id, item = '', org = '', period } = params
  const key = id ? `edit:${id}` : `edit:${org}:${item}:${period ?? ''}`
  const editing = useResource<Editing>(key, () => (id ? loadStored(id) : loadNew(item, org, period)))
  const url = routes.edit({ id, item: item || undefined, org: org || undefined, period })
  return (
    <Frame title="写公示" narrow>
      <LoginGate error={editing.error}>
        <Loaded resource={editing}>
          {({ form, stored }) => (
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
              <NoticeForm
                key={`${key}:${form.period}`}
                form={form}
                draftKey={stored ? stored.notice.id : `${form.orgCode}:${item}:${form.period}`}
                url={url}
                save={(content, idempotencyKey) => save(form, item, stored, content, idempotencyKey)}
                onSaved={saved => replace(routes.review(saved.notice.id))}
                onPeriod={stored ? null : next => replace(routes.edit({ item, org, period: next }))}
              />
            </>
          )}
        </Loaded>
      </LoginGate>
    </Frame>
  )
}

function save(
  form: Form,
  itemId: string,
  stored: WorkNoticePage | null,
  content: NoticeContent,
  idempotencyKey: string,
): Promise<WorkNoticePage> {
  if (stored) {
    return client.editNotice(
      stored.notice.id,
      { version: stored.notice.version, content },
      { idempotencyKey },
    )
  }
  return client.createNotice({ orgCode: form.orgCode, itemId, regards: null, content }, { idempotencyKey })
}
