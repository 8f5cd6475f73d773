import Taro from '@tarojs/taro'

/** The voice that reads aloud: WeChat's plugin 同声传译 WechatSI. `speech.h5.ts` is the browser's side. */
interface WechatSI {
  textToSpeech(options: {
    lang: 'zh_CN'
    tts: true
    content: string
    success: (answer: { filename: string }) => void
    fail: () => void
  }): void
}

/** Only where the account has the plugin: WeChat refuses an app that names one that it was not given. */
export const canSpeak = HAS_VOICE

let player: Taro.InnerAudioContext | null = null

const voiceOf = (content: string): Promise<string | null> =>
  new Promise(resolve => {
    requirePlugin<WechatSI>('WechatSI').textToSpeech({
      lang: 'zh_CN',
      tts: true,
      content,
      success: ({ filename }) => resolve(filename),
      fail: () => resolve(null),
    })
  })

/** Says one sentence; true once it has been said to its end. */
export async function speak(text: string): Promise<boolean> {
  const src = await voiceOf(text)
  if (src === null) return false
  const audio = Taro.createInnerAudioContext()
  player = audio
  return new Promise(resolve => {
    audio.onEnded(() => resolve(true))
    audio.onStop(() => resolve(false))
    audio.onError(() => resolve(false))
    audio.src = src
    audio.play()
  }).then(said => {
    audio.destroy()
    return said === true
  })
}

export function silence(): void {
  player?.stop()
  player = null
}
