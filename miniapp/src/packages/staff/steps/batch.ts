import type { WriteOptions } from '@shared/client'
import type { NoticeAbility, WorkNotice } from '@shared/contract/disclosure/noticeWorkflow'
import { api } from '../../../api/client'
import { AUDIENCE_OF_ALL } from './audience'

/** A step that can be taken for several notices: it needs no text, or the same for all. */
export interface BatchStep {
  ability: NoticeAbility
  /** Label of the button. */
  label: string
  /** Name of the field with the text for all of them. */
  words?: string
  /** What follows from it, when that is asked once more. */
  follows?: readonly string[]
  run: (notice: WorkNotice, key: WriteOptions, words: string) => Promise<unknown>
}

export const BATCH_STEPS: readonly BatchStep[] = [
  {
    ability: 'sign-off',
    label: '同意公开',
    run: ({ id, version }, key) =>
      api('POST /notices/:id/sign-off', { params: { id }, body: { version, opinion: 'agree' } }, key),
  },
  {
    ability: 'submit',
    label: '提交监督审核',
    run: ({ id, version }, key) =>
      api('POST /notices/:id/submit', { params: { id }, body: { version } }, key),
  },
  {
    ability: 'publish',
    label: '公开',
    follows: AUDIENCE_OF_ALL,
    run: ({ id, version }, key) =>
      api('POST /notices/:id/publish', { params: { id }, body: { version } }, key),
  },
  {
    ability: 'confirm',
    label: '负责人确认',
    run: ({ id, version }, key) =>
      api('POST /notices/:id/confirm', { params: { id }, body: { version } }, key),
  },
  {
    ability: 'archive',
    label: '归档',
    words: '档号',
    run: ({ id, version }, key, volume) =>
      api('POST /notices/:id/archive', { params: { id }, body: { version, volume } }, key),
  },
]
