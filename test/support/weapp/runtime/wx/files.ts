import type { Journal } from '../journal'
import type { Host, PhoneSettings } from '../../types'
import { asynchronous, WxFailure, type WxOptions } from './callbacks'

/** Where an app may write, in WeChat's own words. */
const USER_DATA_PATH = 'wxfile://usr'
const nameOf = (path: string): string => path.split('/').slice(-1)[0] ?? ''

/** Files of the phone: one in a chat or album, those that were downloaded or written, and the way to the server. */
export class Files {
  pending = 0
  private readonly stored = new Map<string, string>()

  constructor(
    private readonly host: Host,
    private readonly settings: PhoneSettings,
    private readonly journal: Journal,
    private readonly isOffline: () => boolean,
  ) {}

  hold(path: string): void {
    this.settings.file = path
  }

  private held(): string {
    if (this.settings.file === '') throw new WxFailure('cancel')
    return this.settings.file
  }

  private async counted<T>(work: () => Promise<T>): Promise<T> {
    this.pending += 1
    try {
      if (this.isOffline()) throw new WxFailure('net::ERR_INTERNET_DISCONNECTED', { errno: 600001 })
      return await work()
    } finally {
      this.pending -= 1
    }
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

  private async download(options: WxOptions) {
    const headers = { ...(options.header as Record<string, string>) }
    const response = await this.host.request({ url: String(options.url), method: 'GET', headers, body: null })
    if ('failure' in response) throw new WxFailure(response.failure, { errno: 600003 })
    const tempFilePath = `http://tmp/${this.stored.size}-${nameOf(String(options.url).split('?')[0] ?? '')}`
    this.stored.set(tempFilePath, response.body)
    return { statusCode: response.status, tempFilePath, header: response.headers }
  }

  /** @throws WxFailure for a file that this phone does not have */
  private read(path: string): string {
    const text = this.stored.get(path)
    if (text === undefined) throw new WxFailure(`no such file or directory "${path}"`)
    return text
  }

  private tasked(name: string, work: (options: WxOptions) => Promise<object>) {
    return (options: WxOptions) => {
      const outcome = asynchronous(name, () => this.counted(() => work(options)))(options)
      const task = { abort() {}, onProgressUpdate() {}, offProgressUpdate() {} }
      return outcome ? Object.assign(outcome, task) : task
    }
  }

  /** What the person sees of a file that is opened, noted as the last toast. */
  private show(path: unknown): object {
    this.journal.lastToast = `打开 ${nameOf(String(path))}`
    return {}
  }

  api(): Record<string, unknown> {
    const manager = {
      readFileSync: (path: string) => this.read(path),
      writeFileSync: (path: string, text: string) => {
        if (!path.startsWith(USER_DATA_PATH)) throw new WxFailure(`permission denied, open "${path}"`)
        this.stored.set(path, text)
      },
      readdirSync: (folder: string) =>
        [...this.stored.keys()].filter(path => path.startsWith(folder)).map(nameOf),
      unlinkSync: (path: string) => {
        this.read(path)
        this.stored.delete(path)
      },
    }
    return {
      env: { USER_DATA_PATH },
      getFileSystemManager: () => manager,
      chooseMessageFile: asynchronous('chooseMessageFile', () => {
        const path = this.held()
        return { tempFiles: [{ name: nameOf(path), path, size: 0, type: 'file', time: 0 }] }
      }),
      chooseMedia: asynchronous('chooseMedia', () => ({
        type: 'image',
        tempFiles: [{ tempFilePath: this.held(), fileType: 'image', size: 0 }],
      })),
      uploadFile: this.tasked('uploadFile', options => this.send(options)),
      downloadFile: this.tasked('downloadFile', options => this.download(options)),
      openDocument: asynchronous('openDocument', ({ filePath }) => {
        this.read(String(filePath))
        return this.show(filePath)
      }),
      previewImage: asynchronous('previewImage', ({ urls }) => this.show((urls as string[])[0])),
    }
  }
}
