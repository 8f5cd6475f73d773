import Taro from '@tarojs/taro'
import type { HttpAnswer, HttpRequest } from '@shared/client'
import { syncServerTime } from '../state/serverClock'

const TIMEOUT_MS = 15_000

/**
 * Sends one HTTP request with Taro: `wx.request` on the phone, fetch in the browser. Rejects only if there is
 * no answer.
 */
export async function request({ method, url, headers, body }: HttpRequest): Promise<HttpAnswer> {
  const answer = await Taro.request<unknown>({
    url,
    method,
    header: headers,
    data: body,
    dataType: 'json',
    timeout: TIMEOUT_MS,
  })
  syncServerTime(answer.header ?? {})
  return { status: answer.statusCode, body: answer.data }
}
