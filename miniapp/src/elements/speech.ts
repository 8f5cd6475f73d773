import Taro from '@tarojs/taro'

/** Speech by WeChat's plugin 同声传译 WechatSI. Browser version: `speech.h5.ts`. */
interface WechatSI {
  textToSpeech(options: {
    lang: 'zh_CN'
    tts: true
    content: string
    success: (answer: { filename: string }) => void
    fail: () => void
  }): void
}

/** True only if the account has the plugin: WeChat rejects an app that names a plugin without permission. */
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

/** Speaks one sentence; true once it is complete. */
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
