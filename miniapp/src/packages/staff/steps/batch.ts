import type { WriteOptions } from '@shared/client'
import type { NoticeAbility, WorkNotice } from '@shared/schemas/work'
import { client } from '../../../api/client'

/** A step that needs no words, so that several notices can take it one after another. */
export interface BatchStep {
  ability: NoticeAbility
  /** What the button says. */
  label: string
  take: (notice: WorkNotice, key: WriteOptions) => Promise<unknown>
}

export const BATCH_STEPS: readonly BatchStep[] = [
  {
    ability: 'sign-off',
    label: '同意公开',
    take: ({ id, version }, key) => client.signOffNotice(id, { version, opinion: 'agree' }, key),
  },
  {
    ability: 'submit',
    label: '提交监督审核',
    take: ({ id, version }, key) => client.submitNotice(id, { version }, key),
  },
  {
    ability: 'publish',
    label: '公开',
    take: ({ id, version }, key) => client.publishNotice(id, { version }, key),
  },
  {
    ability: 'confirm',
    label: '负责人确认',
    take: ({ id, version }, key) => client.confirmNotice(id, { version }, key),
  },
]
