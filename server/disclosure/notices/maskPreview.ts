import {
  type ContentNames,
  lengthOfTexts,
  type NameModel,
  namesInContent,
  type Reviewed,
  reviewContent,
} from '@server/domain/privacy'
import { DocumentError } from '@server/documents/documentError'
import { AppError } from '@server/platform/errors'
import { runInWorker } from '@server/platform/worker/pool'
import type { NoticeContent, Release } from '@shared/contract/disclosure/notice'
import type { MaskPreview } from '@shared/contract/disclosure/privacy'
import { presentItem } from '@shared/presentation/presentItem'
import type { PresentableItem } from '@shared/presentation/standard'

interface Options {
  item: PresentableItem
  /** Today in China, `YYYY-MM-DD`. */
  today: string
  releases?: readonly Release[]
  /** What a model says of the names. */
  known?: ContentNames
}

const record = (item: PresentableItem, content: NoticeContent): MaskPreview['before'] => {
  const { blocks, sha256 } = presentItem(item, content)
  return { blocks, sha256 }
}

/** Characters in long texts above which a content is reviewed in the worker, so that readers do not wait. */
const ASIDE = 10_000
/** Characters that one preview may have in all. */
const MOST = 200_000

/**
 * Returns the preview 你写的 / 大家看到的: the content with every open privacy finding masked, and the list of
 * findings. Pure.
 */
export function maskPreview(
  content: NoticeContent,
  { item, today, releases = [], known }: Options,
  { findings, issues, masked }: Reviewed = reviewContent(content, releases, {
    today,
    names: known?.names,
    namesUnknown: known?.isUnknown,
  }),
): MaskPreview {
  return {
    findings,
    issues,
    namesByRules: !known?.names,
    before: record(item, content),
    after: record(item, masked),
    masked,
  }
}

/**
 * Makes the preview, of long texts in the worker and with the names by rules alone.
 * @throws AppError 413 `body-too-large`; 503 `worker-busy`
 */
export async function previewFor(
  content: NoticeContent,
  { today, releases = [], ...options }: Omit<Options, 'known'>,
  model: () => Promise<NameModel | null>,
): Promise<MaskPreview> {
  const { all, long } = lengthOfTexts(content)
  if (all > MOST) throw new AppError(413, 'body-too-large')
  if (long > ASIDE) {
    const reviewed = await runInWorker('reviewContent', content, releases, { today }).catch(
      (error: unknown) => {
        throw error instanceof DocumentError ? new AppError(413, 'body-too-large') : error
      },
    )
    return maskPreview(content, { ...options, today, releases }, reviewed)
  }
  const known = await namesInContent(content, { today }, await model())
  return maskPreview(content, { ...options, today, releases, known })
}
