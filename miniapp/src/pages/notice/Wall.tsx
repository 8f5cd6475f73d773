import type { NoticePage } from '@shared/contract/reading/site'
import type { WallForm } from '@shared/contract/reading/wall'
import { urlOf } from '../../api/client'
import { Button } from '../../components/controls/Button'
import { SaveButton } from '../../components/controls/SaveButton'
import { Fold } from '../../components/page/Fold'
import { Problems } from '../../components/page/Problems'
import { Box } from '../../elements/dom'
import { isBrowser } from '../../elements/platform'
import { useOpenFile } from '../../hooks/useOpenFile'

const FORMS: readonly { form: WallForm; label: string; kind: string }[] = [
  { form: 'a4', label: '打印公示单（A4）', kind: 'pdf' },
  { form: 'a3', label: '打印公示单（A3）', kind: 'pdf' },
  { form: 'poster', label: '群海报', kind: 'png' },
  { form: 'article', label: '公众号文章', kind: 'html' },
  { form: 'broadcast', label: '广播稿', kind: 'txt' },
]

/** Offers the notice for wall and chat group 上墙进群: as sheet, picture, article and broadcast text. */
export function Wall({ page: { notice } }: { page: NoticePage }) {
  const { problems, open: openFile } = useOpenFile()
  const open = ({ form, label, kind }: (typeof FORMS)[number]) =>
    openFile(
      urlOf('GET /notices/:id/wall', { params: { id: notice.id }, query: { form } }),
      `${notice.title}-${label}.${kind}`,
      `${label}没有取到，请稍后再试。`,
    )
  return (
    <Fold label="打印、下载、发到群里" note="公示单、表格、群海报、公众号文章、广播稿">
      <Box className="buttons unprinted">
        {FORMS.map(one => (
          <Button key={one.form} look="plain" label={one.label} onPress={() => void open(one)} />
        ))}
        <SaveButton
          label="存成 Excel 表格"
          url={urlOf('GET /notices/:id/export', { params: { id: notice.id }, query: { format: 'xlsx' } })}
          name={`${notice.title}.xlsx`}
        />
      </Box>
      {!isBrowser && (
        <Box as="p" className="note">
          公众号文章和广播稿会复制下来，粘贴到要用的地方。
        </Box>
      )}
      <Problems problems={problems} />
    </Fold>
  )
}
