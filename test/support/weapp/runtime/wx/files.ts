import type { Host, PhoneSettings } from '../../types'
import { asynchronous, WxFailure, type WxOptions } from './callbacks'

const nameOf = (path: string): string => path.split('/').slice(-1)[0] ?? ''

/** Files of the phone: one in a chat, and its way to the server. */
export class Files {
  pending = 0

  constructor(
    private readonly host: Host,
    private readonly settings: PhoneSettings,
  ) {}

  hold(path: string): void {
    this.settings.file = path
  }

  private choose() {
    const { file } = this.settings
    if (file === '') throw new WxFailure('cancel')
    return { tempFiles: [{ name: nameOf(file), path: file, size: 0, type: 'file', time: 0 }] }
  }

  private async send(options: WxOptions) {
    const response = await this.host.request({
      url: String(options.url),
      method: 'POST',
      headers: { ...(options.header as Record<string, string>) },
      body: null,
      upload: {
        path: String(options.filePath),
        field: String(options.name),
        fields: { ...(options.formData as Record<string, string> | undefined) },
      },
    })
    if ('failure' in response) throw new WxFailure(response.failure, { errno: 600003 })
    return { statusCode: response.status, data: response.body, header: response.headers }
  }

  api(): Record<string, unknown> {
    return {
      chooseMessageFile: asynchronous('chooseMessageFile', () => this.choose()),
      uploadFile: (options: WxOptions) => {
        this.pending += 1
        const outcome = asynchronous('uploadFile', () =>
          this.send(options).finally(() => (this.pending -= 1)),
        )(options)
        const task = { abort() {}, onProgressUpdate() {}, offProgressUpdate() {} }
        return outcome ? Object.assign(outcome, task) : task
      },
    }
  }
}
